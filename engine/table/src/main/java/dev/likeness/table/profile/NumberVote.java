package dev.likeness.table.profile;

import dev.likeness.table.NumberFormat;
import dev.likeness.table.format.NumberText;
import java.util.Optional;

/** How well one way of writing numbers reads a column, and what the numbers are. */
final class NumberVote {

  private static final double EXACT = 0x1.0p53;
  private static final int MOST_DECIMALS = 17;

  private final NumberFormat style;
  private final NumberText text;
  private final Distincts numbers = new Distincts();
  private long parsed;
  private long grouped;
  private long ungrouped;
  private long scientific;
  private long huge;
  private long leadingZeros;
  private long fractions;
  private long bare;
  private long bareable;
  private final long[][] shown = new long[MOST_DECIMALS + 1][MOST_DECIMALS + 1];
  private int mostPlaces;
  private int leastDigits = Integer.MAX_VALUE;
  private int mostDigits;
  private int paddedDigits;
  private boolean whole = true;

  NumberVote(char mark, Optional<Character> grouping, String prefix, String suffix) {
    style = new NumberFormat(0, 0, mark, grouping, 1, prefix, suffix, "");
    text = NumberText.of(style);
  }

  /** Takes a value that is not a missing token; false when it is no number in this style. */
  boolean take(String cell, long count) {
    double value = text.parse(cell);
    if (Double.isNaN(value)) {
      return false;
    }
    parsed += count;
    numbers.add(value, count);
    whole &= value == Math.rint(value);
    if (text.scientific()) {
      scientific += count;
    } else {
      layout(value, count);
    }
    return true;
  }

  private void layout(double value, long count) {
    int places = text.places();
    int capped = Math.min(places, MOST_DECIMALS);
    shown[capped][Math.clamp(places - text.trailingZeros(), 0, capped)] += count;
    mostPlaces = Math.max(mostPlaces, places);
    fractions += places > 0 ? count : 0;
    int digits = text.integerDigits();
    leastDigits = Math.min(leastDigits, digits);
    mostDigits = Math.max(mostDigits, digits);
    huge += places == 0 && Math.abs(value) >= EXACT ? count : 0;
    if (text.leadingZero()) {
      leadingZeros += count;
      paddedDigits = Math.max(paddedDigits, digits);
    }
    if (text.grouped()) {
      grouped += count;
    } else if (Math.abs(value) >= 1000) {
      ungrouped += count;
    }
    if (places > 0 && Math.abs(value) < 1) {
      bareable += count;
      bare += text.bare() ? count : 0;
    }
  }

  long parsed() {
    return parsed;
  }

  Distincts numbers() {
    return numbers;
  }

  char mark() {
    return style.decimalMark();
  }

  boolean whole() {
    return whole;
  }

  boolean written() {
    return scientific > 0 || fractions > 0 || grouped > 0;
  }

  long grouped() {
    return grouped;
  }

  long ungrouped() {
    return ungrouped;
  }

  long fractions() {
    return fractions;
  }

  long huge() {
    return huge;
  }

  long leadingZeros() {
    return leadingZeros;
  }

  int leastDigits() {
    return leastDigits;
  }

  int mostDigits() {
    return mostDigits;
  }

  /** Whether values filled up with zeros are all filled up to the same width. */
  boolean evenlyPadded() {
    return leadingZeros == 0 || leastDigits == paddedDigits;
  }

  boolean decorated() {
    return !style.prefix().isEmpty() || !style.suffix().isEmpty();
  }

  /** The format of the column, with the token that stands for a missing value. */
  NumberFormat format(String missingToken) {
    int most = Math.min(mostPlaces, MOST_DECIMALS);
    int decimals = scientific > 0 ? decimalsOfAll(most) : most;
    int least = scientific > 0 ? 0 : Math.min(usualPlaces(most), decimals);
    int digits = leadingZeros > 0 ? paddedDigits : bareable > 0 && bare == bareable ? 0 : 1;
    Optional<Character> grouping = grouped > 0 ? style.grouping() : Optional.empty();
    return new NumberFormat(
        decimals,
        least,
        style.decimalMark(),
        grouping,
        digits,
        style.prefix(),
        style.suffix(),
        missingToken);
  }

  /** The number of places shown at least that gives most values back as they stood. */
  private int usualPlaces(int most) {
    int best = 0;
    long bestFitting = -1;
    for (int least = 0; least <= most; least++) {
      long fitting = 0;
      for (int needed = 0; needed <= most; needed++) {
        fitting += shown[Math.max(least, needed)][needed];
      }
      if (fitting > bestFitting) {
        best = least;
        bestFitting = fitting;
      }
    }
    return best;
  }

  /** Scientific notation hides the places; the shortest decimal forms tell. */
  private int decimalsOfAll(int atLeast) {
    int most = atLeast;
    for (int i = 0; i < numbers.size() && most < MOST_DECIMALS; i++) {
      java.math.BigDecimal exact =
          new java.math.BigDecimal(Double.toString(numbers.value(i))).stripTrailingZeros();
      most = Math.max(most, Math.min(MOST_DECIMALS, exact.scale()));
    }
    return most;
  }
}
