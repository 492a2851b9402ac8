package dev.likeness.table.io;

import dev.likeness.table.format.ValueShapes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the dialect of a file from its first lines.
 *
 * <p>Every likely pair of delimiter and quote reads the sample; the one under which most records
 * have the same number of fields, few quotes stand in odd places and few cells still hold another
 * delimiter wins. Then lines above the table are skipped, and the first record is a header unless
 * it looks like the rows below it.
 */
final class DialectSniffer {

  private static final int SAMPLE_RECORDS = 1000;
  private static final int MOST_SKIPPED = 100;
  private static final char[] USUAL = {',', ';', '\t', '|'};
  private static final char[] RARE = {':', ' ', '^', '~'};
  private static final double DOUBTFUL = 0.7;
  private static final double RARE_NEEDS = 0.9;
  private static final double FIELDS_BONUS = 0.02;

  private final byte[] sample;
  private final boolean cut;
  private final ReadLimits limits;

  /** A guess and how well it reads the sample. */
  private record Candidate(Dialect dialect, List<List<String>> records, int width, double score) {}

  private DialectSniffer(byte[] sample, boolean cut, ReadLimits limits) {
    this.sample = sample;
    this.cut = cut;
    this.limits = limits;
  }

  /**
   * Sniffs.
   *
   * @param sample first bytes of the text as UTF-8
   * @param cut whether the file goes on behind them
   */
  static Sniffed sniff(byte[] sample, boolean cut, String charset, ReadLimits limits)
      throws IOException {
    return new DialectSniffer(sample, cut, limits).best(charset);
  }

  /** The dialect, and the number of fields that most records of the sample have. */
  record Sniffed(Dialect dialect, int width) {}

  private Sniffed best(String charset) throws IOException {
    Candidate best = best(charset, '"');
    if (holdsSingleQuotedFields()) {
      Candidate single = best(charset, '\'');
      best = single.score > best.score ? single : best;
    }
    if (best.dialect.quote() == '"' && holdsEscapedQuote()) {
      Candidate escaped = read(charset, best.dialect.delimiter(), '"', '\\');
      best = escaped.score > best.score ? escaped : best;
    }
    return new Sniffed(locate(best), best.width);
  }

  private Candidate best(String charset, char quote) throws IOException {
    Candidate best = read(charset, ',', quote, quote);
    for (char delimiter : USUAL) {
      best = better(best, read(charset, delimiter, quote, quote));
    }
    if (best.score < DOUBTFUL) {
      for (char delimiter : RARE) {
        Candidate rare = read(charset, delimiter, quote, quote);
        best = rare.score >= RARE_NEEDS && rare.records.size() > 1 ? better(best, rare) : best;
      }
    }
    return best;
  }

  private static Candidate better(Candidate a, Candidate b) {
    if (a.width < 2 && b.width >= 2) {
      return b.score >= 0.4 ? b : a;
    }
    return b.width >= 2 && b.score > a.score ? b : a;
  }

  private boolean holdsEscapedQuote() {
    for (int i = 0; i + 1 < sample.length; i++) {
      if (sample[i] == '\\' && sample[i + 1] == '"') {
        return true;
      }
    }
    return false;
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

  private Candidate read(String charset, char delimiter, char quote, char escape)
      throws IOException {
    Dialect dialect = new Dialect(charset, delimiter, quote, escape, true, 0, "LF");
    RecordReader reader = new RecordReader(TextInput.of(sample), dialect, generous());
    List<List<String>> records = new ArrayList<>();
    int widest = 0;
    while (records.size() < SAMPLE_RECORDS && reader.next()) {
      if (!reader.blank()) {
        records.add(reader.texts());
        widest = Math.max(widest, reader.fields());
      }
    }
    if (cut && records.size() > 1 && records.size() < SAMPLE_RECORDS) {
      records.removeLast();
    }
    int width = usualWidth(records, widest);
    double score = score(records, width, delimiter, reader);
    String lineEnd = reader.lineEnd();
    return new Candidate(
        new Dialect(charset, delimiter, quote, escape, true, 0, lineEnd), records, width, score);
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

  private static int usualWidth(List<List<String>> records, int widest) {
    int[] counts = new int[widest + 1];
    for (List<String> record : records) {
      counts[record.size()]++;
    }
    int best = 0;
    for (int width = 1; width <= widest; width++) {
      if (counts[width] > 0 && counts[width] >= counts[best]) {
        best = width;
      }
    }
    return best;
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

  private static Dialect locate(Candidate candidate) {
    List<List<String>> records = candidate.records;
    int skipped = 0;
    while (candidate.width > 1
        && skipped < Math.min(records.size() - 1, MOST_SKIPPED)
        && outside(records.get(skipped), candidate.width)) {
      skipped++;
    }
    if (skipped == MOST_SKIPPED) {
      skipped = 0;
    }
    return candidate.dialect.withHeader(header(records, skipped), skipped);
  }

  /** Whether a record stands above the table: far too short, or one cell in an empty row. */
  private static boolean outside(List<String> record, int width) {
    long filled = record.stream().filter(cell -> !cell.isBlank()).count();
    return record.size() * 2 <= width || (width > 2 && filled < 2);
  }

  private static boolean header(List<List<String>> records, int skipped) {
    if (records.isEmpty()) {
      return true;
    }
    List<String> first = records.get(skipped);
    List<List<String>> body = records.subList(skipped + 1, records.size());
    int values = 0;
    int names = 0;
    int filled = 0;
    for (int column = 0; column < first.size(); column++) {
      String cell = first.get(column).strip();
      if (cell.isEmpty()) {
        continue;
      }
      filled++;
      boolean typed = share(body, column) >= 0.6;
      if (ValueShapes.typed(cell)) {
        values++;
      } else if (typed) {
        names++;
      }
    }
    if (names > 0 && names >= values) {
      return true;
    }
    if (values > 0) {
      return false;
    }
    return body.isEmpty() || !repeats(first, body, filled);
  }

  /** Share of the filled cells of a column that are numbers or dates. */
  private static double share(List<List<String>> body, int column) {
    int filled = 0;
    int typed = 0;
    for (List<String> record : body) {
      if (column < record.size() && !ValueShapes.missing(record.get(column))) {
        filled++;
        typed += ValueShapes.typed(record.get(column).strip()) ? 1 : 0;
      }
    }
    return filled == 0 ? 0 : (double) typed / filled;
  }

  /** Whether most cells of the first record come again below in their columns. */
  private static boolean repeats(List<String> first, List<List<String>> body, int filled) {
    int again = 0;
    for (int column = 0; column < first.size(); column++) {
      String cell = first.get(column);
      int at = column;
      if (!cell.isBlank()
          && body.stream().anyMatch(row -> at < row.size() && row.get(at).equals(cell))) {
        again++;
      }
    }
    return again * 2 > filled;
  }
}
