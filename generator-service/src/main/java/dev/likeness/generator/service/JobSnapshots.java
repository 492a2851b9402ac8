package dev.likeness.generator.service;

import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.generator.persistence.Job;
import dev.likeness.generator.persistence.JobState;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.work.WorkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts together what people see of a job: its row, its work's progress, its columns' names. */
@ApplicationScoped
public class JobSnapshots {

  private final ServiceRuntime runtime;
  private final Readings readings;
  private final Conditioning conditioning;

  JobSnapshots(
      @Service(GeneratorConfig.SERVICE) ServiceRuntime runtime,
      Readings readings,
      Conditioning conditioning) {
    this.runtime = runtime;
    this.readings = readings;
    this.conditioning = conditioning;
  }

  /** The job at this moment. */
  public JobSnapshot of(Job job) {
    Optional<KnownDataset> dataset =
        KnownDataset.of(job.tenant(), job.datasetId()).filter(KnownDataset::isUploaded);
    long sourceRows = dataset.map(KnownDataset::rows).orElse(0L);
    Optional<JobChoice> choice = job.choice().map(JobChoice::read);
    return JobSnapshot.of(
        job,
        progress(job, sourceRows),
        columns(job, dataset),
        conditioning.of(job),
        job.relationsKept()
            .flatMap(
                kept ->
                    dataset.map(d -> KeptRelations.read(kept, readings.columnNames(d.reading())))),
        choice,
        choice.flatMap(JobChoice::costliest).flatMap(p -> dataset.map(d -> named(p, d))));
  }

  private String named(int position, KnownDataset dataset) {
    return readings.columnNames(dataset.reading()).get(position);
  }

  private Optional<List<String>> columns(Job job, Optional<KnownDataset> dataset) {
    return job.order().positions().flatMap(p -> dataset.map(d -> named(p, d)));
  }

  private List<String> named(List<Integer> positions, KnownDataset dataset) {
    List<String> names = readings.columnNames(dataset.reading());
    return positions.stream().map(names::get).toList();
  }

  private JobProgress progress(Job job, long sourceRows) {
    if (job.state() == JobState.SUCCEEDED) {
      return JobProgress.done();
    }
    if (job.state() == JobState.QUEUED || job.startedAt().isEmpty()) {
      return JobProgress.none();
    }
    String workStage = JobLifecycle.stage(job);
    JobStage first = job.fitted().isPresent() ? JobStage.SAMPLING : JobStage.READING;
    Optional<WorkStatus> work = runtime.work().status(job.id(), workStage);
    JobStage stage = work.flatMap(WorkStatus::progressStage).map(JobSnapshots::stage).orElse(first);
    double share = work.map(WorkStatus::progress).orElse(0.0);
    return JobProgress.of(stage, share, sourceRows, job.order().rows());
  }

  private static JobStage stage(String label) {
    return JobStage.valueOf(label.toUpperCase(Locale.ROOT));
  }
}
