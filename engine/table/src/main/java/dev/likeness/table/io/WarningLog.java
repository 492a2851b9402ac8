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
    MENDED_HEADER("mended-header", "The header was mended: its quotes or delimiters were odd."),
    MENDED_ROWS(
        "mended-rows",
        "%d rows had quotes or delimiters in odd places and could be mended; see the first."),
    REPEATED_HEADER("repeated-header", "%d rows repeat the header and were left out."),
    COMMENT_LINES("comment-lines", "%d lines that begin with # were left out."),
    RULERS("ruler-lines", "%d lines that only draw a line were left out."),
    SECOND_TABLE(
        "second-table", "A second table with other columns follows; its %d lines were left out."),
    OTHER_SHEETS("other-sheets", "The workbook has %d more visible sheets; only one was read."),
    HIDDEN_SHEETS("hidden-sheets", "The workbook has %d hidden sheets, which were not read."),
    ERROR_CELLS("error-cells", "%d cells hold a formula's error, such as a division by zero."),
    ODD_CELLS("odd-cells", "%d cells could not be read and were taken as they stood."),
    NESTED_VALUES("nested-values", "%d cells hold lists or objects; they were kept as JSON text."),
    REPEATED_FIELDS("repeated-fields", "%d objects have a field twice; the last one counts."),
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

  void addCell(Kind kind, int column, long row) {
    add(kind, OptionalInt.of(column), OptionalLong.of(row), 1, "");
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
        .replaceFirst("^1 rows had (.*); see the first", "1 row had $1")
        .replaceFirst("has 1 more visible sheets", "has 1 more visible sheet")
        .replaceFirst("has 1 hidden sheets, which were", "has 1 hidden sheet, which was")
        .replaceFirst("^1 cells hold a", "1 cell holds a")
        .replaceFirst("^1 cells could not be read and were", "1 cell could not be read and was")
        .replaceFirst(
            "^1 cells hold lists or objects; they were", "1 cell holds a list or object; it was")
        .replaceFirst("^1 objects have", "1 object has")
        .replaceFirst("^1 rows repeat the header and were", "1 row repeats the header and was")
        .replaceFirst("^1 lines that begin with # were", "1 line that begins with # was")
        .replaceFirst("^1 lines that only draw a line were", "1 line that only draws a line was")
        .replaceFirst("its 1 lines were", "its 1 line was")
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
