package dev.likeness.synthesis;

import java.util.List;

/** A model makes no row, or hardly any, that fulfils its conditions. */
public final class UnmetConditionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Integer> positions;
  private final String reason;

  /**
   * Creates the exception.
   *
   * @param positions of the columns whose conditions cannot be met, from 0
   * @param columns their names, as far as known
   * @param reason how that was found out
   */
  public UnmetConditionException(List<Integer> positions, List<String> columns, String reason) {
    super("the conditions on " + String.join(", ", columns) + " cannot be met: " + reason);
    this.positions = List.copyOf(positions);
    this.reason = reason;
  }

  /** How it was found out. */
  public String reason() {
    return reason;
  }

  /** Positions of the columns whose conditions cannot be met, from 0. */
  public List<Integer> positions() {
    return positions;
  }
}
