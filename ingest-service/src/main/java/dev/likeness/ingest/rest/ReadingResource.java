package dev.likeness.ingest.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.ingest.service.Readings;
import dev.likeness.platform.http.ProblemBody;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
import org.jboss.resteasy.reactive.RestQuery;

/** How the file of a dataset is read, and reading it otherwise. */
@Path("/v1/datasets/{id}/reading")
@Blocking
@Tag(name = "Datasets", description = "What came in.")
public class ReadingResource {

  static final String MERGE_PATCH = "application/merge-patch+json";

  private static final String EXAMPLE =
      """
      {"delimiter": ";", "header": true, "decimal": ",", "missing_tokens": ["?", "n/a"]}
      """;
  private static final String BAD =
      "`malformed-json`, `unknown-property`, or what an upload is refused for, such as"
          + " `sheet-not-found`, `entry-not-found`, `not-a-table`, `too-many-columns`";

  private final Readings readings;

  @Inject
  ReadingResource(Readings readings) {
    this.readings = readings;
  }

  /** What a file would look like. */
  @Schema(name = "ReadingPreview", description = "How a file would be read.")
  public record ReadingPreviewView(
      @Schema(description = "How it would be read.") ReadingView reading,
      @Schema(description = "The columns that it would have.") List<DatasetView.ColumnView> columns,
      @Schema(description = "What would be odd, as far as the first rows show it.")
          List<DatasetView.WarningView> warnings,
      @Schema(description = "The first rows.") DatasetView.PreviewView preview) {

    static ReadingPreviewView of(Readings.Read read) {
      return new ReadingPreviewView(
          ReadingView.of(read.dataset()),
          DatasetView.columns(read.dataset().reading().columns()),
          read.dataset().reading().warnings().stream().map(DatasetView.WarningView::of).toList(),
          DatasetView.PreviewView.of(read.preview()));
    }
  }

  /** Reads the file anew. */
  @PATCH
  @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @Operation(
      operationId = "amendReading",
      summary = "Read a file otherwise",
      description =
          "A JSON merge patch of what is said about the file: what is given holds from now on, null"
              + " has it detected again, what is absent stays. The file is read anew, `version`"
              + " rises, and the columns are profiled again. A change of `decimal` and"
              + " `missing_tokens` alone does not need the upload.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MERGE_PATCH,
            schema = @Schema(implementation = ReadingPatch.class),
            examples = @ExampleObject(name = "german", value = EXAMPLE)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReadingPatch.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "The dataset as it is read now, with its first ten rows.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DatasetView.class),
              examples = @ExampleObject(name = "dataset", value = DatasetExamples.DATASET)))
  @APIResponse(
      responseCode = "400",
      description = BAD,
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
      description = "`upload-not-kept`, `reading-changed`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "422",
      description = "`invalid-value`, `invalid-option`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public DatasetView amend(
      @Parameter(description = "Id of the dataset.") @RestPath String id, @NotNull ObjectNode patch)
      throws IOException {
    Readings.Read read = readings.amend(id, patch);
    return DatasetView.of(read.dataset(), Optional.of(read.preview()));
  }

  /** Shows how the file would be read. */
  @POST
  @Path("/preview")
  @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @Operation(
      operationId = "previewReading",
      summary = "See how a file would be read otherwise",
      description =
          "Takes the same body as the PATCH and answers with the first rows and with what would be"
              + " detected. Nothing is stored.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReadingPatch.class),
            examples = @ExampleObject(name = "german", value = EXAMPLE)),
        @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = ReadingPatch.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "The first rows under that reading.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReadingPreviewView.class)))
  @APIResponse(
      responseCode = "400",
      description = BAD + ", `invalid-parameter`",
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
      description = "`upload-not-kept`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "422",
      description = "`invalid-value`, `invalid-option`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public ReadingPreviewView preview(
      @Parameter(description = "Id of the dataset.") @RestPath String id,
      @Parameter(description = "How many rows, 1 to 50; 50 by default.") @RestQuery
          Optional<Integer> rows,
      @NotNull ObjectNode patch)
      throws IOException {
    return ReadingPreviewView.of(readings.preview(id, patch, rows.orElse(Readings.MOST_ROWS)));
  }
}
