package dev.likeness.privacy.audit;

import dev.likeness.privacy.key.SigningKey;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A signed statement of how a chain stood.
 *
 * @param tenant whose chain
 * @param sequence number of its last entry then
 * @param hash of that entry
 * @param at when this was signed
 * @param key id of the key that signed
 * @param signature Ed25519 over all of the above as canonical JSON, Base64
 */
public record AuditCheckpoint(
    String tenant, long sequence, String hash, Instant at, String key, String signature) {

  /** Signs how a chain stands. */
  public static AuditCheckpoint sign(
      String tenant, long sequence, String hash, Instant at, SigningKey key) {
    AuditCheckpoint draft =
        new AuditCheckpoint(
            tenant, sequence, hash, at.truncatedTo(ChronoUnit.MILLIS), key.id(), "");
    String signature =
        Base64.getEncoder().encodeToString(key.sign(CanonicalJson.bytes(draft.signed())));
    return new AuditCheckpoint(
        draft.tenant, draft.sequence, draft.hash, draft.at, draft.key, signature);
  }

  /** Whether the key signed exactly this. */
  public boolean isSignedBy(PublicKey publicKey) {
    try {
      byte[] bytes = Base64.getDecoder().decode(signature);
      return SigningKey.verify(publicKey, CanonicalJson.bytes(signed()), bytes);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /** The checkpoint on one line. */
  public String line() {
    Map<String, Object> all = signed();
    all.put("signature", signature);
    return CanonicalJson.text(all);
  }

  private Map<String, Object> signed() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("tenant", tenant);
    properties.put("sequence", sequence);
    properties.put("hash", hash);
    properties.put("at", at.toString());
    properties.put("key", key);
    return properties;
  }
}
