package dev.likeness.synthesis.auto;

import dev.likeness.synthesis.auto.TableFacts.ColumnFacts;
import java.util.List;

/**
 * How long models take, by formulas with checked-in constants: never measured where they run, so
 * that the same table is advised the same on every machine.
 *
 * <p>n rows are learnt and m are made. Column j has K_j classes (bins of a number, levels of a
 * category), whose hierarchy is b_j deep on average: with a share s of the most frequent value,
 *
 * <pre>  b = −s log₂ s − (1 − s) log₂(1 − s) + (1 − s) log₂(K − 1)</pre>
 *
 * <p>It is told by p_j columns and has L_j latents, L in all. What a column adds:
 *
 * <pre>
 *   boost            n b_j (p_j + 10) · 9·10⁻⁸ + K_j p_j · 2·10⁻⁶ + m b_j · 2.2·10⁻⁷
 *   gaussian-copula  (sweeps · (r L · 5.6·10⁻⁸ + (r L² + L³) · 9·10⁻¹⁰) + m L² · 10⁻⁹) L_j / L
 *   independent      n · 5·10⁻⁸ + m · 2·10⁻⁸
 * </pre>
 *
 * <p>r rows and sweeps are those that the copula learns from. How closely columns hang together is
 * not known beforehand, and trees grow until they know: where they hardly do, {@code boost} takes
 * half of that. Conditions make rows dearer. <b>Units:</b> seconds on two cores of a warm process.
 * <b>Thread-safe:</b> yes.
 */
final class Costs {

  private static final double START = 0.05;
  private static final double CONDITIONED = 3;
  private static final double LEARN = 9e-8;
  private static final double ALONE = 10;
  private static final double CLASS = 2e-6;
  private static final double DRAW = 2.2e-7;
  private static final double SORT = 5e-8;
  private static final double MAKE = 2e-8;
  private static final double SWEEP_DRAW = 5.6e-8;
  private static final double SWEEP = 9e-10;
  private static final double LATENT = 1e-9;

  private static final double MOST_SWEEPS = 12;
  private static final double FEWEST_SWEEPS = 4;
  private static final double SWEEP_ROWS = 20_000;
  private static final double FEWEST_SWEEP_ROWS = 2000;
  private static final double ROW_WORK = 4e9;
  private static final double ALL_WORK = 1.5e10;
  private static final double FEWEST_BINS = 8;
  private static final double MOST_BINS = 160;
  private static final double ROWS_OF_A_BIN = 100;
  private static final double MOST_CATEGORIES = 1000;
  private static final double ROWS_OF_A_CATEGORY = 5;
  private static final double MOST_LATENTS = 8;
  private static final int ALL_PARENTS = 64;
  private static final int FEWEST_PARENTS = 16;

  private Costs() {}

  /** Seconds of a whole job: learning and making the rows. */
  static double seconds(String model, TableFacts facts) {
    double sum = START;
    for (double column : columns(model, facts)) {
      sum += column;
    }
    return sum;
  }

  /** What each column adds, in the order of the facts. */
  static double[] columns(String model, TableFacts facts) {
    List<ColumnFacts> columns = facts.columns();
    double n = facts.learnt();
    double m = facts.wanted() * (facts.conditioned() == 0 ? 1 : CONDITIONED);
    double latents = columns.stream().mapToDouble(column -> latents(column, n)).sum();
    double[] costs = new double[columns.size()];
    for (int j = 0; j < costs.length; j++) {
      ColumnFacts column = columns.get(j);
      double alone = SORT * n + MAKE * m;
      costs[j] =
          alone
              + switch (model) {
                case "boost" -> boost(column, parents(j, costs.length), n, m);
                case "gaussian-copula" -> copula(latents, n, m) * latents(column, n) / latents;
                default -> 0;
              };
    }
    return costs;
  }

  private static double boost(ColumnFacts column, double parents, double n, double m) {
    double classes = classes(column, n);
    double depth = depth(classes, column.mode());
    return LEARN * n * depth * (parents + ALONE) + CLASS * classes * parents + DRAW * m * depth;
  }

  /** Of all columns. */
  private static double copula(double latents, double n, double m) {
    double square = latents * latents;
    double rows = Math.min(Math.min(n, SWEEP_ROWS), Math.max(FEWEST_SWEEP_ROWS, ROW_WORK / square));
    double work = rows * square + square * latents;
    double sweeps = Math.clamp(ALL_WORK / work, FEWEST_SWEEPS, MOST_SWEEPS);
    return sweeps * (SWEEP_DRAW * rows * latents + SWEEP * work) + LATENT * m * square;
  }

  private static double parents(int before, int columns) {
    int most =
        columns <= ALL_PARENTS
            ? ALL_PARENTS
            : Math.max(FEWEST_PARENTS, ALL_PARENTS * ALL_PARENTS / columns);
    return Math.min(before, most);
  }

  /** Bins of a number, levels of a category. */
  private static double classes(ColumnFacts column, double learnt) {
    double most =
        column.category()
            ? Math.min(MOST_CATEGORIES, learnt / ROWS_OF_A_CATEGORY)
            : Math.clamp(learnt / ROWS_OF_A_BIN, FEWEST_BINS, MOST_BINS);
    return Math.max(2, Math.min(column.distinct(), most));
  }

  /** Bits of a class where one has the share of the mode, and the others are alike. */
  private static double depth(double classes, double mode) {
    double share = Math.clamp(mode, 1 / classes, 1);
    double rest = 1 - share;
    double bits =
        rest == 0 ? 0 : -share * log2(share) - rest * log2(rest) + rest * log2(classes - 1);
    return Math.max(0.1, bits);
  }

  private static double latents(ColumnFacts column, double learnt) {
    return column.category()
        ? Math.clamp(Math.ceil(log2(classes(column, learnt))), 1, MOST_LATENTS)
        : 1;
  }

  private static double log2(double x) {
    return StrictMath.log(x) / StrictMath.log(2);
  }
}
