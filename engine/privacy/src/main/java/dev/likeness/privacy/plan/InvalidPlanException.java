package dev.likeness.privacy.plan;

/** A plan or configuration that cannot be used: where, and what was expected. */
public final class InvalidPlanException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String pointer;

  /**
   * Creates the exception.
   *
   * @param pointer JSON pointer to the place, such as {@code /columns/email/treatment}
   * @param message which column, what is wrong and what was expected; no value of the data
   */
  public InvalidPlanException(String pointer, String message) {
    super(message);
    this.pointer = pointer;
  }

  /** JSON pointer to the place. */
  public String pointer() {
    return pointer;
  }

  /** The pointer to a property of a column. */
  static String column(String name, String... path) {
    String escaped = name.replace("~", "~0").replace("/", "~1");
    String rest = path.length == 0 ? "" : "/" + String.join("/", path);
    return "/columns/" + escaped + rest;
  }
}
