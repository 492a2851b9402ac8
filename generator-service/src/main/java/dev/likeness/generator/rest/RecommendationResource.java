package dev.likeness.generator.rest;

import dev.likeness.generator.service.Recommendations;
import dev.likeness.generator.service.Recommendations.Advised;
import dev.likeness.platform.http.Ids;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which model suits a dataset. */
@Path("/v1/datasets/{id}/recommendation")
@Tag(name = "Models", description = "What can learn a table.")
@RunOnVirtualThread
public class RecommendationResource {

  private final Recommendations recommendations;

  RecommendationResource(Recommendations recommendations) {
    this.recommendations = recommendations;
  }

  /** A recommendation that is not there yet. */
  @Schema(name = "PendingRecommendation")
  public record PendingView(@Schema(enumeration = "PROFILING") String state) {}

  /** Which model suits a dataset. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getRecommendation",
      summary = "See which model a job that names none would use",
      description =
          "The model, why in one sentence, the estimated seconds on two cores and the column that"
              + " costs most; nothing is learnt for it, and the same dataset is told the same on any"
              + " machine. A job of model `auto` with the same `rows` and `time_budget_seconds` begins"
              + " with this model; where `tried` is true it first tries it against the next one on"
              + " rows that are held out. While the columns are being looked at the answer is 202.")
  @APIResponse(
      responseCode = "200",
      description = "The recommendation.",
      headers =
          @Header(
              name = "ETag",
              description = "Of this recommendation, for `If-None-Match`.",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              schema = @Schema(implementation = RecommendationView.class),
              examples =
                  @ExampleObject(name = "recommendation", value = JobExamples.RECOMMENDATION)))
  @APIResponse(
      responseCode = "202",
      description = "Not yet; ask again after Retry-After seconds.",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds.",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = PendingView.class)))
  @APIResponse(responseCode = "304", description = "Still the one that `If-None-Match` names.")
  @APIResponse(
      responseCode = "400",
      description = "`invalid-parameter`: a parameter of another type.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
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
      responseCode = "422",
      description = "`rows-out-of-range`, `invalid-value`, `dataset-empty`.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemBody.class)))
  public Response recommendation(
      @Parameter(
              description = "Id of the dataset.",
              example = "0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01",
              schema = @Schema(implementation = UUID.class))
          @PathParam("id")
          String id,
      @Parameter(description = "Rows to be made; as many as the dataset has when left out.")
          @QueryParam("rows")
          Optional<Long> rows,
      @Parameter(description = "Seconds that learning and making rows may take; 0: any time.")
          @QueryParam("time_budget_seconds")
          Optional<Integer> budget,
      @Parameter(description = "An ETag; 304 when the recommendation is still that one.")
          @HeaderParam(HttpHeaders.IF_NONE_MATCH)
          Optional<String> known) {
    UUID dataset = Ids.dataset(id);
    Optional<Advised> advised =
        recommendations.of(
            dataset,
            rows.map(OptionalLong::of).orElse(OptionalLong.empty()),
            budget.map(OptionalInt::of).orElse(OptionalInt.empty()));
    return advised
        .map(found -> answer(dataset, found, known))
        .orElseGet(RecommendationResource::pending);
  }

  private static Response answer(UUID dataset, Advised advised, Optional<String> known) {
    String tag = advised.profileVersion() + "-" + advised.rows() + "-" + advised.budget().orElse(0);
    return known.filter(tags -> tags.contains("\"" + tag + "\"")).isPresent()
        ? Response.notModified(new EntityTag(tag)).build()
        : Response.ok(RecommendationView.of(dataset, advised)).tag(new EntityTag(tag)).build();
  }

  private static Response pending() {
    return Response.accepted(new PendingView("PROFILING"))
        .header(HttpHeaders.RETRY_AFTER, 1)
        .build();
  }
}
