package dev.likeness.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.ingest.service.DatasetInfo;
import dev.likeness.ingest.service.Preview;
import dev.likeness.table.io.Dialect;
import dev.likeness.table.io.ReadWarning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dataset on the wire. */
@Schema(name = "Dataset", description = "A table that was uploaded.")
public record DatasetView(
    @Schema(description = "Its id.") UUID datasetId,
    @Schema(description = "Name of the uploaded file.", examples = "customers.csv") String name,
    @Schema(
            description = "How much is known of it.",
            enumeration = {"UPLOADED", "PROFILED", "PROFILING_FAILED"})
        String state,
    @Schema(description = "Data rows.", examples = "1000") long rows,
    @Schema(description = "Size of the uploaded file.", examples = "12345") long bytes,
    @Schema(description = "SHA-256 of the uploaded file.") String sha256,
    @Schema(description = "When it came in, UTC.") Instant createdAt,
    @Schema(description = "How rows and fields stood in the file.") DialectView dialect,
    @Schema(description = "What kind of file it is and how it was read.") ReadingView reading,
    @Schema(description = "Its columns in file order.") List<ColumnView> columns,
    @Schema(description = "What was odd about the file and how it was taken.")
        List<WarningView> warnings,
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @Schema(
            description = "The first ten rows; only in the answer to the upload.",
            implementation = PreviewView.class)
        Optional<PreviewView> preview,
    @Schema(description = "Where to go from here.") Links links) {

  /** How rows and fields stand in a file. */
  @Schema(name = "Dialect")
  public record DialectView(
      @Schema(examples = "UTF-8") String charset,
      @Schema(examples = ",") String delimiter,
      @Schema(examples = "\"", nullable = true, implementation = String.class)
          Optional<String> quote,
      @Schema(description = "Whether the first record names the columns.") boolean header,
      @Schema(description = "Records before the table that are no part of it.") int skippedLines,
      @Schema(enumeration = {"LF", "CRLF", "CR", "MIXED"}) String lineEnd) {

    static DialectView of(Dialect dialect) {
      return new DialectView(
          dialect.charset(),
          String.valueOf(dialect.delimiter()),
          Optional.of(dialect.quote())
              .filter(quote -> quote != Dialect.NO_QUOTE)
              .map(String::valueOf),
          dialect.header(),
          dialect.skippedLines(),
          dialect.lineEnd());
    }
  }

  /** A column. */
  @Schema(name = "Column")
  public record ColumnView(
      @Schema(description = "From 1.", examples = "1") int position,
      @Schema(examples = "age") String name) {}

  /** Something odd about the file. */
  @Schema(name = "ReadWarning")
  public record WarningView(
      @Schema(description = "Stable name.", examples = "ragged-rows") String code,
      @Schema(description = "One sentence, without values.") String message,
      @Schema(description = "How often.") long count,
      @Schema(
              description = "Data row, from 1, where it happened first.",
              nullable = true,
              implementation = Long.class)
          Optional<Long> firstRow,
      @Schema(
              description = "Column position, from 1.",
              nullable = true,
              implementation = Integer.class)
          Optional<Integer> column) {

    static WarningView of(ReadWarning warning) {
      return new WarningView(
          warning.code(),
          warning.message(),
          warning.count(),
          warning.row().isPresent() ? Optional.of(warning.row().getAsLong()) : Optional.empty(),
          warning.column().isPresent()
              ? Optional.of(warning.column().getAsInt())
              : Optional.empty());
    }
  }

  /** First rows. */
  @Schema(name = "Preview", description = "The first rows as they stood in the file.")
  public record PreviewView(
      @Schema(description = "Column names.") List<String> columns,
      @Schema(description = "Cells as text; null for an empty cell.")
          List<List<Optional<String>>> rows) {

    static PreviewView of(Preview preview) {
      return new PreviewView(preview.columns(), preview.rows());
    }
  }

  /** Paths that belong to a dataset. */
  @Schema(name = "DatasetLinks")
  public record Links(String self, String preview, String profile, String generate) {

    static Links of(UUID id) {
      String self = path(id);
      return new Links(self, self + "/preview", self + "/profile", "/v1/jobs");
    }
  }

  /** Path of a dataset. */
  static String path(UUID id) {
    return "/v1/datasets/" + id;
  }

  static DatasetView of(DatasetInfo info, Optional<Preview> preview) {
    return new DatasetView(
        info.id(),
        info.name(),
        info.state(),
        info.reading().rows(),
        info.bytes(),
        info.sha256(),
        info.createdAt(),
        DialectView.of(info.reading().dialect()),
        ReadingView.of(info),
        columns(info.reading().columns()),
        info.reading().warnings().stream().map(WarningView::of).toList(),
        preview.map(PreviewView::of),
        Links.of(info.id()));
  }

  static List<ColumnView> columns(List<String> names) {
    List<ColumnView> columns = new ArrayList<>(names.size());
    for (String name : names) {
      columns.add(new ColumnView(columns.size() + 1, name));
    }
    return columns;
  }
}
