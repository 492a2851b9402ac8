package dev.likeness.profiler.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.profiler.service.ColumnStatus;
import dev.likeness.profiler.service.Said;
import dev.likeness.profiler.service.StoredProfile;
import dev.likeness.table.profile.ColumnProfile;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A column of a profile on the wire. */
@Schema(name = "ProfiledColumn")
public record ColumnView(
    @JsonUnwrapped ColumnProfile profile,
    @Schema(
            description =
                """
                What becomes of the column in a masked copy. `harmless`: it has no role, or it stays \
                as it is and no combination of quasi-identifiers singles people out. `protected`: \
                its treatment shows nothing of the values, or only a part of those of a column that \
                names nobody directly. `at_risk`: every other column that says something about \
                people.""")
        ColumnStatus status,
    @Schema(
            nullable = true,
            description =
                "What is done to it in a masked copy; `default` where nobody chose it; null where it"
                    + " stays as it is.")
        @Nullable TreatmentView treatment,
    @Schema(nullable = true, description = "Who last said something about the column, and when.")
        @Nullable AmendedView amended) {

  /** A treatment with the options that differ from their defaults. */
  @Schema(name = "ChosenTreatment")
  public record TreatmentView(
      @Schema(examples = "fpe") String name,
      @Schema(implementation = Object.class) com.fasterxml.jackson.databind.node.ObjectNode options,
      @com.fasterxml.jackson.annotation.JsonProperty("default")
          @Schema(name = "default", description = "Nobody chose it.")
          boolean byDefault) {}

  /** Who said something. */
  @Schema(name = "Amended")
  public record AmendedView(
      @Schema(description = "Name of the caller as in the audit log.", examples = "local")
          String by,
      @Schema(description = "When, UTC.") Instant at) {}

  static ColumnView of(ColumnProfile column, TreatmentPlan plan, StoredProfile stored, Said said) {
    Optional<TreatmentChoice> choice = plan.of(column.name());
    return new ColumnView(
        column,
        ColumnStatus.of(column, choice, stored.exposure()),
        choice
            .map(chosen -> new TreatmentView(chosen.name(), chosen.options(), chosen.byDefault()))
            .orElse(null),
        Optional.ofNullable(said.amended().get(column.name()))
            .map(who -> new AmendedView(who.by(), who.at()))
            .orElse(null));
  }
}
