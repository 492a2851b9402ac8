package dev.likeness.table.condition;

import java.util.Arrays;
import java.util.Optional;

/** How a value is compared. */
public enum Operator {
  /** The same value. */
  EQUAL("="),
  /** Another value; does not hold for a missing one. */
  NOT_EQUAL("!="),
  /** Before it. */
  LESS("<"),
  /** Before it, or the same. */
  AT_MOST("<="),
  /** Behind it. */
  GREATER(">"),
  /** Behind it, or the same. */
  AT_LEAST(">=");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** As people type it. */
  public String symbol() {
    return symbol;
  }

  /** Whether it needs values that have an order. */
  public boolean needsOrder() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  /** The operator of that symbol. */
  public static Optional<Operator> of(String symbol) {
    return Arrays.stream(values()).filter(operator -> operator.symbol.equals(symbol)).findFirst();
  }

  /** Whether a comparison holds whose sides compare like {@code sign} and 0. */
  boolean holds(int sign) {
    return switch (this) {
      case EQUAL -> sign == 0;
      case NOT_EQUAL -> sign != 0;
      case LESS -> sign < 0;
      case AT_MOST -> sign <= 0;
      case GREATER -> sign > 0;
      case AT_LEAST -> sign >= 0;
    };
  }
}
