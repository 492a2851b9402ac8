package dev.likeness.ingest.rest;

import dev.likeness.platform.http.IdempotentRequest;
import dev.likeness.platform.http.ProblemBody;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** How a file comes in, as a form or as the bare file; the paths are those of the subclasses. */
@Produces(MediaType.APPLICATION_JSON)
abstract class UploadOperations {

  private static final String KEY = "Same key and same file: same answer, one dataset.";
  private static final String BAD =
      "`empty-file`, `binary-file`, `not-a-table`, `missing-file`, `malformed-form`,"
          + " `too-many-columns`, `header-too-large`, `record-too-large`, `field-too-large`,"
          + " `damaged-file`, `invalid-json`, `nested-columns`, `archive-too-dense`,"
          + " `too-many-entries`, `nested-archive`, `several-tables`, `entry-not-found`,"
          + " `sheet-not-found`, `unknown-property`, `malformed-json`, `invalid-idempotency-key`";

  private final UploadEndpoint endpoint;

  UploadOperations(UploadEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** A form with the field {@code file}. */
  @POST
  @Blocking
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary = "Upload a table",
      description =
          "Takes a CSV file or one of its relatives, a workbook (XLSX), Parquet or JSON lines, as it"
              + " is or in gzip or ZIP, as the multipart field `file` or as the body itself."
              + " Encoding, delimiter, quotes and header are detected unless parameters of the"
              + " query, or the JSON object in the multipart field `options`, say them; what is odd"
              + " is told in `warnings`. The file goes to disk as it comes; nothing of a refused"
              + " file stays.")
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = MediaType.MULTIPART_FORM_DATA),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "people", value = "id,name\n1,Ann\n2,Bob\n"))
      })
  @Parameter(
      name = "name",
      in = ParameterIn.QUERY,
      description = "Name of the file where the body is the file; so does Content-Disposition.",
      schema = @Schema(type = SchemaType.STRING),
      example = "people.csv")
  @APIResponse(
      responseCode = "201",
      description = "The dataset, with its first ten rows.",
      headers =
          @Header(
              name = "Location",
              description = "The dataset's path.",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
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
      responseCode = "413",
      description = "`file-too-large`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "415",
      description = "`unsupported-media-type`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  @APIResponse(
      responseCode = "422",
      description = "`idempotency-key-reused`, `invalid-option`, `invalid-value`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemBody.class)))
  public Response uploadForm(
      @RestForm("file") FileUpload file,
      @RestForm("options") Optional<String> options,
      @BeanParam ReadingParameters parameters,
      @Parameter(description = KEY) @RestHeader(IdempotentRequest.HEADER) Optional<String> key)
      throws IOException {
    return endpoint.form(Optional.ofNullable(file), parameters, options, key);
  }

  /** The file as the body. */
  @POST
  @Blocking
  @Consumes({
    "text/csv",
    "text/plain",
    "text/tab-separated-values",
    MediaType.APPLICATION_OCTET_STREAM,
    MediaType.APPLICATION_JSON,
    "application/x-ndjson",
    "application/jsonl",
    "application/vnd.apache.parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/gzip",
    "application/x-gzip",
    "application/zip",
    "application/x-zip-compressed"
  })
  @Operation(hidden = true)
  public Response uploadBody(
      InputStream body,
      @BeanParam ReadingParameters parameters,
      @RestQuery Optional<String> name,
      @RestHeader(HttpHeaders.CONTENT_DISPOSITION) Optional<String> disposition,
      @RestHeader(IdempotentRequest.HEADER) Optional<String> key)
      throws IOException {
    return endpoint.body(body, parameters, name, disposition, key);
  }
}
