package dev.likeness.synthesis.model;

/**
 * How much a boosted model may learn of its rows.
 *
 * <p>Trees are grown while rows that nothing is learnt from are told better and better. Each column
 * parts its nodes by their size, and each part keeps as many trees as told its held-out rows best,
 * times {@code extent}: fidelity and membership pull against each other, and this is the rope.
 *
 * @param leaves of a tree
 * @param extent share of the best number of trees that is kept
 * @param rounds trees of a node at most
 * @param rate learning rate
 * @param leafShare share of a node's rows that a leaf has at least
 * @param l2 λ, which keeps what leaves of few rows say near nothing
 */
record BoostCapacity(
    int leaves, double extent, int rounds, double rate, double leafShare, double l2) {

  /** Rows that a leaf has at least. */
  static final int LEAF_ROWS = 30;

  /** Rounds without gain after which a node is left alone. */
  static final int PATIENCE = 12;

  private static final int ROWS_OF_A_BIN = 100;
  private static final int FEWEST_BINS = 8;
  private static final int MOST_BINS = 128;

  /** The capacity that an option asks for. */
  static BoostCapacity of(BoostSynthesizer.Memory memory) {
    return switch (memory) {
      case LOW -> new BoostCapacity(8, 0.6, 200, 0.18, 0.01, 100);
      case BALANCED -> new BoostCapacity(15, 1, 200, 0.12, 0.01, 10);
      case HIGH -> new BoostCapacity(31, 1.5, 300, 0.12, 0.005, 1);
    };
  }

  /** Bins of a number, beside those of frequent values. */
  static int bins(int rows) {
    return Math.clamp(rows / ROWS_OF_A_BIN, FEWEST_BINS, MOST_BINS);
  }

  /** Trees that are kept where {@code best} told the held-out rows best. */
  int kept(int best) {
    return (int) Math.round(best * extent);
  }
}
