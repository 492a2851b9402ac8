package dev.likeness.table.io;

/** A file that cannot be read as a table: a stable code, the cause, and what to do about it. */
public final class UnreadableTableException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

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
        "empty-file", "The file holds no text.", "Choose a CSV file that has rows.");
  }

  static UnreadableTableException binary(String what) {
    return new UnreadableTableException(
        "binary-file",
        "The file is " + what + ", not text.",
        "Export the table as CSV (unpacked) and send that file.");
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
}
