package dev.likeness.profiler.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Relations as the API description shows them. */
@Schema(name = "Relations")
record RelationsView(
    UUID datasetId,
    int profileVersion,
    @Schema(description = "Data rows.") long rows,
    @Schema(
            nullable = true,
            description = "Rows in which candidates were looked for; null for all of them.")
        @Nullable Long sampledRows,
    @Schema(description = "By kind, those with fewest counter-examples first.")
        List<Relation> items) {

  /** A relation; further properties depend on its kind. */
  @Schema(name = "Relation", description = "Further properties depend on the kind.")
  record Relation(
      @Schema(
              enumeration = {
                "equal_columns",
                "sum_of_columns",
                "functional_dependency",
                "one_hot_group",
                "fixed_combinations",
                "inequality",
                "unique_key",
                "derived_column",
                "conditional_missingness",
                "geographic_pair"
              })
          String kind,
      @Schema(description = "Columns that take part, those first that decide.") List<String> names,
      @Schema(description = "For people.") String sentence,
      Support support) {}

  /** What it rests on. */
  @Schema(name = "RelationSupport")
  record Support(
      @Schema(description = "Rows that could break it.") long rows,
      @Schema(description = "Those among them that do.") long exceptions,
      @Schema(description = "Share of the rows in which it holds.") double share) {}
}
