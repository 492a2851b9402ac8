package dev.likeness.privacy.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that somebody did.
 *
 * @param tenant whose chain
 * @param sequence number in the chain, from 1
 * @param at when, to the millisecond
 * @param actor who: {@code key:…}, {@code user:…}, {@code service:…}
 * @param action what, in kebab-case and past tense: {@code dataset-uploaded}
 * @param details ids, codes, counts, hashes, and a purpose where one was given
 * @param previous hash of the entry before; 64 zeros in the first
 * @param hash SHA-256 of all of the above as canonical JSON, hexadecimal
 */
public record AuditEntry(
    String tenant,
    long sequence,
    Instant at,
    String actor,
    String action,
    Map<String, String> details,
    String previous,
    String hash) {

  /** What stands before the first entry. */
  public static final String NOTHING = "0".repeat(64);

  /** Copies the details. */
  public AuditEntry {
    details = Map.copyOf(details);
  }

  /**
   * The next entry of a chain.
   *
   * @param sequence of this entry
   * @param previous hash of the one before
   */
  public static AuditEntry next(
      String tenant,
      long sequence,
      String previous,
      Instant at,
      String actor,
      String action,
      Map<String, String> details) {
    AuditEntry draft =
        new AuditEntry(
            tenant,
            sequence,
            at.truncatedTo(ChronoUnit.MILLIS),
            actor,
            action,
            details,
            previous,
            "");
    return new AuditEntry(
        draft.tenant,
        draft.sequence,
        draft.at,
        draft.actor,
        draft.action,
        draft.details,
        draft.previous,
        draft.computedHash());
  }

  /** The hash that the other components lead to. */
  String computedHash() {
    return CanonicalJson.sha256(hashed());
  }

  /** The entry on one line. */
  public String line() {
    Map<String, Object> all = hashed();
    all.put("hash", hash);
    return CanonicalJson.text(all);
  }

  private Map<String, Object> hashed() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("tenant", tenant);
    properties.put("sequence", sequence);
    properties.put("at", at.toString());
    properties.put("actor", actor);
    properties.put("action", action);
    properties.put("details", new TreeMap<>(details));
    properties.put("previous", previous);
    return properties;
  }
}
