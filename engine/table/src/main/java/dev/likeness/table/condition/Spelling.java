package dev.likeness.table.condition;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant to type. */
public final class Spelling {

  private static final int FEWEST_EDITS = 2;
  private static final int LONGEST = 200;

  private Spelling() {}

  /**
   * The candidate with the fewest edits between it and a text, case and outer blanks not counted;
   * of equally near ones the first. Empty where the nearest is further away than a third of its
   * length or {@value #FEWEST_EDITS} edits, whichever is more; of short ones a letter must agree.
   *
   * <p><b>Cost:</b> candidates · lengths².
   */
  public static Optional<String> nearest(String text, List<String> candidates) {
    String typed = normal(text);
    return candidates.stream()
        .filter(candidate -> edits(typed, normal(candidate)) <= permitted(typed, candidate))
        .min(Comparator.comparingInt(candidate -> edits(typed, normal(candidate))));
  }

  private static int permitted(String typed, String candidate) {
    int length = Math.min(typed.length(), candidate.length());
    return length <= FEWEST_EDITS ? length - 1 : Math.max(FEWEST_EDITS, length / 3);
  }

  private static String normal(String text) {
    String normal = text.strip().toLowerCase(Locale.ROOT);
    return normal.substring(0, Math.min(LONGEST, normal.length()));
  }

  /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
  static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, edits, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] edits, int i, int j) {
    int change = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
