package dev.likeness.generator.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.generator.service.JobSnapshot;
import dev.likeness.table.condition.ConditionsJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job as people see it. What does not exist is {@code null} in JSON.
 *
 * @param jobId the job
 * @param datasetId the dataset that its rows shall resemble
 * @param kind what it makes
 * @param model name of the model, or null where none is used
 * @param rows how many rows
 * @param seed of everything random
 * @param options all options of the model
 * @param columns names of the wanted columns, or null for all
 * @param treatments by name of column, as they were asked for
 * @param conditions what rows shall be like, as it was asked for
 * @param rebalance shares that a column shall have, or null
 * @param relations whether relations are kept; null where no rows are made
 * @param relationsKept what holds in every row, in short, once it is known
 * @param learntFrom how many of the training rows were learnt, where not all were
 * @param project whose key is used, or null for the dataset's own
 * @param auto how a model was chosen for it, or null where one was named, and before
 * @param state what has become of it
 * @param stage what is being done
 * @param percent how far it is
 * @param etaSeconds until its end, or null while nobody can tell
 * @param error why it failed, or null
 * @param createdAt when it was asked for
 * @param startedAt when a worker began with this attempt, or null
 * @param finishedAt when it ended, or null
 * @param attempt from 1
 * @param result the rows, or null
 * @param links where to go from here
 */
@Schema(name = "Job", description = "A job: what was asked for and what has become of it.")
public record JobView(
    UUID jobId,
    UUID datasetId,
    @Schema(enumeration = {"synthetic", "masked"}) String kind,
    @Schema(examples = "gaussian-copula") @Nullable String model,
    @Schema(examples = "1000") long rows,
    @Schema(examples = "42") long seed,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) @JsonRawValue String options,
    @Nullable List<String> columns,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) @JsonRawValue
        String treatments,
    @Schema(type = SchemaType.ARRAY, implementation = Object[].class) JsonNode conditions,
    @Schema(type = SchemaType.OBJECT, implementation = Object.class) @Nullable JsonNode rebalance,
    @Schema(enumeration = {"keep", "off"}) @Nullable String relations,
    @Schema(
            description = "What holds in every row, once the model is there.",
            examples = "[\"city → region\", \"total = a + b\"]")
        @Nullable List<String> relationsKept,
    @Schema(
            description =
                "How many rows of a large table the model learnt from, in one sentence; null where it"
                    + " learnt all training rows as a whole, and before.",
            examples = "Learnt from 1,000,000 of 8,000,000 training rows, chosen by the seed.")
        @Nullable String learntFrom,
    @Nullable String project,
    @Nullable AutoView auto,
    @Schema(enumeration = {"QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED"}) String state,
    @Schema(
            enumeration = {
              "waiting",
              "reading",
              "fitting",
              "sampling",
              "masking",
              "storing",
              "done"
            })
        String stage,
    @Schema(minimum = "0", maximum = "100", examples = "42.5") double percent,
    @Schema(examples = "3") @Nullable Long etaSeconds,
    @Nullable ErrorView error,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Schema(examples = "1") int attempt,
    @Nullable ResultView result,
    @Schema(description = "`self`, `events`, `cancel`, `evaluation`, `download`")
        Map<String, String> links) {

  /** The path of a job. */
  static String path(UUID id) {
    return "/v1/jobs/" + id;
  }

  /** A job as it stands. */
  public static JobView of(JobSnapshot job) {
    return new JobView(
        job.id(),
        job.datasetId(),
        job.kind(),
        job.model().isEmpty() ? null : job.model(),
        job.rows(),
        job.seed(),
        job.options(),
        job.columns().orElse(null),
        job.treatments(),
        ConditionsJson.write(job.conditions().groups()),
        job.conditions().rebalance().map(ConditionsJson::write).orElse(null),
        job.model().isEmpty() ? null : job.relations(),
        job.kept().orElse(null),
        job.learntFrom().orElse(null),
        job.keyProject().orElse(null),
        job.choice().map(choice -> AutoView.of(choice, job.costliest())).orElse(null),
        job.state(),
        job.progress().stage().label(),
        job.progress().percent(),
        job.etaSeconds().isPresent() ? job.etaSeconds().getAsLong() : null,
        job.error().map(e -> new ErrorView(e.code(), e.detail(), e.action())).orElse(null),
        job.createdAt(),
        job.startedAt().orElse(null),
        job.finishedAt().orElse(null),
        job.attempt(),
        job.result().map(r -> new ResultView(r.rows(), r.bytes(), r.sha256())).orElse(null),
        links(job));
  }

  private static Map<String, String> links(JobSnapshot job) {
    String self = path(job.id());
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    links.put("events", self + "/events");
    links.put("cancel", self + "/cancel");
    links.put("evaluation", self + "/evaluation");
    links.put("download", self + "/artifacts/csv");
    return links;
  }

  /**
   * Why a job failed.
   *
   * @param code stable problem code
   * @param detail what happened
   * @param action what to do about it
   */
  @Schema(name = "JobError")
  public record ErrorView(String code, String detail, String action) {}

  /**
   * The rows of a finished job.
   *
   * @param rows how many
   * @param bytes of the CSV file
   * @param sha256 of the CSV file
   */
  @Schema(name = "JobResult")
  public record ResultView(long rows, long bytes, String sha256) {}
}
