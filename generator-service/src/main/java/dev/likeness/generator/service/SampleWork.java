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

  SampleWork(GeneratorConfig config, JobLifecycle lifecycle, Readings readings, ObjectStore store) {
    super(config, lifecycle, store);
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
    complete(work, csv, job -> lifecycle.succeed(job, csv, split, columns));
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
          }
          run(work, JobStage.STORING).progress().at("", 0);
        });
  }

  private static List<Integer> columns(JobTask task, FittedSynthesizer model) {
    List<Integer> chosen = task.request().columns();
    return chosen.isEmpty() ? IntStream.range(0, model.schema().width()).boxed().toList() : chosen;
  }
}
