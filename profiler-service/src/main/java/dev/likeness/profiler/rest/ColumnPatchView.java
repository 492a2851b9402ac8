package dev.likeness.profiler.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be said about columns, as the API description shows it; read as JSON as it came. */
@Schema(
    name = "ColumnsPatch",
    type = SchemaType.OBJECT,
    additionalProperties = ColumnPatchView.Column.class,
    description = "Names of columns, and what is said about each.")
final class ColumnPatchView {

  private ColumnPatchView() {}

  /** What may be said about one. */
  @Schema(name = "ColumnPatch", nullable = true)
  record Column(
      @Schema(
              nullable = true,
              enumeration = {
                "numeric",
                "nominal",
                "ordinal",
                "boolean",
                "date",
                "datetime",
                "time",
                "geographic",
                "identifier",
                "text"
              })
          String kind,
      @Schema(
              nullable = true,
              enumeration = {"direct", "quasi", "sensitive", "none"})
          String role,
      @Schema(
              nullable = true,
              description = "Type of personal data, or `none`.",
              examples = "email")
          String type,
      @Schema(nullable = true, description = "Of dates or times.", examples = "dd.MM.yyyy")
          String pattern,
      @Schema(
              nullable = true,
              enumeration = {".", ","})
          String decimal,
      @Schema(nullable = true, description = "Texts that stand for no value.")
          List<String> missingTokens,
      @Schema(nullable = true, description = "Null: the usual one again.") Treatment treatment) {}

  /** A treatment as it is asked for. */
  @Schema(name = "TreatmentRequest")
  record Treatment(
      @Schema(required = true, examples = "mask") String name,
      @Schema(implementation = Object.class, examples = "{\"keep\": 2}") JsonNode options) {}
}
