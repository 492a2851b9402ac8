package dev.likeness.platform.work;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an item has come.
 *
 * @param jobId the job that it is part of
 * @param stage what is to be done
 * @param state where it stands
 * @param attempt how often it was claimed
 * @param cancelRequested whether somebody asked to cancel it
 * @param progressStage what the computation says it does; empty before it says anything
 * @param progress share of that which is done, in [0, 1]
 * @param startedAt when it was claimed last
 * @param updatedAt when anything of this changed last
 */
public record WorkStatus(
    UUID jobId,
    String stage,
    WorkState state,
    int attempt,
    boolean cancelRequested,
    Optional<String> progressStage,
    double progress,
    Optional<Instant> startedAt,
    Instant updatedAt) {}
