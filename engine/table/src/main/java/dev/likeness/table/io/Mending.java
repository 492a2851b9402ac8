package dev.likeness.table.io;

import dev.likeness.table.format.ValueShapes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a row anew that has more or fewer fields than its table: with a quote that stands for
 * itself, a separator lost between two quoted fields, the line's own delimiter, delimiters in a
 * field without quotes, or an empty field too many.
 *
 * <p>A way of reading counts only if it gives exactly the table's fields and every cell looks like
 * the cells above and below it (empty, number or date, word, several words); and it is taken only
 * if no other way does. Everything else stays ragged.
 */
final class Mending {

  private static final int EMPTY = 1;
  private static final int TYPED = 2;
  private static final int WORD = 4;
  private static final int TEXT = 8;
  private static final char[] DELIMITERS = {',', ';', '\t', '|', ' '};
  private static final int MOST_QUOTES = 16;
  private static final int MOST_EXTRA = 12;
  private static final long MOST_ROWS = 100_000;

  private final Dialect dialect;
  private final ReadLimits limits;
  private final int width;
  private final int[] seen;
  private long tried;

  /**
   * Looks at the shapes of the cells of a table.
   *
   * @param rows records of the sample that are neither above the table nor its header
   */
  Mending(Dialect dialect, int width, List<List<String>> rows, ReadLimits limits) {
    this.dialect = dialect;
    this.width = width;
    this.limits = limits;
    this.seen = new int[width];
    for (List<String> row : rows) {
      for (int i = 0; i < width && row.size() == width; i++) {
        seen[i] |= shape(row.get(i));
      }
    }
  }

  private static int shape(String cell) {
    String text = cell.strip();
    if (text.isEmpty()) {
      return EMPTY;
    }
    if (ValueShapes.typed(text)) {
      return TYPED;
    }
    return text.indexOf(' ') < 0 ? WORD : TEXT;
  }

  /** The fields that the current record of a reader was meant to have, if that is clear. */
  Optional<List<String>> mend(RecordReader record) throws IOException {
    boolean ragged = record.fields() != width;
    if (width < 3 || tried >= MOST_ROWS || !(ragged ? harmful(record) : record.textBehindQuote())) {
      return Optional.empty();
    }
    Optional<byte[]> raw = record.raw();
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    tried++;
    Set<List<String>> ways = new LinkedHashSet<>();
    take(RecordReader.over(raw.get(), dialect, limits).closingAtEndsOnly(), false, ways);
    if (ragged && ways.isEmpty()) {
      otherWays(record, raw.get(), ways);
    }
    return ways.size() == 1 ? Optional.of(ways.iterator().next()) : Optional.empty();
  }

  private void otherWays(RecordReader record, byte[] raw, Set<List<String>> ways)
      throws IOException {
    otherQuotes(raw, record, ways);
    otherDelimiter(raw, ways);
    if (record.fields() > width) {
      joined(record, ways);
      withoutAnEmpty(record.texts(), ways);
    }
  }

  /** Whether cutting or filling the record loses something or its cells stand in odd places. */
  private boolean harmful(RecordReader record) {
    if (record.fields() > width && record.end(width - 1) < record.length()) {
      return true;
    }
    List<String> texts = record.texts();
    for (int i = 0; i < Math.min(width, texts.size()); i++) {
      if ((shape(texts.get(i)) & seen[i]) == 0) {
        return true;
      }
    }
    return false;
  }

  private void otherQuotes(byte[] raw, RecordReader record, Set<List<String>> ways)
      throws IOException {
    if (dialect.quote() == Dialect.NO_QUOTE) {
      return;
    }
    for (int i = 0; i < Math.min(record.fields(), MOST_QUOTES); i++) {
      if (record.quoted(i)) {
        take(RecordReader.over(raw, dialect, limits).withLiteralQuote(i), true, ways);
      }
    }
    take(RecordReader.over(raw, dialect, limits).splittingDoubledQuotes(), false, ways);
  }

  private void otherDelimiter(byte[] raw, Set<List<String>> ways) throws IOException {
    for (char delimiter : DELIMITERS) {
      if (delimiter != dialect.delimiter()) {
        take(RecordReader.over(raw, dialect.withDelimiter(delimiter, false), limits), false, ways);
      }
    }
  }

  /** Neighbours without quotes, put together with the delimiter between them. */
  private void joined(RecordReader record, Set<List<String>> ways) {
    int extra = record.fields() - width;
    List<String> texts = record.texts();
    for (int from = 0; from < width && extra <= MOST_EXTRA; from++) {
      boolean plain = !texts.get(from).isBlank() && !texts.get(from + extra).isBlank();
      for (int i = from; i <= from + extra; i++) {
        plain &= !record.quoted(i);
      }
      if (plain) {
        List<String> way = new ArrayList<>(texts.subList(0, from));
        way.add(
            String.join(dialect.delimiterText(), texts.subList(from, from + extra + 1)).strip());
        way.addAll(texts.subList(from + extra + 1, texts.size()));
        keep(way, ways);
      }
    }
  }

  private void withoutAnEmpty(List<String> texts, Set<List<String>> ways) {
    for (int i = 0; i < texts.size() && texts.size() == width + 1; i++) {
      if (texts.get(i).isEmpty()) {
        List<String> way = new ArrayList<>(texts);
        way.remove(i);
        keep(way, ways);
      }
    }
  }

  private void take(RecordReader reader, boolean header, Set<List<String>> ways)
      throws IOException {
    if (reader.next() && reader.fields() == width && !reader.unclosed()) {
      List<String> way = reader.texts();
      if (!reader.next() && (fits(way) || (header && names(way)))) {
        ways.add(way);
      }
    }
  }

  private void keep(List<String> way, Set<List<String>> ways) {
    if (fits(way)) {
      ways.add(way);
    }
  }

  private boolean fits(List<String> way) {
    for (int i = 0; i < width; i++) {
      if ((shape(way.get(i)) & seen[i]) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a record could be a header: different words in all fields. */
  private boolean names(List<String> way) {
    return way.stream().allMatch(cell -> (shape(cell) & (WORD | TEXT)) != 0)
        && way.stream().distinct().count() == width
        && way.stream().allMatch(cell -> cell.length() <= 64);
  }
}
