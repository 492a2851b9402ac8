package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.DatasetInfo;
import dev.likeness.ingest.service.Datasets;
import dev.likeness.ingest.service.Erasures;
import dev.likeness.platform.http.Cursor;
import dev.likeness.platform.http.Page;
import dev.likeness.platform.http.ProblemBody;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The catalogue of datasets. */
@Path("/v1/datasets")
@Blocking
@Tag(name = "Datasets", description = "What came in.")
public class DatasetResource extends UploadOperations {

  private final Datasets datasets;
  private final Erasures erasures;

  @Inject
  DatasetResource(UploadEndpoint endpoint, Datasets datasets, Erasures erasures) {
    super(endpoint);
    this.datasets = datasets;
    this.erasures = erasures;
  }

  /** Datasets from new to old. */
  @GET
  @Operation(
      operationId = "listDatasets",
      summary = "List datasets",
      description = "From new to old, page by page.")
  @APIResponse(responseCode = "200", description = "A page of datasets.")
  @APIResponse(
      responseCode = "400",
      description = "`invalid-parameter`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public DatasetPage list(
      @Parameter(description = "How many on a page, 1 to 200; 50 by default.") @RestQuery
          Optional<Integer> limit,
      @Parameter(description = "The `next_cursor` of the page before.") @RestQuery
          Optional<String> cursor) {
    Page<DatasetInfo> page = datasets.list(Cursor.limit(limit), Cursor.read(cursor));
    return new DatasetPage(
        page.items().stream().map(info -> DatasetView.of(info, Optional.empty())).toList(),
        page.nextCursor());
  }

  /** One dataset. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getDataset", summary = "See a dataset")
  @APIResponse(
      responseCode = "200",
      description = "The dataset.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DatasetView.class),
              examples = @ExampleObject(name = "dataset", value = DatasetExamples.DATASET)))
  @APIResponse(
      responseCode = "404",
      description = "`dataset-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public DatasetView get(@Parameter(description = "Id of the dataset.") @RestPath String id) {
    return DatasetView.of(datasets.get(id), Optional.empty());
  }

  /** Forgets a dataset. */
  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "eraseDataset",
      summary = "Forget a dataset",
      description =
          "Destroys its key, so that nothing of it can be read from then on, then removes its"
              + " files, profile, models, results and reports in every service. Running jobs end.")
  @APIResponse(
      responseCode = "202",
      description = "The receipt as far as it goes; `links.self` tells when it is complete.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ErasureView.class)))
  @APIResponse(
      responseCode = "404",
      description = "`dataset-not-found`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public Response erase(@Parameter(description = "Id of the dataset.") @RestPath String id) {
    ErasureView erasure = ErasureView.of(erasures.erase(id));
    return Response.accepted(erasure).location(URI.create(erasure.links().self())).build();
  }

  /** First rows. */
  @GET
  @Path("/{id}/preview")
  @Operation(
      operationId = "previewDataset",
      summary = "See the first rows of a dataset",
      description = "Cells as they stood in the file; null for an empty cell.")
  @APIResponse(
      responseCode = "200",
      description = "The first rows.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = DatasetView.PreviewView.class),
              examples = @ExampleObject(name = "preview", value = DatasetExamples.PREVIEW)))
  @APIResponse(
      responseCode = "400",
      description = "`invalid-parameter`",
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
  public DatasetView.PreviewView preview(
      @Parameter(description = "Id of the dataset.") @RestPath String id,
      @Parameter(description = "How many rows, 1 to 1000; 50 by default.") @RestQuery
          Optional<Integer> rows) {
    return DatasetView.PreviewView.of(datasets.preview(id, rows));
  }
}
