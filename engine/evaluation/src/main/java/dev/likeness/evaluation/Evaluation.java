package dev.likeness.evaluation;

import dev.likeness.evaluation.EvaluationReport.ColumnScore;
import dev.likeness.evaluation.EvaluationReport.ControlMatch;
import dev.likeness.evaluation.EvaluationReport.IdenticalRows;
import dev.likeness.evaluation.EvaluationReport.Missing;
import dev.likeness.evaluation.EvaluationReport.PairScore;
import dev.likeness.evaluation.EvaluationReport.Rows;
import dev.likeness.evaluation.EvaluationReport.Score;
import dev.likeness.evaluation.EvaluationReport.SdMetrics;
import dev.likeness.evaluation.EvaluationReport.ThresholdedScore;
import dev.likeness.evaluation.EvaluationReport.TrainingMatch;
import dev.likeness.evaluation.metric.ColumnMetric;
import dev.likeness.evaluation.metric.Metrics;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Judges a synthetic table against the rows that it was learnt from and rows that the model never
 * saw.
 *
 * <p>Scores equal those of SDMetrics 0.32 on the same tables to 10⁻⁹, with one difference: where a
 * table has more than 50,000 rows, SDMetrics' report draws 50,000 of them anew for every pair that
 * involves a category, so its figures change from call to call; here all rows count. The report's
 * {@code sdmetrics} and {@code trend_thresholded} use that report's binning (each table by its own
 * extremes) and thresholds; {@code trend} and the listed pairs use the real table's bins.
 *
 * <p><b>Missing:</b> dropped by column metrics, pairwise complete in correlations, a category in
 * two-way tables. <b>Cost:</b> pairs · rows, see {@link PairSweep}; 105 pairs of 65,000 rows take
 * about a tenth of a second. <b>Randomness:</b> none that matters; the report is the same for any
 * number of threads, but for its {@code seconds}. <b>Thread-safe:</b> yes.
 */
public final class Evaluation {

  /** The release of SDMetrics whose figures are reproduced. */
  public static final String SDMETRICS_VERSION = "0.32.0";

  private static final int SDMETRICS_ROWS = 50_000;
  private static final int FEW_CONTROL_ROWS = 100;
  private static final Comparator<ColumnScore> WORST_FIRST =
      Comparator.<ColumnScore>comparingDouble(column -> column.value().orElse(2))
          .thenComparing(column -> column.metric().isEmpty())
          .thenComparingInt(ColumnScore::position);

  private final Table train;
  private final Optional<Table> control;
  private final Table synthetic;
  private final RunContext run;
  private final List<ComparedColumn> compared;
  private final Expectation expectation;

  private Evaluation(Table train, Optional<Table> control, Table synthetic, RunContext run) {
    this.train = train;
    this.control = control;
    this.synthetic = synthetic;
    this.run = run;
    this.expectation =
        Expectation.of(train.rows(), control.map(Table::rows).orElse(0), synthetic.rows());
    int[] modelled =
        IntStream.range(0, train.schema().width())
            .filter(index -> train.schema().field(index).isModelled())
            .toArray();
    this.compared =
        Parallel.map(
            modelled.length, run, i -> ComparedColumn.of(modelled[i], train, control, synthetic));
  }

  /**
   * Evaluates.
   *
   * @param train rows that the model was fitted on
   * @param control rows that it never saw, perhaps none
   * @param synthetic rows that it made
   * @param run how it is run; hears {@code "columns"} and {@code "pairs"}
   * @throws IllegalArgumentException where the tables have not the same columns
   * @throws dev.likeness.numerics.CancelledException when the context asked to stop
   */
  public static EvaluationReport of(Table train, Table control, Table synthetic, RunContext run) {
    long start = System.nanoTime();
    requireSameColumns(train.schema(), control.schema(), "control");
    requireSameColumns(train.schema(), synthetic.schema(), "synthetic");
    Optional<Table> held = Optional.of(control).filter(table -> table.rows() > 0);
    return new Evaluation(train, held, synthetic, run).report(start);
  }

  private static void requireSameColumns(Schema expected, Schema actual, String table) {
    if (actual.width() != expected.width()) {
      throw new IllegalArgumentException(
          table + " = " + actual.width() + " columns, expected " + expected.width());
    }
    for (int i = 0; i < expected.width(); i++) {
      if (actual.field(i).type() != expected.field(i).type()) {
        throw new IllegalArgumentException(
            table
                + " column "
                + (i + 1)
                + " = "
                + actual.field(i).type()
                + ", expected "
                + expected.field(i).type());
      }
    }
  }

  private EvaluationReport report(long start) {
    List<ColumnScore> columns = columns();
    PairSweep sweep = new PairSweep(compared, expectation, run);
    PairSweep.Sums sums = sweep.score();
    Score shape = shape(columns);
    Score trend = trend(sums);
    ThresholdedScore strong = strong(sums);
    IdenticalRows identical = identicalRows();
    List<PairScore> worst = sums.worst().stream().map(sweep::line).toList();
    return new EvaluationReport(
        new Rows(train.rows(), control.map(Table::rows).orElse(0), synthetic.rows()),
        quality(shape, trend),
        shape,
        trend,
        strong,
        new SdMetrics(
            Mean.of(shape.value(), strong.value()),
            shape.value(),
            strong.value(),
            SDMETRICS_VERSION),
        Verdicts.of(shape, strong, identical.training(), controlRows(), synthetic.rows()),
        identical,
        columns,
        worst,
        pairsTotal(),
        (System.nanoTime() - start) / 1e9,
        notes(sweep, sums));
  }

  private int controlRows() {
    return control.map(Table::rows).orElse(0);
  }

  private long pairsTotal() {
    return (long) compared.size() * (compared.size() - 1) / 2;
  }

  private List<ColumnScore> columns() {
    List<ColumnScore> scores =
        new ArrayList<>(Parallel.map(compared.size(), run, i -> column(compared.get(i))));
    for (int i = 0; i < train.schema().width(); i++) {
      if (!train.schema().field(i).isModelled()) {
        scores.add(notModelled(i));
      }
    }
    scores.sort(WORST_FIRST);
    run.progress().at("columns", 1);
    return scores;
  }

  private ColumnScore column(ComparedColumn column) {
    ColumnMetric metric = Metrics.forColumn(column.real());
    OptionalDouble value = metric.score(column.real(), column.synthetic());
    Optional<Chart> chart = Charts.of(column);
    return new ColumnScore(
        column.index() + 1,
        column.field().name(),
        Optional.of(metric.name()),
        value,
        column.control().isEmpty()
            ? OptionalDouble.empty()
            : expectation.from(metric.score(column.real(), column.control().get())),
        new Missing(column.real().missingShare()),
        new Missing(column.synthetic().missingShare()),
        chart,
        note(column, value, chart));
  }

  private static Optional<String> note(
      ComparedColumn column, OptionalDouble value, Optional<Chart> chart) {
    if (value.isEmpty()) {
      return Optional.of(
          "not scored: "
              + (column.real().rows() == column.real().missing() ? "the training" : "the synthetic")
              + " rows have no value in this column");
    }
    return chart.isPresent()
        ? Optional.empty()
        : Optional.of("no chart: fewer than " + 2 * Charts.FEWEST + " training rows have a value");
  }

  private ColumnScore notModelled(int index) {
    Field field = train.schema().field(index);
    return new ColumnScore(
        index + 1,
        field.name(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        missing(train.column(index)),
        missing(synthetic.column(index)),
        Optional.empty(),
        Optional.of(
            "not modelled: "
                + (field.role() == Role.DIRECT_IDENTIFIER ? "direct identifier" : "free text")));
  }

  private static Missing missing(Column column) {
    return new Missing(column.size() == 0 ? 0 : (double) column.missingCount() / column.size());
  }

  private static Score shape(List<ColumnScore> columns) {
    Mean value = Mean.NONE;
    Mean expected = Mean.NONE;
    for (ColumnScore column : columns) {
      value = value.with(column.value());
      expected = expected.with(column.expected());
    }
    return new Score(
        value.value(),
        expected.value(),
        "mean over modelled columns of KSComplement (numbers, dates) or TVComplement (categories);"
            + " expected: unseen real rows instead, corrected for their number");
  }

  private static Score trend(PairSweep.Sums sums) {
    return new Score(
        sums.value().value(),
        sums.expected().value(),
        "mean over all column pairs of CorrelationSimilarity or ContingencySimilarity (numbers in"
            + " 10 bins of the training rows' range); hardly sees dependence, so read"
            + " trend_thresholded");
  }

  private static ThresholdedScore strong(PairSweep.Sums sums) {
    return new ThresholdedScore(
        sums.reported().value(),
        sums.reportExpected().value(),
        sums.reported().count(),
        "SDMetrics ≥ 0.27 default thresholds: mean over pairs with |correlation| > 0.5 or Cramér's"
            + " V > 0.3 in the training rows, numbers binned within each table's own range");
  }

  private static Score quality(Score shape, Score trend) {
    return new Score(
        Mean.of(shape.value(), trend.value()),
        Mean.of(shape.expected(), trend.expected()),
        "mean of shape and trend");
  }

  private IdenticalRows identicalRows() {
    if (compared.isEmpty() || synthetic.rows() == 0) {
      return new IdenticalRows(
          new TrainingMatch(OptionalDouble.empty(), OptionalDouble.empty(), 0),
          new ControlMatch(OptionalDouble.empty(), 0));
    }
    RowMatcher inTraining =
        RowMatcher.of(RowMatcher.hashes(compared, train.rows(), ComparedColumn::real));
    long[] made = RowMatcher.hashes(compared, synthetic.rows(), ComparedColumn::synthetic);
    long copies = inTraining.count(made);
    OptionalDouble share = OptionalDouble.of((double) copies / made.length);
    if (control.isEmpty()) {
      return new IdenticalRows(
          new TrainingMatch(share, OptionalDouble.empty(), copies),
          new ControlMatch(OptionalDouble.empty(), 0));
    }
    long[] held =
        RowMatcher.hashes(compared, controlRows(), column -> column.control().orElseThrow());
    long chance = RowMatcher.of(held).count(made);
    return new IdenticalRows(
        new TrainingMatch(
            share, OptionalDouble.of((double) inTraining.count(held) / held.length), copies),
        new ControlMatch(OptionalDouble.of((double) chance / made.length), chance));
  }

  private List<String> notes(PairSweep sweep, PairSweep.Sums sums) {
    List<String> notes = new ArrayList<>();
    if (control.isEmpty()) {
      notes.add("No rows were held out, so there are no expected values.");
    } else if (controlRows() < FEW_CONTROL_ROWS) {
      notes.add("Only " + controlRows() + " control rows: the expected values are rough.");
    }
    int left = train.schema().width() - compared.size();
    if (left > 0) {
      notes.add(left + (left == 1 ? " column is" : " columns are") + " not modelled or scored.");
    }
    if (sweep.share() < 1) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Of the pairs with a category or a missing value a seeded sample of %.1f%% is"
                  + " scored.",
              100 * sweep.share()));
    } else if (sums.value().count() < pairsTotal()) {
      notes.add(
          pairsTotal()
              - sums.value().count()
              + " pairs have no score, because a column is constant or empty.");
    }
    if (Math.max(train.rows(), synthetic.rows()) > SDMETRICS_ROWS) {
      notes.add("All rows count; SDMetrics itself would draw 50,000 of them for each pair.");
    }
    return notes;
  }
}
