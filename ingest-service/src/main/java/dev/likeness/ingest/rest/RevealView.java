package dev.likeness.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.ingest.service.RevealDesk;
import dev.likeness.ingest.service.RevealInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request to undo masking, on the wire. */
@Schema(name = "Reveal")
public record RevealView(
    @Schema(description = "Its id.") UUID revealId,
    @Schema(description = "Job of the masked copy.") UUID jobId,
    @Schema(description = "Its dataset.") UUID datasetId,
    @Schema(description = "Positions of the columns in the original, from 1.")
        List<Integer> columns,
    @Schema(description = "Why.") String purpose,
    @Schema(enumeration = {"AWAITING_SECOND_PERSON", "READY", "STREAMED", "EXPIRED"}) String state,
    @Schema(description = "Who wants it, and alone may have it.") String requestedBy,
    @Schema(description = "When, UTC.") Instant requestedAt,
    @Schema(description = "The second person.", nullable = true, implementation = String.class)
        Optional<String> approvedBy,
    @Schema(description = "From when on its link is refused, UTC.") Instant expiresAt,
    @Schema(
            description = "When it was taken, UTC.",
            nullable = true,
            implementation = Instant.class)
        Optional<Instant> streamedAt,
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @Schema(
            description = "Link to the clear values, good once; only in the answer to the request.",
            implementation = String.class)
        Optional<String> content) {

  /** Asks for columns of a masked copy in clear text. */
  @Schema(name = "RevealRequest")
  public record Request(
      @Schema(description = "What is to be undone.", required = true) @Nullable Artifact artifact,
      @Schema(description = "Names of the columns, no more than needed.", required = true)
          @Nullable List<String> columns,
      @Schema(
              description = "For whom and why; goes into the audit log.",
              required = true,
              examples = "Call back the three customers of complaint 4711")
          @Nullable String purpose) {}

  /** What is to be undone. */
  @Schema(name = "RevealArtifact")
  public record Artifact(
      @Schema(description = "Job that made a masked copy.", required = true)
          @Nullable UUID jobId) {}

  /** A page of requests. */
  @Schema(name = "RevealPage")
  public record Reveals(
      @Schema(description = "From new to old.") List<RevealView> items,
      @Schema(
              description = "Leads to the next page; null on the last.",
              nullable = true,
              implementation = String.class)
          Optional<String> nextCursor) {}

  static String path(UUID id) {
    return "/v1/reveals/" + id;
  }

  static RevealView of(RevealInfo reveal) {
    return of(reveal, Optional.empty());
  }

  static RevealView of(RevealDesk.Granted granted) {
    return of(
        granted.reveal(),
        Optional.of(path(granted.reveal().id()) + "/content?token=" + granted.token()));
  }

  private static RevealView of(RevealInfo reveal, Optional<String> content) {
    return new RevealView(
        reveal.id(),
        reveal.jobId(),
        reveal.datasetId(),
        reveal.positions().stream().map(position -> position + 1).toList(),
        reveal.purpose(),
        reveal.isExpired(Instant.now()) ? "EXPIRED" : reveal.state(),
        reveal.requestedBy(),
        reveal.requestedAt(),
        reveal.approvedBy(),
        reveal.expiresAt(),
        reveal.streamedAt(),
        content);
  }
}
