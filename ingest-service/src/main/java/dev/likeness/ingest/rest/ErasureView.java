package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An erasure on the wire. */
@Schema(name = "Erasure", description = "What was forgotten, and what a project's key leaves.")
public record ErasureView(
    @Schema(description = "Its id.") UUID erasureId,
    @Schema(description = "The dataset that was.") UUID datasetId,
    @Schema(enumeration = {"RUNNING", "COMPLETED"}) String state,
    @Schema(description = "Who asked for it.", examples = "key:abcdefgh2345") String requestedBy,
    @Schema(description = "When, UTC.") Instant requestedAt,
    @Schema(
            description = "When every service had answered; null before.",
            nullable = true,
            implementation = Instant.class)
        Optional<Instant> completedAt,
    @Schema(
            description = "The key that was destroyed first; without it nothing can be read.",
            nullable = true,
            implementation = String.class)
        Optional<String> keyId,
    @Schema(description = "What was there.") List<ErasedView> erased,
    @Schema(description = "The word of each service.") List<ServiceView> services,
    @Schema(
            description =
                "Projects whose key outlives the dataset: what was masked under it can be undone.")
        List<String> survivingProjectKeys,
    @Schema(description = "Where to look again.") Links links) {

  /** Something that is gone. */
  @Schema(name = "Erased")
  public record ErasedView(
      @Schema(examples = "canonical copy") String what,
      @Schema(description = "Size in bytes.") long bytes,
      @Schema(description = "SHA-256 of its clear bytes.") String sha256) {}

  /** The word of a service. */
  @Schema(name = "ErasureAcknowledgement")
  public record ServiceView(
      @Schema(examples = "generator") String service,
      @Schema(description = "Objects that it removed.") long objects,
      @Schema(description = "Rows that it removed.") long rows,
      @Schema(description = "When, UTC.") Instant acknowledgedAt) {}

  /** Paths that belong to an erasure. */
  @Schema(name = "ErasureLinks")
  public record Links(String self) {}

  static ErasureView of(Receipt receipt) {
    return new ErasureView(
        receipt.erasureId(),
        receipt.datasetId(),
        receipt.completedAt().isPresent() ? "COMPLETED" : "RUNNING",
        receipt.requestedBy(),
        receipt.requestedAt(),
        receipt.completedAt(),
        receipt.keyId(),
        receipt.erased().stream()
            .map(e -> new ErasedView(e.what(), e.bytes(), e.sha256()))
            .toList(),
        receipt.services().stream()
            .map(s -> new ServiceView(s.service(), s.objects(), s.rows(), s.at()))
            .toList(),
        receipt.survives(),
        new Links(path(receipt.erasureId())));
  }

  static String path(UUID id) {
    return "/v1/erasures/" + id;
  }
}
