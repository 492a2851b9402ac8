package dev.likeness.table.options;

/** An option is unknown, of the wrong type or out of its range. */
public final class InvalidOptionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String option;
  private final String reason;

  /**
   * Creates the exception.
   *
   * @param option its name as typed
   * @param reason what was expected, such as {@code "0, expected in [1, 200]"}
   */
  public InvalidOptionException(String option, String reason) {
    super(option + " = " + reason);
    this.option = option;
    this.reason = reason;
  }

  /** The option's name as typed. */
  public String option() {
    return option;
  }

  /** The value and what was expected. */
  public String reason() {
    return reason;
  }
}
