package dev.likeness.privacy.audit;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a chain against itself and against signed checkpoints.
 *
 * <p><b>Cost:</b> one hash for each entry, one signature check for each checkpoint; memory for the
 * hashes at checkpoints. Entries are given one by one, from the first to the last.
 */
public final class AuditVerifier {

  /** Checkpoints in the order of the numbers that they speak of. */
  private final List<AuditCheckpoint> checkpoints;

  private final Map<Long, List<AuditCheckpoint>> awaited = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private long count;
  private String last = AuditEntry.NOTHING;

  private AuditVerifier(List<AuditCheckpoint> checkpoints, PublicKey publicKey) {
    this.checkpoints =
        checkpoints.stream().sorted(Comparator.comparingLong(AuditCheckpoint::sequence)).toList();
    for (AuditCheckpoint checkpoint : this.checkpoints) {
      if (!checkpoint.isSignedBy(publicKey)) {
        findings.add(new Finding(checkpoint.sequence(), "checkpoint-not-signed-by-this-key"));
      }
      awaited.computeIfAbsent(checkpoint.sequence(), s -> new ArrayList<>()).add(checkpoint);
    }
  }

  /**
   * Something that is wrong.
   *
   * @param sequence number of the entry where it shows
   * @param code what it is, in kebab-case
   */
  public record Finding(long sequence, String code) {}

  /**
   * What came out.
   *
   * @param entries how many were checked
   * @param checkpoints how many were checked
   * @param lastCheckpoint the last number that a checkpoint vouches for; the end of the chain
   *     behind it could have been cut off unseen
   * @param findings what is wrong; empty when nothing is
   */
  public record Report(long entries, int checkpoints, long lastCheckpoint, List<Finding> findings) {

    /** Copies the list. */
    public Report {
      findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean isIntact() {
      return findings.isEmpty();
    }
  }

  /** Checks a chain against checkpoints that a key signed. */
  public static AuditVerifier against(List<AuditCheckpoint> checkpoints, PublicKey publicKey) {
    return new AuditVerifier(checkpoints, publicKey);
  }

  /** The next entry. */
  public void add(AuditEntry entry) {
    count++;
    if (entry.sequence() != count) {
      find("number-out-of-order");
    }
    if (!entry.previous().equals(last)) {
      find("chain-broken");
    }
    if (!entry.hash().equals(entry.computedHash())) {
      find("entry-changed");
    }
    last = entry.hash();
    for (AuditCheckpoint checkpoint : awaited.getOrDefault(count, List.of())) {
      if (!checkpoint.hash().equals(last) || !checkpoint.tenant().equals(entry.tenant())) {
        find("differs-from-checkpoint");
      }
    }
  }

  /** What came out, once every entry was given. */
  public Report report() {
    long vouched = checkpoints.isEmpty() ? 0 : checkpoints.getLast().sequence();
    List<Finding> all = new ArrayList<>(findings);
    if (vouched > count) {
      all.add(new Finding(count + 1, "entries-missing-at-the-end"));
    }
    return new Report(count, checkpoints.size(), vouched, all);
  }

  private void find(String code) {
    findings.add(new Finding(count, code));
  }
}
