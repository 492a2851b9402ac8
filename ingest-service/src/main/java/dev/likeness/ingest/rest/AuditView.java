package dev.likeness.ingest.rest;

import dev.likeness.privacy.audit.AuditCheckpoint;
import dev.likeness.privacy.audit.AuditEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the audit log on the wire. */
@Schema(name = "AuditPage")
public record AuditView(
    @Schema(description = "From old to new.") List<EntryView> items,
    @Schema(
            description = "Leads to the next page; null where there is none yet.",
            nullable = true,
            implementation = String.class)
        Optional<String> nextCursor) {

  /** An entry, with the properties over which its hash goes. */
  @Schema(name = "AuditEntry")
  public record EntryView(
      @Schema(examples = "default") String tenant,
      @Schema(description = "From 1, without gaps.") long sequence,
      @Schema(description = "When, UTC.") String at,
      @Schema(description = "Who.", examples = "key:abcdefgh2345") String actor,
      @Schema(description = "What.", examples = "dataset-uploaded") String action,
      @Schema(description = "Ids, codes, counts, hashes.") Map<String, String> details,
      @Schema(description = "Hash of the entry before.") String previous,
      @Schema(description = "SHA-256 of the other properties as canonical JSON.") String hash) {

    static EntryView of(AuditEntry entry) {
      return new EntryView(
          entry.tenant(),
          entry.sequence(),
          entry.at().toString(),
          entry.actor(),
          entry.action(),
          new TreeMap<>(entry.details()),
          entry.previous(),
          entry.hash());
    }
  }

  /** Signed statements of how the log stood. */
  @Schema(name = "AuditCheckpoints")
  public record Checkpoints(
      @Schema(description = "In the order of the entries that they speak of.")
          List<CheckpointView> items,
      @Schema(description = "Public half of the key that signs now, as PEM.") String publicKey) {}

  /** A signed statement of how the log stood. */
  @Schema(name = "AuditCheckpoint")
  public record CheckpointView(
      String tenant,
      @Schema(description = "Number of the last entry then.") long sequence,
      @Schema(description = "Hash of that entry.") String hash,
      @Schema(description = "When, UTC.") String at,
      @Schema(description = "Id of the key.") String key,
      @Schema(description = "Ed25519, Base64.") String signature) {

    static CheckpointView of(AuditCheckpoint checkpoint) {
      return new CheckpointView(
          checkpoint.tenant(),
          checkpoint.sequence(),
          checkpoint.hash(),
          checkpoint.at().toString(),
          checkpoint.key(),
          checkpoint.signature());
    }
  }
}
