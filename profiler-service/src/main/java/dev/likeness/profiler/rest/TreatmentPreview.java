package dev.likeness.profiler.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.plan.MaskedCopy.PreviewColumn;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Ten rows before and after their treatment.
 *
 * @param columns that are shown
 */
@Schema(name = "TreatmentPreview")
public record TreatmentPreview(List<Column> columns) {

  /** What is to be shown. */
  @Schema(name = "TreatmentPreviewRequest")
  public record Wish(
      @Schema(
              implementation = ColumnPatchView.class,
              description = "What would be said about columns.")
          @Nullable ObjectNode columns) {

    ObjectNode given() {
      return columns == null ? JsonNodeFactory.instance.objectNode() : columns;
    }
  }

  /** A column. */
  @Schema(name = "TreatmentPreviewColumn")
  public record Column(
      String name,
      @Schema(description = "Name of its treatment; `keep` where it stays as it is.")
          String treatment,
      @Schema(description = "Cells as they stand; null for no value.")
          List<Optional<String>> before,
      @Schema(description = "Cells as they would stand; none where the column is dropped.")
          List<Optional<String>> after) {}

  static TreatmentPreview of(List<PreviewColumn> columns) {
    return new TreatmentPreview(
        columns.stream()
            .map(c -> new Column(c.name(), c.treatment(), c.before(), c.after()))
            .toList());
  }
}
