package dev.likeness.privacy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.privacy.key.SigningKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifierTest {

  private static final int ENTRIES = 60;
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  @TempDir private static Path folder;
  private static SigningKey key;
  private static List<String> chain;
  private static List<String> checkpoints;

  @BeforeAll
  static void write() {
    key = SigningKey.openOrCreate(folder.resolve("audit.pem"));
    chain = new ArrayList<>();
    checkpoints = new ArrayList<>();
    String previous = AuditEntry.NOTHING;
    for (int i = 1; i <= ENTRIES; i++) {
      AuditEntry entry =
          AuditEntry.next(
              "acme",
              i,
              previous,
              NOON.plusSeconds(i),
              "key:abc",
              i % 3 == 0 ? "dataset-uploaded" : "result-downloaded",
              Map.of("dataset", "d-" + i, "bytes", Integer.toString(i * 1000)));
      chain.add(entry.line());
      previous = entry.hash();
      if (i % 20 == 0) {
        checkpoints.add(AuditCheckpoint.sign("acme", i, previous, NOON, key).line());
      }
    }
  }

  @Test
  void findsNothingInAnUntouchedLog() {
    AuditVerifier.Report report = verify(chain, checkpoints).orElseThrow();

    assertThat(report.isIntact()).isTrue();
    assertThat(report.entries()).isEqualTo(ENTRIES);
    assertThat(report.checkpoints()).isEqualTo(3);
    assertThat(report.lastCheckpoint()).isEqualTo(ENTRIES);
  }

  @Test
  void findsEveryOneOf200RandomTamperings() {
    CounterRandom random = CounterRandom.of(20260301).derive("tamperings");
    for (int i = 0; i < 200; i++) {
      List<String> lines = new ArrayList<>(chain);
      List<String> signed = new ArrayList<>(checkpoints);
      String what = tamper(i, lines, signed, random);

      assertThat(isIntact(lines, signed)).as("tampering %d: %s", i, what).isFalse();
    }
  }

  private static String tamper(
      int i, List<String> lines, List<String> signed, CounterRandom random) {
    int at = (int) (random.uniform(i, 0) * ENTRIES);
    int other = (int) (random.uniform(i, 1) * (ENTRIES - 1));
    return switch (i % 5) {
      case 0 -> {
        lines.set(at, flip(lines.get(at), random.uniform(i, 2)));
        yield "flip in entry " + at;
      }
      case 1 -> {
        lines.remove(at);
        yield "delete entry " + at;
      }
      case 2 -> {
        Collections.swap(lines, at, other < at ? other : other + 1);
        yield "swap entry " + at;
      }
      case 3 -> {
        lines.subList(at, lines.size()).clear();
        yield "truncate at entry " + at;
      }
      default -> {
        int checkpoint = at % signed.size();
        signed.set(checkpoint, flip(signed.get(checkpoint), random.uniform(i, 2)));
        yield "flip in checkpoint " + checkpoint;
      }
    };
  }

  private static String flip(String line, double where) {
    char[] text = line.toCharArray();
    int at = (int) (where * text.length);
    text[at] ^= 1;
    return new String(text);
  }

  @Test
  void findsAChainThatWasWrittenAnewBehindItsCheckpoints() {
    List<String> forged = new ArrayList<>();
    String previous = AuditEntry.NOTHING;
    for (String line : chain) {
      AuditEntry real = AuditLines.entry(line);
      AuditEntry entry =
          AuditEntry.next(
              real.tenant(),
              real.sequence(),
              previous,
              real.at(),
              "key:somebody-else",
              real.action(),
              real.details());
      forged.add(entry.line());
      previous = entry.hash();
    }

    assertThat(verify(forged, List.of()).orElseThrow().isIntact()).isTrue();
    assertThat(verify(forged, checkpoints).orElseThrow().findings())
        .contains(new AuditVerifier.Finding(20, "differs-from-checkpoint"));
  }

  @Test
  void saysHowFarCheckpointsVouch() {
    AuditVerifier.Report report = verify(chain, checkpoints.subList(0, 2)).orElseThrow();

    assertThat(report.isIntact()).isTrue();
    assertThat(report.lastCheckpoint()).isEqualTo(40);
  }

  @Test
  void refusesCheckpointsOfAnotherKey() {
    SigningKey another = SigningKey.openOrCreate(folder.resolve("another.pem"));
    AuditEntry last = AuditLines.entry(chain.getLast());
    String forged = AuditCheckpoint.sign("acme", ENTRIES, last.hash(), NOON, another).line();

    assertThat(isIntact(chain, List.of(forged))).isFalse();
  }

  @Test
  void readsItsKeyBackAndTheGivenPublicHalf() {
    SigningKey again = SigningKey.openOrCreate(folder.resolve("audit.pem"));

    assertThat(again.id()).isEqualTo(key.id());
    assertThat(SigningKey.readPublic(key.publicPem())).isEqualTo(key.publicKey());
  }

  private static boolean isIntact(List<String> lines, List<String> signed) {
    return verify(lines, signed).map(AuditVerifier.Report::isIntact).orElse(false);
  }

  /** Empty when a line cannot be read, which shows tampering too. */
  private static Optional<AuditVerifier.Report> verify(List<String> lines, List<String> signed) {
    try {
      AuditVerifier verifier =
          AuditVerifier.against(
              signed.stream().map(AuditLines::checkpoint).toList(), key.publicKey());
      lines.forEach(line -> verifier.add(AuditLines.entry(line)));
      return Optional.of(verifier.report());
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
