package dev.likeness.evaluator.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.likeness.evaluation.EvaluationReport;
import dev.likeness.evaluation.ReportWarning;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an evaluation on the wire; for the API description only, since reports are served as
 * they were stored.
 *
 * @param jobId the job
 * @param state always {@code SUCCEEDED}
 * @param kind always {@code synthetic}
 * @param warnings what must not be overlooked
 * @param comparedWith which real rows they are compared with, where conditions were asked for
 * @param report what was found
 */
@Schema(
    name = "Evaluation",
    description =
        "How the synthetic rows compare with the rows that the model learnt from. `expected` is what a"
            + " perfect generator would get: the score of real rows that the model never saw.")
public record EvaluationView(
    UUID jobId,
    @Schema(enumeration = "SUCCEEDED") String state,
    @Schema(enumeration = "synthetic") String kind,
    @Schema(
            description =
                "What must not be overlooked, such as columns that count as clear text;"
                    + " `caesar-legacy-not-used`.")
        List<ReportWarning> warnings,
    @Schema(
            description =
                "Of a job with conditions: which real rows the synthetic ones are compared with, in"
                    + " one sentence. Those that fulfil the conditions, where that are at least 100"
                    + " training rows and no shares of a column were asked for; else all. Null of a"
                    + " job without conditions.",
            examples = "Compared with the 3,214 training rows that fulfil the conditions.")
        @Nullable String comparedWith,
    @JsonUnwrapped EvaluationReport report) {}
