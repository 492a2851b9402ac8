package dev.likeness.profiler.rest;

import dev.likeness.table.stats.AssociationMatrix;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Associations as the API description shows them. */
@Schema(name = "Associations")
record AssociationsView(
    UUID datasetId,
    int profileVersion,
    @Schema(description = "Columns of the matrices, in file order.") List<String> columns,
    @Schema(description = "Data rows.") long rows,
    @Schema(nullable = true, description = "Rows that were looked at; null for all of them.")
        @Nullable Long sampledRows,
    @Schema(description = "One matrix each; mutual information in nats.")
        AssociationMatrix.Measures measures,
    @Schema(description = "The largest of what applies to a pair, 0 to 1.")
        List<List<@Nullable Double>> strength) {}
