package dev.likeness.ingest.service;

import dev.likeness.contracts.ObjectRef;
import dev.likeness.ingest.config.IngestConfig;
import dev.likeness.ingest.persistence.Dataset;
import dev.likeness.ingest.persistence.Job;
import dev.likeness.ingest.persistence.JobState;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Await;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.store.MaskedObjects;
import dev.likeness.platform.store.ObjectStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Results of jobs, as far as their events have told. */
@Singleton
public class Downloads {

  private static final String CSV = "csv";

  private final ObjectStore store;
  private final AuditLog audit;
  private final IngestConfig config;

  @Inject
  Downloads(ObjectStore store, AuditLog audit, IngestConfig config) {
    this.store = store;
    this.audit = audit;
    this.config = config;
  }

  /** A job with the name of its dataset. */
  private record Known(Job job, Optional<String> dataset) {}

  /**
   * The result of a job. Waits a moment for the event that ends it; then a problem says why there
   * is no result.
   */
  public Result result(String id, String format) {
    UUID job = Datasets.Ids.read(id).orElseThrow(() -> Problems.jobNotFound().toException());
    if (!format.equals(CSV)) {
      throw IngestProblems.formatNotAvailable().toException();
    }
    Known known =
        Await.upTo(config.patience(), () -> look(job).filter(Downloads::hasEnded))
            .or(() -> look(job))
            .orElseThrow(() -> Problems.jobNotFound().toException());
    refusal(known.job())
        .ifPresent(
            problem -> {
              throw problem.toException();
            });
    return result(known);
  }

  /** Writes down that somebody takes a result, from its beginning. */
  public void taken(String job, String format, Result result) {
    Database.inTransaction(
        () ->
            audit.append(
                Tenants.DEFAULT,
                "result-downloaded",
                Map.of("job", job, "format", format, "sha256", result.sha256())));
  }

  private static Optional<Known> look(UUID id) {
    return Database.inTransaction(
        () ->
            Job.of(Tenants.DEFAULT, id)
                .map(
                    job ->
                        new Known(
                            job, Dataset.of(Tenants.DEFAULT, job.datasetId).map(d -> d.name))));
  }

  private static boolean hasEnded(Known known) {
    return known.job().state != JobState.RUNNING;
  }

  private static Optional<Problem> refusal(Job job) {
    return switch (job.state) {
      case RUNNING -> Optional.of(Problems.jobNotFinished());
      case FAILED ->
          Optional.of(Problems.jobFailed(Optional.ofNullable(job.code).orElse("unknown")));
      case CANCELLED -> Optional.of(Problems.jobCancelled());
      case SUCCEEDED -> Optional.empty();
    };
  }

  private Result result(Known known) {
    ObjectRef csv = Optional.ofNullable(known.job().csv).orElseThrow().ref();
    try (SeekableByteChannel readable = store.channel(csv)) {
      boolean masked = store.exists(MaskedObjects.manifest(csv.key()));
      String name =
          masked
              ? known.dataset().map(FileNames::masked).orElse("masked.csv")
              : known.dataset().map(FileNames::synthetic).orElse("synthetic.csv");
      return new Result(name, csv.bytes(), csv.sha256(), () -> store.channel(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
