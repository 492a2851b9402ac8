package dev.likeness.profiler.rest;

import dev.likeness.platform.http.Ids;
import dev.likeness.platform.http.ProblemBody;
import dev.likeness.profiler.service.TreatmentPreviews;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Looks at what treatments would do. */
@Path("/v1/datasets/{id}/treatments/preview")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Treatments", description = "What can be done to columns.")
public class TreatmentPreviewResource {

  private static final String REQUEST =
      """
      {"columns": {"email": {"treatment": {"name": "mask", "options": {"keep": 2}}}}}
      """;

  private static final String SHOWN =
      """
      {"columns": [{"name": "email", "treatment": "mask", "before": ["ann@example.org", null],
        "after": ["***@*******.*rg", null]}]}
      """;

  private final TreatmentPreviews previews;

  @Inject
  TreatmentPreviewResource(TreatmentPreviews previews) {
    this.previews = previews;
  }

  /** Shows ten rows before and after. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @Operation(
      operationId = "previewTreatments",
      summary = "See what treatments would do to the first ten rows",
      description =
          "`columns` is what PATCH /v1/datasets/{id}/columns takes. The columns that it names are"
              + " shown; where it names none, all that a masked copy would treat. Nothing is stored:"
              + " the key is made for the answer and thrown away, so that encrypted values differ"
              + " from those of a copy.")
  @APIResponse(
      responseCode = "200",
      description = "Ten rows of each column, before and after.",
      content =
          @Content(
              schema = @Schema(implementation = TreatmentPreview.class),
              examples = @ExampleObject(name = "preview", value = SHOWN)))
  @APIResponse(
      responseCode = "400",
      description = "`malformed-json`, `unknown-property`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "404",
      description = "`dataset-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "409",
      description = "`profile-not-ready`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "`unknown-column`, `invalid-value`, `invalid-treatment`; `pointer` names the place.",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public TreatmentPreview preview(
      @Parameter(description = "Id of the dataset.") @RestPath String id,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = TreatmentPreview.Wish.class),
                      examples = @ExampleObject(name = "request", value = REQUEST)))
          @NotNull
          TreatmentPreview.Wish wish)
      throws IOException {
    UUID dataset = Ids.dataset(id);
    return TreatmentPreview.of(previews.of(dataset, wish.given(), "/columns"));
  }
}
