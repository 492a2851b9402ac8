package dev.likeness.profiler.rest;

import dev.likeness.table.profile.ColumnProfile;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A profile on the wire. */
@Schema(name = "Profile", description = "What the columns of a dataset are.")
public record ProfileView(
    @Schema(description = "The dataset.") UUID datasetId,
    @Schema(description = "From 1; later ones replace earlier ones.") int profileVersion,
    @Schema(description = "Data rows.") long rows,
    @Schema(
            description =
                "One for each column, in file order: kind, evidence, counts, statistics. Columns"
                    + " that identify people have no top values.")
        List<ColumnProfile> columns) {}
