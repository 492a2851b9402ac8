package dev.likeness.synthesis.auto;

import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.LikelihoodModel;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.Provenance;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.Synthesizer;
import dev.likeness.synthesis.model.IndependentSynthesizer;
import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.RowSink;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.TableSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A model that goes wrong in one way, made from one that does not.
 *
 * @param name of the model
 * @param fault what is done to the model that was learnt; may throw
 */
record Faulty(String name, UnaryOperator<FittedSynthesizer> fault)
    implements Synthesizer<IndependentSynthesizer.Options> {

  /** Throws, with a value of the table in its message. */
  static Faulty throwing(String name, Throwable cause) {
    return new Faulty(
        name,
        model -> {
          if (cause instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) cause;
        });
  }

  /** Holds every row for this likely. */
  static Faulty telling(String name, double likelihood) {
    return new Faulty(name, model -> new Told(model, likelihood));
  }

  /** Does not tell how likely rows are, and gives every row the same number in the first column. */
  static Faulty collapsing(String name) {
    return new Faulty(name, model -> new Made(model, Faulty::collapsed));
  }

  /** Does not tell how likely rows are, and turns the numbers of the first column upside down. */
  static Faulty inverting(String name) {
    return new Faulty(name, model -> new Made(model, Faulty::inverted));
  }

  private static Table collapsed(Table batch) {
    return withFirst(batch, new NumericColumn(new double[batch.rows()]));
  }

  private static Table inverted(Table batch) {
    double[] values = ((NumericColumn) batch.column(0)).values();
    return withFirst(batch, new NumericColumn(Arrays.stream(values).map(v -> 1e6 - v).toArray()));
  }

  private static Table withFirst(Table batch, Column first) {
    List<Column> columns = new ArrayList<>(batch.columns());
    columns.set(0, first);
    return new Table(batch.schema(), columns);
  }

  @Override
  public String summary() {
    return "Goes wrong.";
  }

  @Override
  public Class<IndependentSynthesizer.Options> optionsType() {
    return IndependentSynthesizer.Options.class;
  }

  @Override
  public FittedSynthesizer fit(
      TableSource source, IndependentSynthesizer.Options options, FitContext context) {
    return fault.apply(new IndependentSynthesizer().fit(source, options, context));
  }

  @Override
  public FittedSynthesizer load(ModelFile file) {
    throw new UnsupportedOperationException();
  }

  private record Told(FittedSynthesizer model, double likelihood) implements LikelihoodModel {

    @Override
    public double[] logLikelihood(Table rows, RunContext run) {
      double[] logs = new double[rows.rows()];
      Arrays.fill(logs, likelihood);
      return logs;
    }

    @Override
    public Schema schema() {
      return model.schema();
    }

    @Override
    public Provenance provenance() {
      return model.provenance();
    }

    @Override
    public void sample(SampleRequest request, RowSink sink, RunContext context) {
      model.sample(request, sink, context);
    }

    @Override
    public ModelFile save() {
      return model.save();
    }
  }

  private record Made(FittedSynthesizer model, UnaryOperator<Table> spoil)
      implements FittedSynthesizer {

    @Override
    public Schema schema() {
      return model.schema();
    }

    @Override
    public Provenance provenance() {
      return model.provenance();
    }

    @Override
    public void sample(SampleRequest request, RowSink sink, RunContext context) {
      model.sample(request, batch -> sink.accept(spoil.apply(batch)), context);
    }

    @Override
    public ModelFile save() {
      return model.save();
    }
  }
}
