package dev.likeness.evaluation;

import dev.likeness.evaluation.EvaluationReport.PairScore;
import dev.likeness.evaluation.metric.CategorySample;
import dev.likeness.evaluation.metric.Metrics;
import dev.likeness.evaluation.metric.NumberSample;
import dev.likeness.evaluation.metric.PairMetric;
import dev.likeness.evaluation.metric.Sample;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Scores all pairs of columns in square tiles of {@value #TILE} by {@value #TILE}, so that a tile's
 * columns stay in the cache and only sums and the worst pairs are kept.
 *
 * <p><b>Cost:</b> pairs · rows. Where pairs that need more than one pass of plain arithmetic (a
 * category or a missing value on either side) would visit more than {@value #VISITS_LIMIT} rows, a
 * seeded sample of those is scored; pairs of complete numbers always all are. <b>Randomness:</b>
 * the sample depends on the pair's number only.
 */
final class PairSweep {

  static final int WORST = 200;

  private static final int TILE = 4;
  private static final double VISITS_LIMIT = 2e10;
  private static final long SAMPLE_SEED = 42;
  private static final Comparator<Scored> WORST_FIRST =
      Comparator.<Scored>comparingDouble(pair -> pair.value().orElseThrow())
          .thenComparingInt(Scored::first)
          .thenComparingInt(Scored::second);

  private final List<ComparedColumn> columns;
  private final Expectation expectation;
  private final RunContext run;
  private final double share;
  private final CounterRandom random = CounterRandom.of(SAMPLE_SEED).derive("pairs");
  private int done;

  PairSweep(List<ComparedColumn> columns, Expectation expectation, RunContext run) {
    this(columns, expectation, run, VISITS_LIMIT);
  }

  PairSweep(
      List<ComparedColumn> columns, Expectation expectation, RunContext run, double visitsLimit) {
    this.columns = columns;
    this.expectation = expectation;
    this.run = run;
    this.share = shareOfCostly(columns, visitsLimit);
  }

  /** Share of the costly pairs that a limit on visited rows allows. */
  static double shareOfCostly(List<ComparedColumn> columns, double limit) {
    double all = columns.size();
    double plain = columns.stream().filter(PairSweep::isCompleteNumber).count();
    double pairs = all * (all - 1) / 2 - plain * (plain - 1) / 2;
    double rows = columns.isEmpty() ? 0 : rows(columns.getFirst());
    return Math.min(1, limit / Math.max(1, 2 * pairs * rows));
  }

  private static double rows(ComparedColumn column) {
    return column.real().rows()
        + column.synthetic().rows()
        + column.control().map(Sample::rows).orElse(0);
  }

  private static boolean isCompleteNumber(ComparedColumn column) {
    return column.real() instanceof NumberSample
        && column.real().missing() == 0
        && column.synthetic().missing() == 0
        && column.control().map(Sample::missing).orElse(0) == 0;
  }

  /** Share of the pairs other than those of complete numbers that is scored. */
  double share() {
    return share;
  }

  /** Scores the pairs. */
  Sums score() {
    int blocks = Parallel.blocks(columns.size(), TILE);
    int tiles = blocks * (blocks + 1) / 2;
    if (tiles == 0) {
      return Sums.NONE;
    }
    int[] rowOfTile = new int[tiles];
    int[] columnOfTile = new int[tiles];
    for (int row = 0, tile = 0; row < blocks; row++) {
      for (int column = row; column < blocks; column++, tile++) {
        rowOfTile[tile] = row;
        columnOfTile[tile] = column;
      }
    }
    return Parallel.reduce(
        tiles,
        run,
        tile -> {
          Sums sums = tile(rowOfTile[tile], columnOfTile[tile]);
          advance(tiles);
          return sums;
        },
        Sums::and);
  }

  /** Progress never falls, whichever thread finishes first. */
  private synchronized void advance(int tiles) {
    done++;
    run.progress().at("pairs", (double) done / tiles);
  }

  private Sums tile(int row, int column) {
    Sums sums = Sums.NONE;
    List<Scored> scored = new ArrayList<>();
    for (int i = row * TILE; i < Math.min(columns.size(), (row + 1) * TILE); i++) {
      int from = Math.max(i + 1, column * TILE);
      for (int j = from; j < Math.min(columns.size(), (column + 1) * TILE); j++) {
        if (isScored(i, j)) {
          Scored pair = scored(Metrics.forPair(columns.get(i).real(), columns.get(j).real()), i, j);
          sums = sums.with(pair);
          scored.add(pair);
        }
      }
    }
    return sums.withWorst(scored);
  }

  private boolean isScored(int i, int j) {
    return share == 1
        || (isCompleteNumber(columns.get(i)) && isCompleteNumber(columns.get(j)))
        || random.uniform((long) i * columns.size() + j, 0) < share;
  }

  private <R> Scored scored(PairMetric<R> metric, int i, int j) {
    ComparedColumn a = columns.get(i);
    ComparedColumn b = columns.get(j);
    R real = metric.relation(a.real(), b.real());
    R synthetic = metric.relation(a.synthetic(), b.synthetic());
    Optional<R> control =
        a.control().map(sample -> metric.relation(sample, b.control().orElseThrow()));
    return asInReport(
        new Scored(
            i,
            j,
            metric.similarity(real, synthetic),
            expected(metric, real, control),
            OptionalDouble.empty(),
            OptionalDouble.empty()),
        metric,
        real,
        synthetic,
        control);
  }

  /**
   * Adds the score that SDMetrics' report would take, where the pair is related strongly enough.
   */
  private <R> Scored asInReport(
      Scored pair, PairMetric<R> metric, R real, R synthetic, Optional<R> control) {
    ComparedColumn a = columns.get(pair.first());
    ComparedColumn b = columns.get(pair.second());
    if (!isBinned(a, b)) {
      return isStrong(metric, real) ? pair.inReport(pair.value(), pair.expected()) : pair;
    }
    R alone = metric.relation(a.real().binnedAlone(), b.real().binnedAlone());
    if (!isStrong(metric, alone)) {
      return pair;
    }
    R others = metric.relation(a.synthetic().binnedAlone(), b.synthetic().binnedAlone());
    Optional<R> held =
        a.control()
            .map(
                sample ->
                    metric.relation(sample.binnedAlone(), b.control().orElseThrow().binnedAlone()));
    return pair.inReport(metric.similarity(alone, others), expected(metric, alone, held));
  }

  private static boolean isBinned(ComparedColumn a, ComparedColumn b) {
    return a.real() instanceof CategorySample != b.real() instanceof CategorySample;
  }

  private static <R> boolean isStrong(PairMetric<R> metric, R relation) {
    OptionalDouble strength = metric.strength(relation);
    return strength.isPresent() && Math.abs(strength.getAsDouble()) > metric.threshold();
  }

  private <R> OptionalDouble expected(PairMetric<R> metric, R real, Optional<R> control) {
    return control.isEmpty()
        ? OptionalDouble.empty()
        : expectation.from(metric.similarity(real, control.get()));
  }

  /** The line of a scored pair in the report. */
  PairScore line(Scored pair) {
    ComparedColumn a = columns.get(pair.first());
    ComparedColumn b = columns.get(pair.second());
    return line(Metrics.forPair(a.real(), b.real()), pair, a, b);
  }

  private static <R> PairScore line(
      PairMetric<R> metric, Scored pair, ComparedColumn a, ComparedColumn b) {
    return new PairScore(
        List.of(a.field().name(), b.field().name()),
        List.of(a.index() + 1, b.index() + 1),
        metric.name(),
        pair.value(),
        pair.expected(),
        metric.strength(metric.relation(a.real(), b.real())),
        metric.strength(metric.relation(a.synthetic(), b.synthetic())));
  }

  /**
   * The scores of a pair.
   *
   * @param first its first column, among the compared ones
   * @param second its second column
   * @param value with the real table's bins
   * @param expected with the control rows in the place of the synthetic ones
   * @param reported with each table's own bins; absent for pairs that are not strongly related
   * @param reportExpected the same with the control rows
   */
  record Scored(
      int first,
      int second,
      OptionalDouble value,
      OptionalDouble expected,
      OptionalDouble reported,
      OptionalDouble reportExpected) {

    Scored inReport(OptionalDouble reported, OptionalDouble reportExpected) {
      return new Scored(first, second, value, expected, reported, reportExpected);
    }
  }

  /**
   * What is kept of many pairs.
   *
   * @param value mean of the scores
   * @param expected mean of the expected scores
   * @param reported mean of the scores that SDMetrics' report takes
   * @param reportExpected mean of those expected
   * @param worst the lowest scores, lowest first, at most {@value PairSweep#WORST}
   */
  record Sums(Mean value, Mean expected, Mean reported, Mean reportExpected, List<Scored> worst) {

    static final Sums NONE = new Sums(Mean.NONE, Mean.NONE, Mean.NONE, Mean.NONE, List.of());

    Sums with(Scored pair) {
      return new Sums(
          value.with(pair.value()),
          expected.with(pair.expected()),
          reported.with(pair.reported()),
          reportExpected.with(pair.reportExpected()),
          worst);
    }

    Sums withWorst(List<Scored> more) {
      List<Scored> all = new ArrayList<>(worst);
      more.stream().filter(pair -> pair.value().isPresent()).forEach(all::add);
      all.sort(WORST_FIRST);
      return new Sums(
          value,
          expected,
          reported,
          reportExpected,
          List.copyOf(all.subList(0, Math.min(WORST, all.size()))));
    }

    Sums and(Sums other) {
      return new Sums(
              value.and(other.value),
              expected.and(other.expected),
              reported.and(other.reported),
              reportExpected.and(other.reportExpected),
              worst)
          .withWorst(other.worst);
    }
  }
}
