package dev.likeness.table.condition;

import java.util.Optional;

/**
 * Conditions cannot be understood, or cannot be met. Messages name columns and public values, never
 * a value of a cell that is not public, and not what was typed either.
 */
public final class InvalidConditionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String told;
  private final Reason reason;
  private final String pointer;
  private final transient Optional<String> nearest;

  /** What is wrong. */
  public enum Reason {
    /** It is no condition, or not written as one. */
    MALFORMED("invalid-condition"),
    /** No column has that name. */
    UNKNOWN_COLUMN("unknown-column"),
    /** The column has no such public value. */
    UNKNOWN_VALUE("unknown-value"),
    /** Conditions exclude each other. */
    CONTRADICTION("contradictory-conditions"),
    /** No row is ever like that. */
    IMPOSSIBLE("impossible-condition");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** A stable name, in kebab-case. */
    public String code() {
      return code;
    }
  }

  /**
   * Creates the exception.
   *
   * @param reason what is wrong
   * @param pointer JSON pointer to the place within the request
   * @param message for whoever gave the conditions
   * @param nearest what may have been meant
   */
  public InvalidConditionException(
      Reason reason, String pointer, String message, Optional<String> nearest) {
    super(message + nearest.map(name -> "; did you mean " + name + "?").orElse(""));
    this.told = message;
    this.reason = reason;
    this.pointer = pointer;
    this.nearest = nearest;
  }

  /** One without a guess. */
  public InvalidConditionException(Reason reason, String pointer, String message) {
    this(reason, pointer, message, Optional.empty());
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }

  /** JSON pointer to the place within the request, such as {@code /conditions/0/value}. */
  public String pointer() {
    return pointer;
  }

  /** What may have been meant: the name of a column, or a value that is public. */
  public Optional<String> nearest() {
    return nearest;
  }

  /** The same failure at a place below another. */
  public InvalidConditionException at(String above) {
    return new InvalidConditionException(reason, above + pointer, told, nearest);
  }
}
