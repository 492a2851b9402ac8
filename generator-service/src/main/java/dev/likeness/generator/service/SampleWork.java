package dev.likeness.generator.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.numerics.RunContext;
import dev.likeness.platform.Service;
import dev.likeness.platform.store.ObjectStore;
import dev.likeness.platform.work.WorkContext;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.ModelFiles;
import dev.likeness.synthesis.Synthesis;
import dev.likeness.synthesis.Synthesizers;
import dev.likeness.synthesis.UnmetConditionException;
import dev.likeness.table.Schema;
import dev.likeness.table.SplitSpec;
import dev.likeness.table.io.CsvWriter;
import dev.likeness.table.io.Dialect;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the rows of a job with its fitted model and streams them into the object store. */
@Singleton
@Service(GeneratorConfig.SERVICE)
public final class SampleWork extends JobWork {

  static final String STAGE = "sample";

  private final JobLifecycle lifecycle;
  private final Readings readings;
  private final ObjectStore store;

  SampleWork(
      GeneratorConfig config,
      JobLifecycle lifecycle,
      Readings readings,
      ObjectStore store,
      Conditioning conditioning) {
    super(config, lifecycle, store, conditioning);
    this.lifecycle = lifecycle;
    this.readings = readings;
    this.store = store;
  }

  @Override
  public String stage() {
    return STAGE;
  }

  @Override
  public void run(WorkContext work) throws IOException {
    JobTask task = begin(work);
    FittedSynthesizer model = load(task.fitted().orElseThrow());
    ObjectRef csv = sample(work, task, model);
    SplitSpec split = Synthesis.split(task.request(), task.sourceRows());
    List<Integer> columns = columns(task, model);
    List<Integer> treated = treated(task, model, columns);
    complete(work, csv, job -> lifecycle.succeed(job, csv, split, columns, treated));
  }

  private FittedSynthesizer load(ObjectRef ref) throws IOException {
    try (InputStream in = store.open(ref.key())) {
      return Synthesizers.load(ModelFiles.read(in));
    }
  }

  private ObjectRef sample(WorkContext work, JobTask task, FittedSynthesizer model)
      throws IOException {
    Dialect dialect = readings.reading(task.reading()).dialect();
    RunContext run = run(work, JobStage.SAMPLING);
    return store.put(
        task.key("synthetic", work.fence(), "csv"),
        out -> {
          try (CsvWriter writer = CsvWriter.to(out, model.schema(), dialect)) {
            Synthesis.sample(model, task.request(), task.rows(), writer, run);
          } catch (UnmetConditionException e) {
            throw GeneratorProblems.unmetCondition(e).toException();
          }
          run(work, JobStage.STORING).progress().at("", 0);
        });
  }

  /** Positions in the dataset of the columns that come out; dropped ones do not. */
  private List<Integer> columns(JobTask task, FittedSynthesizer model) {
    List<String> names = readings.columnNames(task.reading());
    return model.schema().fields().stream().map(field -> names.indexOf(field.name())).toList();
  }

  /** Those of them that a model could have learnt, and that were treated instead. */
  private List<Integer> treated(JobTask task, FittedSynthesizer model, List<Integer> columns) {
    Schema source = readings.profile(task.profile()).schema();
    return IntStream.range(0, columns.size())
        .filter(i -> source.field(columns.get(i)).isModelled())
        .filter(i -> !model.schema().field(i).isModelled())
        .mapToObj(columns::get)
        .toList();
  }
}
