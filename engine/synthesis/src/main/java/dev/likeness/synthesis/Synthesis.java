package dev.likeness.synthesis;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Progress;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.plan.Regeneration;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.privacy.treatment.TableContext;
import dev.likeness.synthesis.auto.Guidance;
import dev.likeness.synthesis.auto.Recommendation;
import dev.likeness.synthesis.auto.Recommender;
import dev.likeness.synthesis.auto.TableFacts;
import dev.likeness.synthesis.model.AutoSynthesizer;
import dev.likeness.synthesis.relation.RelationEncoding;
import dev.likeness.table.RowSink;
import dev.likeness.table.Schema;
import dev.likeness.table.SplitSpec;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import dev.likeness.table.options.InvalidOptionException;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.relation.Relation;
import dev.likeness.table.relation.RelationFinder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learning a table and making rows as every surface of the product does it: the command line and
 * the service call this and nothing else, so that both give the same rows.
 *
 * <p>Control rows ({@link SplitSpec#of} of the request's seed) are set aside before anything else;
 * the model sees training rows only, and of tables with more than 20 million training cells a
 * seeded sample of them: a fit must fit into memory, and no statistic of so many rows moves by what
 * is left out. {@link #learnt} says so.
 *
 * <p>Relations without an exception among the training rows are taken out of the model and put back
 * ({@link RelationEncoding}), unless the request says otherwise.
 *
 * <p><b>Thread-safe:</b> yes.
 */
public final class Synthesis {

  private static final int MOST_CELLS = 20_000_000;
  private static final int SHAPE_ROWS = 200_000;

  private Synthesis() {}

  /**
   * Checks a request without running it.
   *
   * @throws UnknownModelException when no such model exists
   * @throws InvalidOptionException when an option does not fit
   */
  public static void check(SynthesisRequest request) {
    Synthesizers.bind(Synthesizers.named(request.model()), request.options());
  }

  /**
   * Checks the conditions of a request against the rows that it would learn from, before anything
   * is learnt: every column and value that they name must exist and be public, and each of them,
   * and all on one column together, must be possible.
   *
   * <p><b>Cost:</b> reads and sorts the columns that have conditions, and no other.
   *
   * @param source whose schema marks the columns that the model will not see
   * @throws InvalidOptionException when an option does not fit
   * @throws dev.likeness.table.condition.InvalidConditionException naming the place
   */
  public static void checkConditions(TableSource source, SynthesisRequest request) {
    if (!request.conditions().isNone()) {
      ConditionCheck.of(source, request).run();
    }
  }

  /**
   * The same where columns are treated.
   *
   * @param table the columns of the source
   * @param plan checked before
   */
  public static void checkConditions(
      TableSource source, SynthesisRequest request, TableContext table, TreatmentPlan plan) {
    List<Integer> chosen = Selection.positions(source.schema(), request.columns());
    TableContext wanted = new TableContext(chosen.stream().map(table.columns()::get).toList());
    List<Integer> hidden = Regeneration.hidden(wanted, plan).stream().map(chosen::get).toList();
    Schema schema = Regeneration.hide(source.schema(), hidden);
    checkConditions(new Relabelled(source, schema), request);
  }

  /**
   * What {@code auto} would do with a table, before anything is learnt.
   *
   * @param profile of the table
   * @param plan checked before
   * @param request of any model; what it says of columns, conditions and time counts
   * @param wanted rows that are to be made
   */
  public static Recommendation recommend(
      TableProfile profile, TreatmentPlan plan, SynthesisRequest request, long wanted) {
    List<Integer> chosen = Selection.positions(profile.schema(), request.columns());
    TableContext table = TreatmentPlan.context(profile);
    TableContext some = new TableContext(chosen.stream().map(table.columns()::get).toList());
    List<Integer> hidden = Regeneration.hidden(some, plan).stream().map(chosen::get).toList();
    double share = 1 - split(request, profile.rows()).share();
    long learnt =
        Math.min(Math.round(profile.rows() * share), MOST_CELLS / Math.max(1, chosen.size()));
    TableFacts facts =
        TableFacts.of(
            profile,
            Regeneration.hide(profile.schema(), hidden),
            chosen,
            learnt,
            wanted,
            request.conditions().columns().size());
    return Recommender.recommend(facts, budget(request));
  }

  private static Optional<Duration> budget(SynthesisRequest request) {
    return Synthesizers.named(request.model()) instanceof AutoSynthesizer auto
        ? Synthesizers.bind(auto, request.options()).budget()
        : Optional.empty();
  }

  /** Which rows of a table a request sets aside. */
  public static SplitSpec split(SynthesisRequest request, long rows) {
    return SplitSpec.of(request.seed(), rows);
  }

  /**
   * The rows and columns that a request learns from.
   *
   * @throws IllegalArgumentException when a column does not exist or is named twice
   */
  public static TableSource training(TableSource source, SynthesisRequest request) {
    SplitSpec split = split(request, source.rowCount());
    Selection training = Selection.training(source, split, request.columns());
    CounterRandom random = CounterRandom.of(request.seed()).derive("thin");
    return training.thinned(MOST_CELLS / training.schema().width(), random);
  }

  /**
   * How many of a table's rows a model was learnt from.
   *
   * @param learnt where the model comes from
   * @param request that it was fitted by
   * @param rows of the table
   */
  public static LearntRows learnt(Provenance learnt, SynthesisRequest request, long rows) {
    long training = split(request, rows).trainingRows(Math.toIntExact(rows)).length;
    return new LearntRows(
        learnt.rows(), training, Synthesizers.named(learnt.model()).mostRowsOfATree());
  }

  /** The rows that a request sets aside, in the columns that it learns from. */
  public static Table control(TableSource source, SynthesisRequest request) {
    SplitSpec split = split(request, source.rowCount());
    return Selection.control(source, split, request.columns()).toTable();
  }

  /**
   * Learns the training rows of a table.
   *
   * @throws UnknownModelException when no such model exists
   * @throws InvalidOptionException when an option does not fit
   * @throws dev.likeness.numerics.CancelledException when the run asked to stop
   */
  public static FittedSynthesizer fit(
      TableSource source, SynthesisRequest request, RunContext run) {
    return fit(Synthesizers.named(request.model()), source, request, Guidance.none(), run);
  }

  /**
   * Learns the training rows of a table whose columns are treated: hidden columns stay out of the
   * fit, and the model that comes back fills them in.
   *
   * @param table the columns of the source
   * @param plan checked before
   * @throws UnknownModelException when no such model exists
   * @throws InvalidOptionException when an option does not fit
   * @throws dev.likeness.numerics.CancelledException when the run asked to stop
   */
  public static FittedSynthesizer fit(
      TableSource source,
      SynthesisRequest request,
      TableContext table,
      TreatmentPlan plan,
      RunContext run) {
    return fit(source, request, table, plan, Guidance.none(), run);
  }

  /**
   * The same for somebody who was advised, or listens.
   *
   * @param guidance for {@code auto}; nobody else asks
   * @throws dev.likeness.synthesis.auto.NoModelException when {@code auto} finds no model
   */
  public static FittedSynthesizer fit(
      TableSource source,
      SynthesisRequest request,
      TableContext table,
      TreatmentPlan plan,
      Guidance guidance,
      RunContext run) {
    List<Integer> chosen = Selection.positions(source.schema(), request.columns());
    TableContext wanted = new TableContext(chosen.stream().map(table.columns()::get).toList());
    List<Integer> hidden = Regeneration.hidden(wanted, plan);
    Regeneration regeneration =
        Regeneration.learn(wanted, plan, hidden, shapes(source, request, chosen, hidden));
    List<Integer> closed = hidden.stream().map(chosen::get).toList();
    Schema schema = Regeneration.hide(source.schema(), closed);
    TableSource seen = schema.equals(source.schema()) ? source : new Relabelled(source, schema);
    FittedSynthesizer model =
        fit(Synthesizers.named(request.model()), seen, request, guidance, run);
    return regeneration.isIdle() ? model : new TreatedModel(model, regeneration);
  }

  /** Some training rows of the hidden columns. */
  private static Table shapes(
      TableSource source, SynthesisRequest request, List<Integer> chosen, List<Integer> hidden) {
    if (hidden.isEmpty()) {
      return source.read(0, 0);
    }
    SplitSpec split = split(request, source.rowCount());
    CounterRandom random = CounterRandom.of(request.seed()).derive("shapes");
    return Selection.training(source, split, hidden.stream().map(chosen::get).toList())
        .thinned(SHAPE_ROWS, random)
        .toTableWithText();
  }

  /**
   * The same rows under another schema.
   *
   * @param source that has the rows
   * @param schema of the same storage
   */
  private record Relabelled(TableSource source, Schema schema) implements TableSource {

    @Override
    public long rowCount() {
      return source.rowCount();
    }

    @Override
    public TableSource only(int... positions) {
      Schema some = new Schema(Arrays.stream(positions).mapToObj(schema::field).toList());
      return new Relabelled(source.only(positions), some);
    }

    @Override
    public Table read(long from, long to) {
      return new Table(schema, source.read(from, to).columns());
    }
  }

  private static <O extends Record> FittedSynthesizer fit(
      Synthesizer<O> synthesizer,
      TableSource source,
      SynthesisRequest request,
      Guidance guidance,
      RunContext run) {
    O options = Synthesizers.bind(synthesizer, request.options());
    run.cancellation().check();
    TableSource training = training(source, request);
    Set<Integer> conditioned = RowPlans.conditioned(request.conditions(), training.schema());
    if (request.relations() == Relations.OFF) {
      FitContext context = new FitContext(request.seed(), run, conditioned);
      return fit(synthesizer, training, source.rowCount(), options, context, guidance);
    }
    Table table = training.toTable();
    RelationEncoding encoding =
        RelationEncoding.fit(table, relations(table, run), conditioned, request.seed());
    FitContext context =
        new FitContext(request.seed(), run, encoding.positions(conditioned), encoding.places());
    Guidance advised =
        guidance.orElse(
            () ->
                Recommender.recommend(
                    TableFacts.of(source.rowCount(), table, conditioned.size()), budget(request)));
    FittedSynthesizer model =
        fit(synthesizer, encoding.reduce(table), source.rowCount(), options, context, advised);
    return encoding.isIdle() ? model : RelatedModel.of(model, encoding);
  }

  private static <O extends Record> FittedSynthesizer fit(
      Synthesizer<O> synthesizer,
      TableSource training,
      long rows,
      O options,
      FitContext context,
      Guidance guidance) {
    return synthesizer instanceof AutoSynthesizer auto
        ? auto.fit(training, rows, (AutoSynthesizer.Options) options, context, guidance)
        : synthesizer.fit(training, options, context);
  }

  /** What holds between the modelled columns of training rows. */
  private static List<Relation> relations(Table training, RunContext run) {
    int[] modelled =
        IntStream.range(0, training.schema().width())
            .filter(i -> training.schema().field(i).isModelled())
            .toArray();
    return modelled.length == 0
        ? List.of()
        : RelationFinder.find(training.only(modelled), run.withProgress(Progress.NONE));
  }

  /**
   * Makes the first {@code rows} rows of a request.
   *
   * @param rows as {@link SynthesisRequest#rows} says
   * @throws dev.likeness.table.condition.InvalidConditionException when the conditions do not fit
   *     the model's columns
   * @throws UnmetConditionException when the model makes no row that fulfils them
   * @throws dev.likeness.numerics.CancelledException when the run asked to stop
   */
  public static void sample(
      FittedSynthesizer model, SynthesisRequest request, long rows, RowSink sink, RunContext run) {
    RowPlan plan = RowPlans.of(request.conditions(), model.modelled(), rows);
    model.sample(new SampleRequest(0, rows, request.seed(), plan), sink, run);
  }
}
