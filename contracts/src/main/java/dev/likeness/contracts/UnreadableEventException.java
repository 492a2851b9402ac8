package dev.likeness.contracts;

/**
 * A text that is no event which this version can read. The text itself is in neither message nor
 * cause: it may hold anything.
 */
public final class UnreadableEventException extends IllegalArgumentException {

  /** The text is not JSON. */
  public static final String MALFORMED_JSON = "malformed-json";

  /** The kind of event is not known to this version, or not named. */
  public static final String UNKNOWN_TYPE = "unknown-type";

  /** A property that the event cannot do without is missing or of the wrong type. */
  public static final String WRONG_SHAPE = "wrong-shape";

  private static final long serialVersionUID = 1;

  private final String code;

  /** An exception with one of the codes above. */
  public UnreadableEventException(String code) {
    super("event cannot be read: " + code);
    this.code = code;
  }

  /** Stable code: what is wrong with the text. */
  public String code() {
    return code;
  }
}
