package dev.likeness.table.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Counts what was odd, by kind, with the place where it happened first. */
final class WarningLog {

  /** What can be odd; the messages say what was done about it. */
  enum Kind {
    ODD_CHARSET("odd-charset", "The file is not UTF-8; it was read as %s."),
    INVALID_BYTES("invalid-bytes", "%d bytes are no characters; each was replaced by U+FFFD."),
    SKIPPED_LINES("skipped-lines", "%d lines above the table were left out."),
    MIXED_LINE_ENDS("mixed-line-ends", "Lines end in different ways; each kind ended a row."),
    UNCLOSED_QUOTE(
        "unclosed-quote", "A quote is never closed; quotes were read as ordinary characters."),
    STRAY_QUOTES("stray-quotes", "%d fields hold quotes in odd places; they were kept."),
    SHORT_ROWS(
        "ragged-rows",
        "%d rows have fewer fields than the table; the missing fields were taken as empty."),
    LONG_ROWS(
        "ragged-rows",
        "%d rows have more fields than the table; the fields beyond it were left out."),
    BLANK_LINES("blank-lines", "%d blank lines were left out."),
    EMPTY_ROWS("empty-rows", "%d rows without any value at the end were left out."),
    EMPTY_NAME("empty-header", "%d columns have no name; the position is the name now."),
    DUPLICATE_NAME("duplicate-header", "%d columns repeat a name; a number was put behind it."),
    NO_HEADER("no-header", "The first row looks like data; columns were named by their position."),
    HEADER_ONLY("header-only", "There is a header but no row.");

    private final String code;
    private final String message;

    Kind(String code, String message) {
      this.code = code;
      this.message = message;
    }
  }

  private record Entry(OptionalInt column, OptionalLong row, long count, String detail) {}

  private final Map<Kind, Entry> entries = new LinkedHashMap<>();

  void add(Kind kind, OptionalInt column, OptionalLong row, long count, String detail) {
    Entry before = entries.get(kind);
    entries.put(
        kind,
        before == null
            ? new Entry(column, row, count, detail)
            : new Entry(before.column, before.row, before.count + count, before.detail));
  }

  void add(Kind kind, long count) {
    add(kind, OptionalInt.empty(), OptionalLong.empty(), count, "");
  }

  void addRow(Kind kind, long row) {
    add(kind, OptionalInt.empty(), OptionalLong.of(row), 1, "");
  }

  void addColumn(Kind kind, int column) {
    add(kind, OptionalInt.of(column), OptionalLong.empty(), 1, "");
  }

  List<ReadWarning> warnings() {
    List<ReadWarning> warnings = new ArrayList<>();
    entries.forEach(
        (kind, entry) ->
            warnings.add(
                new ReadWarning(
                    kind.code, message(kind, entry), entry.column, entry.row, entry.count)));
    return warnings;
  }

  private static String message(Kind kind, Entry entry) {
    String message =
        kind.message.replace("%d", Long.toString(entry.count)).replace("%s", entry.detail);
    return entry.count == 1 ? singular(message) : message;
  }

  private static String singular(String message) {
    return message
        .replaceFirst("^1 rows have", "1 row has")
        .replaceFirst("^1 rows", "1 row")
        .replaceFirst("^1 blank lines were", "1 blank line was")
        .replaceFirst("^1 lines above the table were", "1 line above the table was")
        .replaceFirst("^1 columns have no name", "1 column has no name")
        .replaceFirst("^1 columns repeat", "1 column repeats")
        .replaceFirst(
            "^1 fields hold quotes in odd places; they were",
            "1 field holds quotes in odd places; it was")
        .replaceFirst("^1 bytes are no characters; each", "1 byte is no character; it");
  }
}
