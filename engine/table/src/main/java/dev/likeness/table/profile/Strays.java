package dev.likeness.table.profile;

import java.util.regex.Pattern;

/**
 * How many cells of a column may not read as the others do before the column is something else.
 *
 * <p>One in a hundred always may. One in ten may where the others are clearly measured: many
 * different numbers, or several different dates; such as {@code see note} or {@code 12 (est.)}
 * among amounts. Cells that look like codes ({@code 12A}, {@code V57.1}, {@code 1.2.3}, {@code
 * 18-24}, {@code B}) count as one in a hundred only, because where they are more the numbers beside
 * them are most likely names too.
 */
final class Strays {

  private static final double FEW = 0.01;
  private static final double MANY = 0.1;
  private static final double LESS_SURE = 0.9;
  private static final double LEAST_SURE = 0.5;
  private static final int DIFFERENT_NUMBERS = 12;
  private static final int DIFFERENT_MOMENTS = 5;
  private static final Pattern LETTER_OR_MIXTURE =
      Pattern.compile("\\p{L}|(?=.*\\d)[\\p{L}\\d][\\p{L}\\d./:_#-]*");
  private static final Pattern MEASURE = Pattern.compile("[\\d.,]+\\p{L}{2,}");
  private static final Pattern NUMBER =
      Pattern.compile("\\d+(?:[.,]\\d+)?|\\d{1,3}(?:[.,'’]\\d{3})+(?:[.,]\\d+)?");

  private Strays() {}

  /** Whether a cell that is no number looks like a code. */
  static boolean code(String cell) {
    String text = cell.strip();
    return LETTER_OR_MIXTURE.matcher(text).matches()
        && !MEASURE.matcher(text).matches()
        && !NUMBER.matcher(text).matches();
  }

  /** Whether hardly any cell is a stray. */
  static boolean few(long values, long parsed) {
    return parsed > 0 && values - parsed <= values * FEW;
  }

  /** Whether strays among numbers are few enough. */
  static boolean amongNumbers(long values, long parsed, long codes, long distinct) {
    return few(values, parsed)
        || bearable(values, parsed) && codes <= values * FEW && distinct >= DIFFERENT_NUMBERS;
  }

  /** Whether strays among dates or times are few enough. */
  static boolean amongMoments(long values, long parsed, boolean digitsOnly, long distinct) {
    return few(values, parsed)
        || bearable(values, parsed) && !digitsOnly && distinct >= DIFFERENT_MOMENTS;
  }

  private static boolean bearable(long values, long parsed) {
    return parsed > 0 && values - parsed <= values * MANY;
  }

  /** What is left of a confidence where so many cells are strays. */
  static double confidence(double sure, long values, long parsed) {
    double share = values == 0 ? 1 : (double) (values - parsed) / values;
    return share <= FEW ? sure : Math.min(sure, Math.max(LEAST_SURE, LESS_SURE - share));
  }
}
