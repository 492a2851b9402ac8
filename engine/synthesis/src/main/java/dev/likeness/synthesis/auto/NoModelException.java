package dev.likeness.synthesis.auto;

import java.util.List;
import java.util.stream.Collectors;

/** No model of a ladder could learn the table. */
public final class NoModelException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Attempt> attempts;

  /**
   * Creates the exception.
   *
   * @param attempts what became of each model
   */
  public NoModelException(List<Attempt> attempts) {
    super(
        "no model could learn the table: "
            + attempts.stream().map(Attempt::sentence).collect(Collectors.joining(" ")));
    this.attempts = List.copyOf(attempts);
  }

  /** What became of each model. */
  public List<Attempt> attempts() {
    return attempts;
  }
}
