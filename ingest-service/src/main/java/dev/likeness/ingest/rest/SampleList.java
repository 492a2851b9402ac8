package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.SampleInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Samples on the wire. */
@Schema(name = "SampleList")
public record SampleList(List<SampleView> items) {

  /** A sample. */
  @Schema(name = "Sample", description = "A small table to try things on.")
  public record SampleView(
      @Schema(description = "Name in paths.", examples = "customers") String name,
      @Schema(examples = "Customers") String title,
      String description,
      @Schema(description = "Data rows.") long rows,
      @Schema(description = "Number of columns.") int columns,
      @Schema(description = "Size of the file.") long bytes,
      @Schema(examples = "CC0-1.0") String licence,
      Links links) {

    static SampleView of(SampleInfo info) {
      return new SampleView(
          info.name(),
          info.title(),
          info.description(),
          info.rows(),
          info.columns(),
          info.bytes(),
          info.licence(),
          new Links("/v1/samples/" + info.name() + "/content"));
    }
  }

  /** Paths that belong to a sample. */
  @Schema(name = "SampleLinks")
  public record Links(String content) {}
}
