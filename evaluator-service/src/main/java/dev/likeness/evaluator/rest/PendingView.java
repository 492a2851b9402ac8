package dev.likeness.evaluator.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An evaluation that is still to come.
 *
 * @param jobId the job
 * @param state whether it has begun
 */
@Schema(name = "EvaluationPending", description = "An evaluation that is still to come.")
public record PendingView(
    UUID jobId,
    @Schema(
            description = "`WAITING`: for the rows or a worker; `RUNNING`: being computed.",
            enumeration = {"WAITING", "RUNNING"})
        String state) {}
