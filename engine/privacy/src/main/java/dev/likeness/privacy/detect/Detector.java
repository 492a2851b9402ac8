package dev.likeness.privacy.detect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Recognises one type of personal data. Found by {@link java.util.ServiceLoader}; a new detector is
 * one new file.
 *
 * <ol>
 *   <li>It looks at one column at a time; what the other columns say is weighed afterwards.
 *   <li>Its evidence holds no value of the data.
 *   <li>It is stateless, and the same column gives the same evidence.
 * </ol>
 *
 * <p><b>Thread-safe:</b> yes.
 */
public interface Detector {

  /** What it goes by: one set of clues, or one for each country or form; all of one type. */
  List<Clues> clues();

  /** What it recognises. */
  default PiiType type() {
    return clues().getFirst().type();
  }

  /** What speaks for and against, by the clues that fit best; empty where nothing speaks for it. */
  default Optional<Evidence> weigh(ColumnView column) {
    return clues().stream()
        .flatMap(clues -> clues.weigh(column).stream())
        .max(Comparator.comparingDouble(Evidence::logOdds));
  }
}
