package dev.likeness.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.TableJson;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExposureTest {

  private static final CounterRandom RANDOM = CounterRandom.of(5);

  @TempDir private Path folder;

  /** People of 60 ages, two genders and six towns, who can be told apart by all three only. */
  private static List<String> people() {
    List<String> lines = new ArrayList<>(List.of("first_name,age,gender,city,salary"));
    String[] towns = {"Berlin", "Madrid", "Paris", "Rome", "Vienna", "London"};
    String[] names = {"Anna", "Peter", "Maria", "John"};
    for (int i = 0; i < 600; i++) {
      lines.add(
          "%s,%d,%s,%s,%d"
              .formatted(
                  names[i % 4],
                  20 + RANDOM.below(60, i, 0),
                  RANDOM.below(2, i, 1) == 0 ? "male" : "female",
                  towns[(int) RANDOM.below(6, i, 2)],
                  20_000 + i));
    }
    return lines;
  }

  private Exposure exposure(List<String> lines) throws IOException {
    TableProfile profile = Found.in(folder, lines);
    return Exposure.of(folder.resolve("table.parquet"), profile, RunContext.quiet());
  }

  @Test
  void countsWhoIsAloneAsASlowCountDoes() throws IOException {
    List<String> lines = people();
    Exposure exposure = exposure(lines);
    Map<String, Integer> groups = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      groups.merge(cells[1] + "|" + cells[2] + "|" + cells[3], 1, Integer::sum);
    }
    long alone = groups.values().stream().filter(size -> size == 1).count();
    long small = groups.values().stream().filter(size -> size < 5).mapToInt(size -> size).sum();
    Exposure.Combination all = exposure.all().orElseThrow();
    assertThat(exposure.quasiIdentifiers()).containsExactly("age", "gender", "city");
    assertThat(all.singledOut()).isEqualTo(alone).isPositive();
    assertThat(all.inSmallGroups()).isEqualTo(small);
    assertThat(all.k()).isEqualTo(1);
    assertThat(exposure.sampled()).isFalse();
  }

  @Test
  void listsTheSmallestCombinationsThatRevealAndNoneThatHoldsOne() throws IOException {
    List<Exposure.Combination> found = exposure(people()).combinations();
    assertThat(found).isNotEmpty();
    assertThat(found)
        .isSortedAccordingTo((a, b) -> Integer.compare(a.columns().size(), b.columns().size()))
        .allSatisfy(c -> assertThat(c.share()).isGreaterThanOrEqualTo(0.01));
    for (Exposure.Combination part : found) {
      assertThat(found)
          .filteredOn(whole -> whole.columns().containsAll(part.columns()))
          .containsExactly(part);
    }
  }

  @Test
  void aLargeTableIsLookedAtByASampleAndSaysSo() throws IOException {
    List<String> lines = new ArrayList<>(List.of("first_name,last_name,age,gender"));
    for (int i = 0; i < 51_000; i++) {
      lines.add("Anna,Miller," + (20 + i % 50) + "," + (i % 2 == 0 ? "male" : "female"));
    }
    Exposure exposure = exposure(lines);
    assertThat(exposure.sampled()).isTrue();
    assertThat(exposure.rowsLookedAt()).isEqualTo(50_000);
    assertThat(exposure.combinations()).isEmpty();
    assertThat(exposure.all().orElseThrow().k()).isGreaterThan(100);
  }

  @Test
  void aTableWithoutQuasiIdentifiersExposesNobody() throws IOException {
    List<String> lines = new ArrayList<>(List.of("x,y"));
    for (int i = 0; i < 30; i++) {
      lines.add(i % 3 + "," + i % 4);
    }
    Exposure exposure = exposure(lines);
    assertThat(exposure.all()).isEmpty();
    assertThat(exposure.combinations()).isEmpty();
    assertThat(TableJson.mapper().valueToTree(exposure).path("quasi_identifiers").isArray())
        .isTrue();
  }
}
