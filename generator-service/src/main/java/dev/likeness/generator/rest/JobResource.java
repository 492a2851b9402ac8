package dev.likeness.generator.rest;

import dev.likeness.generator.service.JobService;
import dev.likeness.generator.service.JobSnapshot;
import dev.likeness.platform.http.Cursor;
import dev.likeness.platform.http.IdempotentRequest;
import dev.likeness.platform.http.Ids;
import dev.likeness.platform.http.Page;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs: asking for them, looking at them, ending them, trying them again. */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs", description = "Asking for new rows, and following what becomes of it.")
@RunOnVirtualThread
public class JobResource {

  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final JobService jobs;
  private final GenerateEndpoint endpoint;

  JobResource(JobService jobs, GenerateEndpoint endpoint) {
    this.jobs = jobs;
    this.endpoint = endpoint;
  }

  /** Asks for new rows. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createJob",
      summary = "Ask for new rows that resemble a dataset",
      description =
          "Answers at once with a job; follow `links.self` or `links.events` until it has ended. The"
              + " job is durable once this is answered.")
  @APIResponse(
      responseCode = "202",
      description = "The job; its path is in `Location`.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "job", value = JobExamples.JOB)))
  @APIResponse(
      responseCode = "400",
      description =
          "`malformed-json`, `unknown-property`, `invalid-idempotency-key`: a request that cannot be read.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples =
                  @ExampleObject(name = "unknown-property", value = JobExamples.UNKNOWN_PROPERTY)))
  @APIResponse(
      responseCode = "404",
      description = "`dataset-not-found`: no dataset has this id.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "409",
      description = "`profiling-failed`: the dataset's columns could not be told.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "415",
      description = "`unsupported-media-type`: send `application/json`.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "`invalid-value`, `rows-out-of-range`, `unknown-model`, `unknown-column`, `invalid-option`,"
              + " `dataset-empty`, `idempotency-key-reused`, `invalid-condition`, `unknown-value`,"
              + " `contradictory-conditions`, `impossible-condition`; `pointer` names the place.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples =
                  @ExampleObject(name = "rows-out-of-range", value = JobExamples.UNPROCESSABLE)))
  public Response create(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = GenerateRequest.class),
                      examples = @ExampleObject(name = "request", value = JobExamples.REQUEST)))
          @NotNull
          GenerateRequest body,
      @Parameter(description = "The same key and body give the same answer and one job.")
          @HeaderParam(IdempotentRequest.HEADER)
          Optional<String> key) {
    return endpoint.post(body, key);
  }

  /** Lists jobs. */
  @GET
  @Operation(operationId = "listJobs", summary = "List jobs, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of jobs.",
      content = @Content(schema = @Schema(implementation = JobPage.class)))
  @APIResponse(
      responseCode = "400",
      description = "`invalid-parameter`: a limit or cursor that cannot be.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  public JobPage list(
      @Parameter(description = "Jobs on the page, 1 to 200.") @QueryParam("limit")
          Optional<Integer> limit,
      @Parameter(description = "`next_cursor` of the page before.") @QueryParam("cursor")
          Optional<String> cursor,
      @Parameter(
              description = "Only jobs of this dataset.",
              schema = @Schema(implementation = UUID.class))
          @QueryParam("dataset_id")
          Optional<String> datasetId) {
    Page<JobSnapshot> page =
        jobs.list(datasetId.map(JobResource::id), Cursor.read(cursor), Cursor.limit(limit));
    return new JobPage(
        page.items().stream().map(JobView::of).toList(), page.nextCursor().orElse(null));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problems.invalidParameter("dataset_id", "the dataset_id of an upload").toException();
    }
  }

  /** Shows a job. */
  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getJob",
      summary = "See a job",
      description = "With `Prefer: wait=n` it waits up to n seconds (at most 30) for the end.")
  @APIResponse(
      responseCode = "200",
      description = "The job.",
      content =
          @Content(
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "job", value = JobExamples.JOB)))
  @APIResponse(
      responseCode = "404",
      description = "`job-not-found`: no job has this id.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples = @ExampleObject(name = "job-not-found", value = JobExamples.NOT_FOUND)))
  public Response get(
      @Parameter(
              description = "Id of the job.",
              example = "5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05",
              schema = @Schema(implementation = UUID.class))
          @PathParam("id")
          String id,
      @Parameter(description = "`wait=n`: how many seconds to wait for the end of the job.")
          @HeaderParam("Prefer")
          Optional<String> prefer) {
    Optional<Preference> wait = Preference.wait(prefer);
    JobSnapshot job =
        wait.map(w -> jobs.await(Ids.job(id), w.length())).orElseGet(() -> jobs.find(Ids.job(id)));
    Response.ResponseBuilder response = Response.ok(JobView.of(job));
    wait.ifPresent(w -> response.header(Preference.APPLIED, w.text()));
    if (!job.terminal()) {
      response.header(HttpHeaders.RETRY_AFTER, 1);
    }
    return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** Cancels a job. */
  @POST
  @Path("/{id}/cancel")
  @Operation(
      operationId = "cancelJob",
      summary = "Cancel a job",
      description = "A running job ends within two seconds. Harmless to repeat.")
  @APIResponse(
      responseCode = "200",
      description = "The job was cancelled before.",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(
      responseCode = "202",
      description = "The job is or will in a moment be cancelled.",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(
      responseCode = "404",
      description = "`job-not-found`: no job has this id.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples = @ExampleObject(name = "job-not-found", value = JobExamples.NOT_FOUND)))
  @APIResponse(
      responseCode = "409",
      description = "`job-finished`: the job succeeded or failed before.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples = @ExampleObject(name = "job-finished", value = JobExamples.CONFLICT)))
  public Response cancel(
      @Parameter(
              description = "Id of the job.",
              example = "5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05",
              schema = @Schema(implementation = UUID.class))
          @PathParam("id")
          String id) {
    JobService.Cancelled cancelled = jobs.cancel(Ids.job(id));
    return Response.status(cancelled.before() ? OK : ACCEPTED)
        .entity(JobView.of(cancelled.job()))
        .build();
  }

  /** Tries a job again. */
  @POST
  @Path("/{id}/retry")
  @Operation(
      operationId = "retryJob",
      summary = "Try a job again that failed or was cancelled",
      description = "A model that was fitted before is not fitted again; the rows are the same.")
  @APIResponse(
      responseCode = "202",
      description = "Another attempt begins.",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(
      responseCode = "404",
      description = "`job-not-found`: no job has this id.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples = @ExampleObject(name = "job-not-found", value = JobExamples.NOT_FOUND)))
  @APIResponse(
      responseCode = "409",
      description = "`job-not-retryable`: the job has not ended, or it succeeded.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  public Response retry(
      @Parameter(
              description = "Id of the job.",
              example = "5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05",
              schema = @Schema(implementation = UUID.class))
          @PathParam("id")
          String id) {
    return Response.accepted(JobView.of(jobs.retry(Ids.job(id)))).build();
  }
}
