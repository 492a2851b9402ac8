package dev.likeness.privacy.detect;

import dev.likeness.table.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * How strongly a column looks like a type of personal data, and why.
 *
 * @param type what it looks like
 * @param role that it would have
 * @param logOdds for it; positive means more likely than not
 * @param byHeader whether the name of the column states or mentions it and nothing else
 * @param byValues whether values speak for it
 * @param signs one sentence each, without a value of the data
 */
public record Evidence(
    PiiType type,
    Role role,
    double logOdds,
    boolean byHeader,
    boolean byValues,
    List<String> signs) {

  /** Copies the signs. */
  public Evidence {
    signs = List.copyOf(signs);
  }

  /** The odds as a probability. */
  public double confidence() {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /** With more (or less) weight for a reason. */
  public Evidence plus(double more, String why) {
    List<String> reasons = new ArrayList<>(signs);
    reasons.add(why);
    return new Evidence(type, role, logOdds + more, byHeader, byValues, reasons);
  }

  /** The same with another role. */
  public Evidence as(Role other) {
    return new Evidence(type, other, logOdds, byHeader, byValues, signs);
  }
}
