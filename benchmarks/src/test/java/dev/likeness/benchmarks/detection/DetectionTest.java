package dev.likeness.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well personal data is found may not fall below what was promised. */
class DetectionTest {

  private static final Path LABELS = Path.of("..", "..", "shared", "data");
  private static final int ROWS = 1000;

  @TempDir private Path scratch;

  private static void assertPromised(Scores scores) {
    String misses = String.join("\n", scores.misses());
    assertThat(scores.role("direct").recall()).as(misses).isGreaterThanOrEqualTo(0.97);
    assertThat(scores.role("direct").precision()).as(misses).isGreaterThanOrEqualTo(0.92);
    for (String role : new String[] {"quasi", "sensitive"}) {
      assertThat(scores.role(role).recall()).as(misses).isGreaterThanOrEqualTo(0.85);
      assertThat(scores.role(role).precision()).as(misses).isGreaterThanOrEqualTo(0.80);
    }
  }

  @Test
  void keepsItsPromiseOnLabelledTables() throws IOException {
    boolean there = Files.isRegularFile(LABELS.resolve("pii-labels.json"));
    if (!there) {
      System.out.println("SKIPPED: there is no ../shared/data/pii-labels.json beside the project.");
    }
    assumeTrue(there);
    Scores scores = DetectionRun.real(LABELS, scratch, ROWS);
    assertThat(scores.misses()).noneMatch(miss -> miss.contains("left out"));
    assertPromised(scores);
  }

  @ParameterizedTest
  @ValueSource(strings = {"third", "fourth", "fifth", "sixth", "seventh", "eighth"})
  void keepsItsPromiseOnMadeUpTablesOfOtherDomainsAndLanguages(String look) throws IOException {
    assertPromised(DetectionRun.madeUp(DetectionRun.written(look), scratch));
  }
}
