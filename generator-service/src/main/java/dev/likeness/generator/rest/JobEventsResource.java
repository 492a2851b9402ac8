package dev.likeness.generator.rest;

import dev.likeness.generator.config.GeneratorConfig;
import dev.likeness.generator.service.JobService;
import dev.likeness.generator.service.JobSnapshot;
import dev.likeness.platform.http.Ids;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** A job's news as a stream of server-sent events. */
@Path("/v1/jobs/{id}/events")
@Tag(name = "Jobs", description = "Asking for new rows, and following what becomes of it.")
public class JobEventsResource {

  private final JobService jobs;
  private final Duration interval;

  JobEventsResource(JobService jobs, GeneratorConfig config) {
    this.jobs = jobs;
    this.interval = config.eventsInterval();
  }

  /** Follows a job. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Blocking
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(
      operationId = "followJob",
      summary = "Follow a job by server-sent events",
      description =
          "Each event is the job as JSON, named `state` when its state changed and `progress`"
              + " otherwise. The stream ends when the job has ended. A client that reconnects with"
              + " `Last-Event-ID` gets what is newer than that.")
  @APIResponse(
      responseCode = "200",
      description = "The stream; data of every event is a job.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = JobView.class)))
  @APIResponse(
      responseCode = "404",
      description = "`job-not-found`: no job has this id.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class),
              examples = @ExampleObject(name = "job-not-found", value = JobExamples.NOT_FOUND)))
  public Multi<OutboundSseEvent> follow(
      @Parameter(
              description = "Id of the job.",
              example = "5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05",
              schema = @Schema(implementation = UUID.class))
          @PathParam("id")
          String id,
      @Parameter(description = "`id` of the last event that was seen.")
          @HeaderParam("Last-Event-ID")
          Optional<String> lastEventId,
      @Context Sse sse) {
    UUID job = jobs.find(Ids.job(id)).id();
    return snapshots(job).onItem().transformToIterable(news(lastEventId, sse));
  }

  /** The job again and again, the last time when it has ended. */
  private Multi<JobSnapshot> snapshots(UUID id) {
    return Multi.createFrom()
        .ticks()
        .every(interval)
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick -> look(id))
        .onItem()
        .transformToMultiAndConcatenate(JobEventsResource::markEnd)
        .select()
        .first(Optional::isPresent)
        .map(Optional::orElseThrow);
  }

  private Uni<JobSnapshot> look(UUID id) {
    return Uni.createFrom()
        .item(() -> jobs.find(id))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private static Multi<Optional<JobSnapshot>> markEnd(JobSnapshot job) {
    return job.terminal()
        ? Multi.createFrom().items(Optional.of(job), Optional.empty())
        : Multi.createFrom().item(Optional.of(job));
  }

  /** Lets through what differs from the event before. */
  private static Function<JobSnapshot, Iterable<OutboundSseEvent>> news(
      Optional<String> lastEventId, Sse sse) {
    return new Function<>() {
      private long seen = lastEventId.flatMap(JobEventsResource::number).orElse(-1L);
      private String state = "";

      @Override
      public Iterable<OutboundSseEvent> apply(JobSnapshot job) {
        if (job.sequence() <= seen) {
          state = job.state();
          return List.of();
        }
        String name = job.state().equals(state) ? "progress" : "state";
        seen = job.sequence();
        state = job.state();
        return List.of(event(job, name, sse));
      }
    };
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static OutboundSseEvent event(JobSnapshot job, String name, Sse sse) {
    return sse.newEventBuilder()
        .id(Long.toString(job.sequence()))
        .name(name)
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(JobView.class, JobView.of(job))
        .build();
  }
}
