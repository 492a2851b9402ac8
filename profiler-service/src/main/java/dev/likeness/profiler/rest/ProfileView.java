package dev.likeness.profiler.rest;

import dev.likeness.privacy.detect.Exposure;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.profiler.service.FoundProfile;
import dev.likeness.table.profile.TableProfile;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A profile on the wire. */
@Schema(name = "Profile", description = "What the columns of a dataset are.")
public record ProfileView(
    @Schema(description = "The dataset.") UUID datasetId,
    @Schema(description = "From 1; later ones replace earlier ones.") int profileVersion,
    @Schema(description = "Data rows.") long rows,
    @Schema(
            nullable = true,
            description =
                "In how many rows, drawn by a fixed seed, personal data was looked for; null for all"
                    + " of them.")
        @Nullable Long sampledRows,
    @Schema(
            nullable = true,
            description =
                "Which combinations of quasi-identifiers single people out, before anything is"
                    + " treated (k-anonymity).")
        @Nullable Exposure exposure,
    @Schema(
            description =
                "One for each column, in file order: kind, evidence, counts, statistics. Columns"
                    + " that identify people have no top values.")
        List<ColumnView> columns) {

  static ProfileView of(UUID dataset, FoundProfile.Ready ready) {
    TableProfile table = ready.stored().table();
    TreatmentPlan plan = ready.stored().planned().plan(Purpose.MASKED_COPY);
    long looked = PersonalData.rowsLookedAt(table);
    return new ProfileView(
        dataset,
        ready.version(),
        table.rows(),
        looked < table.rows() ? Long.valueOf(looked) : null,
        ready.stored().exposure().orElse(null),
        table.columns().stream()
            .map(column -> ColumnView.of(column, plan, ready.stored(), ready.said()))
            .toList());
  }
}
