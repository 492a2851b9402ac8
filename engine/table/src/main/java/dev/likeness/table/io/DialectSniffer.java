package dev.likeness.table.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the dialect of a file from its first lines, as far as people have not said it.
 *
 * <p>Every likely pair of delimiter and quote reads the sample; the one under which most records
 * have the same number of fields, few quotes stand in odd places and few cells still hold another
 * delimiter wins. Then lines above the table are skipped, and the first record is a header unless
 * it looks like the rows below it.
 */
final class DialectSniffer {

  private static final int SAMPLE_RECORDS = 1000;
  private static final char[] USUAL = {',', ';', '\t', '|'};
  private static final char[] RARE = {':', ' ', '^', '~'};
  private static final double DOUBTFUL = 0.7;
  private static final double RARE_NEEDS = 0.9;
  private static final double FIELDS_BONUS = 0.02;

  private final byte[] sample;
  private final boolean cut;
  private final ReadLimits limits;
  private final ReadOptions options;
  private final String charset;

  /** A guess and how well it reads the sample. */
  private record Candidate(
      Dialect dialect,
      List<List<String>> records,
      int width,
      double score,
      boolean padded,
      long quotedFields,
      long strayQuotes) {

    /** Whether quotes stand in the middle of fields more often than in most records. */
    boolean tearsQuotes() {
      return strayQuotes * 2 > records.size();
    }

    /** Whether most records have quoted fields, and no quote stands anywhere else. */
    boolean explainsQuotes() {
      return strayQuotes == 0 && quotedFields * 2 > records.size();
    }
  }

  private DialectSniffer(
      byte[] sample, boolean cut, String charset, ReadLimits limits, ReadOptions options) {
    this.sample = sample;
    this.cut = cut;
    this.charset = charset;
    this.limits = limits;
    this.options = options;
  }

  /**
   * Sniffs.
   *
   * @param sample first bytes of the text as UTF-8
   * @param cut whether the file goes on behind them
   */
  static Sniffed sniff(
      byte[] sample, boolean cut, String charset, ReadLimits limits, ReadOptions options)
      throws IOException {
    return new DialectSniffer(sample, cut, charset, limits, options).best();
  }

  /**
   * What the sample says.
   *
   * @param dialect of the file
   * @param width number of fields that most records have
   * @param mending for rows that have another
   * @param rowNames whether the header lacks the name of the first column
   */
  record Sniffed(Dialect dialect, int width, Mending mending, boolean rowNames) {}

  private Sniffed best() throws IOException {
    Candidate best = options.quote().isPresent() ? best(quote(options.quote().get())) : best('"');
    if (options.quote().isEmpty() && holdsSingleQuotedFields()) {
      best = better(best, best('\''));
    }
    Optional<Character> given = options.escape().map(text -> text.charAt(0));
    if (given.isPresent()) {
      best = read(escaped(best.dialect, given.get()));
    } else if (best.dialect.quote() == '\'' && holdsDoubledQuotesOnly()) {
      best = read(escaped(best.dialect, '"'));
    } else if (best.dialect.quote() != Dialect.NO_QUOTE && holdsEscaped(best.dialect.quote())) {
      Candidate escaped = read(escaped(best.dialect, '\\'));
      best = escaped.score > best.score ? escaped : best;
    }
    if (best.padded && options.delimiter().isEmpty()) {
      best = read(best.dialect.withDelimiter(best.dialect.delimiter(), true));
    }
    return locate(best);
  }

  private static char quote(String text) {
    return text.isEmpty() ? Dialect.NO_QUOTE : text.charAt(0);
  }

  private static Dialect escaped(Dialect dialect, char escape) {
    return new Dialect(
        dialect.charset(),
        dialect.delimiter(),
        dialect.quote(),
        escape,
        true,
        0,
        "LF",
        dialect.padded());
  }

  private Dialect dialect(char delimiter, boolean padded, char quote) {
    return new Dialect(charset, delimiter, quote, quote, true, 0, "LF", padded);
  }

  private Candidate best(char quote) throws IOException {
    if (options.delimiter().isPresent()) {
      String given = options.delimiter().get();
      return read(dialect(given.charAt(0), given.length() > 1, quote));
    }
    Candidate best = read(dialect(',', false, quote));
    for (char delimiter : USUAL) {
      best = wider(best, read(dialect(delimiter, false, quote)));
    }
    return best.score < DOUBTFUL ? rare(best, quote) : best;
  }

  private Candidate rare(Candidate usual, char quote) throws IOException {
    Candidate best = usual;
    for (char delimiter : RARE) {
      Candidate rare = read(dialect(delimiter, false, quote));
      best = rare.score >= RARE_NEEDS && rare.records.size() > 1 ? wider(best, rare) : best;
    }
    Candidate blanks = read(dialect(' ', false, quote));
    if (usual.tearsQuotes() && blanks.explainsQuotes() && blanks.width > 2) {
      return blanks;
    }
    Candidate runs = read(dialect(' ', true, quote));
    return runs.score >= RARE_NEEDS && runs.records.size() > 1 ? wider(best, runs) : best;
  }

  private static Candidate wider(Candidate a, Candidate b) {
    if (a.width < 2 && b.width >= 2) {
      return b.score >= 0.4 ? b : a;
    }
    return b.width >= 2 && b.score > a.score ? b : a;
  }

  private static Candidate better(Candidate a, Candidate b) {
    return b.score > a.score ? b : a;
  }

  private boolean holdsEscaped(char quote) {
    for (int i = 0; i + 1 < sample.length; i++) {
      if (sample[i] == '\\' && sample[i + 1] == quote) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether all double quotes come in pairs: single quotes were put around fields in which double
   * quotes had been doubled already.
   */
  private boolean holdsDoubledQuotesOnly() {
    int pairs = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] == '"') {
        if (i + 1 == sample.length || sample[++i] != '"') {
          return false;
        }
        pairs++;
      }
    }
    return pairs > 1;
  }

  /** Whether single quotes stand where fields begin and where fields end. */
  private boolean holdsSingleQuotedFields() {
    int begins = 0;
    int ends = 0;
    for (int i = 0; i < sample.length; i++) {
      if (sample[i] == '\'') {
        begins += border(i - 1) ? 1 : 0;
        ends += border(i + 1) ? 1 : 0;
      }
    }
    return begins >= 2 && ends >= 2;
  }

  private boolean border(int at) {
    return at < 0 || at >= sample.length || ",;\t|\n\r".indexOf(sample[at]) >= 0;
  }

  private Candidate read(Dialect dialect) throws IOException {
    RecordReader reader = new RecordReader(TextInput.of(sample), dialect, generous());
    List<List<String>> records = new ArrayList<>();
    boolean padded = true;
    while (records.size() < SAMPLE_RECORDS && reader.next()) {
      if (!reader.blank()) {
        records.add(reader.texts());
        padded &= behindBlanks(reader);
      }
    }
    if (cut && records.size() > 1 && records.size() < SAMPLE_RECORDS) {
      records.removeLast();
    }
    int width = TableLocator.usualWidth(records);
    return new Candidate(
        dialect.withLineEnd(reader.lineEnd()),
        records,
        width,
        score(records, width, dialect.delimiter(), reader),
        padded && reader.fieldsBehindBlanks() > 0 && dialect.delimiter() != ' ',
        reader.quotedFields(),
        reader.strayQuotes());
  }

  /** Whether every field but the first stands behind a blank, or in quotes behind one. */
  private static boolean behindBlanks(RecordReader reader) {
    for (int i = 1; i < reader.fields(); i++) {
      int begin = reader.begin(i);
      if (!reader.quoted(i) && (begin == reader.end(i) || reader.data()[begin] != ' ')) {
        return false;
      }
    }
    return true;
  }

  /** The sample is small; limits are for the file itself. */
  private ReadLimits generous() {
    int bytes = Math.max(sample.length, 1);
    return new ReadLimits(
        limits.maxBytes(),
        Math.max(bytes, limits.maxColumns()),
        bytes,
        Math.max(bytes, limits.maxRecordBytes()),
        Math.max(bytes, limits.maxFieldBytes()));
  }

  private static double score(
      List<List<String>> records, int width, char delimiter, RecordReader reader) {
    if (records.isEmpty() || width < 2) {
      return 0;
    }
    int fitting = 0;
    long cells = 0;
    long dirty = 0;
    for (List<String> record : records) {
      fitting += record.size() == width ? 1 : 0;
      for (String cell : record) {
        cells++;
        dirty += holdsOther(cell, delimiter) ? 1 : 0;
      }
    }
    double consistent = (double) fitting / records.size();
    double clean = 1 - 0.7 * dirty / cells;
    double quotes = 1 - Math.min(0.5, (double) reader.strayQuotes() / cells);
    double bonus = 1 + FIELDS_BONUS * Math.min(width, 20);
    return consistent * clean * quotes * bonus * (reader.unclosed() ? 0.9 : 1);
  }

  /** Whether a cell holds another delimiter; commas count only against rare delimiters. */
  private static boolean holdsOther(String cell, char delimiter) {
    boolean rare = new String(USUAL).indexOf(delimiter) < 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c != delimiter && (c == ';' || c == '\t' || c == '|' || (rare && c == ','))) {
        return true;
      }
    }
    return false;
  }

  private Sniffed locate(Candidate candidate) throws IOException {
    int width = candidate.width;
    Mending mending = new Mending(candidate.dialect, width, rows(candidate), limits);
    List<List<String>> records = mended(candidate, mending);
    int skipped = options.skippedLines().orElseGet(() -> TableLocator.skipped(records, width));
    boolean header =
        options
            .header()
            .orElseGet(() -> TableLocator.header(records, Math.min(skipped, records.size())));
    boolean rowNames = header && TableLocator.rowNames(records, skipped, width);
    return new Sniffed(candidate.dialect.withHeader(header, skipped), width, mending, rowNames);
  }

  /** Records of the sample without the first one of the table, which may be its header. */
  private static List<List<String>> rows(Candidate candidate) {
    int first = TableLocator.skipped(candidate.records, candidate.width) + 1;
    return first >= candidate.records.size()
        ? List.of()
        : candidate.records.subList(first, candidate.records.size());
  }

  private List<List<String>> mended(Candidate candidate, Mending mending) throws IOException {
    RecordReader reader = new RecordReader(TextInput.of(sample), candidate.dialect, generous());
    List<List<String>> records = new ArrayList<>();
    while (records.size() < candidate.records.size() && reader.next()) {
      if (!reader.blank()) {
        records.add(mending.mend(reader).orElseGet(reader::texts));
      }
    }
    return records;
  }
}
