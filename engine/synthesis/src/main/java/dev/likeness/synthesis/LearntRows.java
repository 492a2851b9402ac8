package dev.likeness.synthesis;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many of a table's rows a model was learnt from. Of large tables that is a sample: the seed
 * chooses which rows a fit gets ({@link Synthesis}), and of a node's rows its trees see every n-th.
 *
 * @param learnt rows that the model got
 * @param training rows of the table that are not held out
 * @param mostOfATree rows that one tree learns from at most; empty where there are no trees
 */
public record LearntRows(long learnt, long training, OptionalInt mostOfATree) {

  /** The same in one sentence, with numbers only; empty where all rows were learnt as a whole. */
  public Optional<String> sentence() {
    boolean some = learnt < training;
    boolean thinned = mostOfATree.isPresent() && mostOfATree.getAsInt() < learnt;
    if (!some && !thinned) {
      return Optional.empty();
    }
    String rows =
        some
            ? String.format(
                Locale.ROOT, "%,d of %,d training rows, chosen by the seed", learnt, training)
            : String.format(Locale.ROOT, "all %,d training rows", training);
    String trees =
        thinned
            ? String.format(
                Locale.ROOT, "; each tree from at most %,d of them", mostOfATree.getAsInt())
            : "";
    return Optional.of("Learnt from " + rows + trees + ".");
  }
}
