package dev.likeness.evaluator.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.likeness.evaluation.MaskedEvaluationReport;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The shape of an evaluation of masked rows on the wire; for the API description only, since
 * reports are served as they were stored.
 *
 * @param jobId the job
 * @param state always {@code SUCCEEDED}
 * @param kind always {@code masked}
 * @param report what was found
 */
@Schema(
    name = "MaskedEvaluation",
    description =
        "What a masked copy still shows. Columns that are kept or only shifted (caesar-legacy) count"
            + " as clear text in every figure; `warnings` name the shifted ones"
            + " (`caesar-legacy`) and the direct identifiers that were kept"
            + " (`direct-identifier-in-clear`).")
public record MaskedEvaluationView(
    UUID jobId,
    @Schema(enumeration = "SUCCEEDED") String state,
    @Schema(enumeration = "masked") String kind,
    @JsonUnwrapped MaskedEvaluationReport report) {}
