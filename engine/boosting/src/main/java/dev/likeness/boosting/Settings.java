package dev.likeness.boosting;

/**
 * How trees are grown.
 *
 * @param objective what is made small
 * @param rounds trees at most, in [0, 10,000]
 * @param leaves of a tree at most, in [2, 64]
 * @param learningRate share of a leaf's value that is taken, in (0, 1]
 * @param minLeafRows rows that a leaf has at least
 * @param minLeafHessian sum of hessians that a leaf has at least
 * @param l2 λ in a leaf's value −Σg / (Σh + λ) and in the gain of a split
 * @param categories how sets of categories are split
 */
public record Settings(
    Objective objective,
    int rounds,
    int leaves,
    double learningRate,
    int minLeafRows,
    double minLeafHessian,
    double l2,
    Categories categories) {

  /** The largest number of leaves. */
  public static final int MAX_LEAVES = 64;

  private static final int MAX_ROUNDS = 10_000;

  /**
   * How sets of categories are split: categories are sorted by Σg / (Σh + smoothing), and a split
   * takes some from either end; of at most {@code single} categories, one against the others.
   *
   * @param smoothing in the order of categories; those with fewer rows than it are left aside
   * @param l2 added to λ in the gain of a split
   * @param groupRows rows that lie between two splits that are tried
   * @param most categories that may be taken from one end
   * @param single number of categories up to which one is taken against the others
   */
  public record Categories(double smoothing, double l2, int groupRows, int most, int single) {

    /** Smoothing 10, λ + 10, 100 rows, 32 categories, 4 singles. */
    public static Categories defaults() {
      return new Categories(10, 10, 100, 32, 4);
    }

    /** Validates every component. */
    public Categories {
      expect(smoothing >= 0, "smoothing", smoothing, ">= 0");
      expect(l2 >= 0, "l2", l2, ">= 0");
      expect(groupRows >= 1, "groupRows", groupRows, ">= 1");
      expect(most >= 1, "most", most, ">= 1");
      expect(single >= 0, "single", single, ">= 0");
    }
  }

  /** Validates every component. */
  public Settings {
    expect(rounds >= 0 && rounds <= MAX_ROUNDS, "rounds", rounds, "in [0, " + MAX_ROUNDS + "]");
    expect(leaves >= 2 && leaves <= MAX_LEAVES, "leaves", leaves, "in [2, " + MAX_LEAVES + "]");
    expect(learningRate > 0 && learningRate <= 1, "learningRate", learningRate, "in (0, 1]");
    expect(minLeafRows >= 1, "minLeafRows", minLeafRows, ">= 1");
    expect(minLeafHessian >= 0, "minLeafHessian", minLeafHessian, ">= 0");
    expect(l2 >= 0, "l2", l2, ">= 0");
  }

  private static void expect(boolean holds, String name, double value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(name + " = " + value + ", expected " + range);
    }
  }

  /** 100 rounds of 31 leaves, rate 0.1, 20 rows in a leaf, λ = 1. */
  public static Settings of(Objective objective) {
    return new Settings(objective, 100, 31, 0.1, 20, 1e-3, 1, Categories.defaults());
  }

  /** The same with another number of rounds and leaves. */
  public Settings withSize(int rounds, int leaves) {
    return new Settings(
        objective, rounds, leaves, learningRate, minLeafRows, minLeafHessian, l2, categories);
  }

  /** The same with another learning rate. */
  public Settings withLearningRate(double learningRate) {
    return new Settings(
        objective, rounds, leaves, learningRate, minLeafRows, minLeafHessian, l2, categories);
  }

  /** The same with another smallest leaf. */
  public Settings withMinLeafRows(int minLeafRows) {
    return new Settings(
        objective, rounds, leaves, learningRate, minLeafRows, minLeafHessian, l2, categories);
  }

  /** The same with another λ. */
  public Settings withL2(double l2) {
    return new Settings(
        objective, rounds, leaves, learningRate, minLeafRows, minLeafHessian, l2, categories);
  }

  /** The same with other splits of categories. */
  public Settings withCategories(Categories categories) {
    return new Settings(
        objective, rounds, leaves, learningRate, minLeafRows, minLeafHessian, l2, categories);
  }
}
