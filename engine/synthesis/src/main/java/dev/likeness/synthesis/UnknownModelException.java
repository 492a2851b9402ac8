package dev.likeness.synthesis;

import java.util.List;

/** Nobody knows a model of that name. */
public final class UnknownModelException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> known;

  /**
   * Creates the exception.
   *
   * @param name that was asked for
   * @param known names that exist
   */
  public UnknownModelException(String name, List<String> known) {
    super("model = " + name + ", expected one of " + String.join(", ", known));
    this.known = List.copyOf(known);
  }

  /** The names that exist. */
  public List<String> known() {
    return known;
  }
}
