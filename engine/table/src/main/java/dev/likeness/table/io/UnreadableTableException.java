package dev.likeness.table.io;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A file that cannot be read as a table: a stable code, the cause, and what to do about it. */
public final class UnreadableTableException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMED = 10;

  private final String code;
  private final String remedy;

  UnreadableTableException(String code, String cause, String remedy) {
    super(cause);
    this.code = code;
    this.remedy = remedy;
  }

  /** Stable, kebab-case: {@code "empty-file"}, {@code "binary-file"}, ... */
  public String code() {
    return code;
  }

  /** What its owner can do. */
  public String remedy() {
    return remedy;
  }

  static UnreadableTableException emptyFile() {
    return new UnreadableTableException(
        "empty-file", "The file holds no text.", "Choose a file that has rows.");
  }

  static UnreadableTableException binary(String what) {
    return new UnreadableTableException(
        "binary-file",
        "The file is " + what + ", not a table.",
        "Export the table as CSV, XLSX or Parquet and send that file.");
  }

  static UnreadableTableException notATable(String what) {
    return new UnreadableTableException(
        "not-a-table",
        "The file " + what + ".",
        "Send a CSV file: one row on each line, fields between commas, semicolons or tabs.");
  }

  static UnreadableTableException tooLarge(String what, long limit, String unit, String where) {
    return new UnreadableTableException(
        what + "-too-large",
        "The " + what + where + " is larger than " + limit + " " + unit + ".",
        what.equals("file")
            ? "Send a smaller file, or raise the limit in the configuration."
            : "Check that every quote that opens is closed, or raise the limit in the"
                + " configuration.");
  }

  static UnreadableTableException tooManyColumns(int limit) {
    return new UnreadableTableException(
        "too-many-columns",
        "A row has more than " + limit + " fields.",
        "Send fewer columns, or check that the file is delimited as it should be.");
  }

  static UnreadableTableException damaged(String what) {
    return new UnreadableTableException(
        "damaged-file",
        "The " + what + " is damaged, or protected by a password.",
        "Save the file again without a password, or export the table as CSV.");
  }

  static UnreadableTableException damaged(String what, String where) {
    return new UnreadableTableException(
        "damaged-file",
        "The " + what + " cannot be read " + where + ".",
        "Save the file again, or export the table as CSV.");
  }

  static UnreadableTableException invalidJson(long object, long line, long column) {
    return new UnreadableTableException(
        "invalid-json",
        "The JSON is malformed or breaks off in object "
            + object
            + ", at line "
            + line
            + ", character "
            + column
            + ".",
        "Correct that line, or write the file again, and send it.");
  }

  static UnreadableTableException bomb(long ratio) {
    return new UnreadableTableException(
        "archive-too-dense",
        "The file would be more than " + ratio + " times as large as it is packed.",
        "Unpack it, or export it as CSV, and send that file.");
  }

  static UnreadableTableException nested() {
    return new UnreadableTableException(
        "nested-archive",
        "The archive holds another archive or a workbook.",
        "Send the inner file itself.");
  }

  static UnreadableTableException tooManyEntries(int limit) {
    return new UnreadableTableException(
        "too-many-entries",
        "The archive has more than " + limit + " entries.",
        "Send the table itself, or an archive with nothing else.");
  }

  static UnreadableTableException severalEntries(int count, List<String> names) {
    return new UnreadableTableException(
        "several-tables",
        "The archive holds " + count + " tables.",
        "Say which by entry: " + listed(names));
  }

  static UnreadableTableException noSuchEntry(List<String> names) {
    return new UnreadableTableException(
        "entry-not-found",
        "The archive has no entry of this name.",
        "Name one of: " + listed(names));
  }

  static UnreadableTableException noSuchSheet(List<String> names) {
    return new UnreadableTableException(
        "sheet-not-found",
        "The workbook has no sheet of this name.",
        "Name one of: " + listed(names));
  }

  static UnreadableTableException nestedColumns(List<Integer> positions) {
    return new UnreadableTableException(
        "nested-columns",
        "Columns that hold lists or records have no place in a table: positions "
            + positions.stream().limit(MOST_NAMED).map(String::valueOf).collect(joining(", "))
            + ".",
        "Flatten these columns or leave them out, and send the file again.");
  }

  /** Names from within a file, made harmless for people to read. */
  private static String listed(List<String> names) {
    return names.stream()
        .limit(MOST_NAMED)
        .map(name -> name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "?"))
        .map(name -> name.length() > 100 ? name.substring(0, 100) + "..." : name)
        .collect(joining(", ", "", "."));
  }
}
