package dev.likeness.table.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.table.io.Dialect;
import dev.likeness.table.io.Origin;
import dev.likeness.table.io.ReadOptions;
import dev.likeness.table.io.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cells that come one behind the other say the same as values that come one by one. */
class QuickWayTest {

  private static final byte BETWEEN = 0x1f;
  private static final Asked ASKED =
      Asked.of(
          Amendment.none("a"),
          new Reading(
              Dialect.standard(),
              List.of("a"),
              1,
              List.of(),
              Origin.of("csv"),
              ReadOptions.none()));

  private static ColumnScan scan(List<String> cells) {
    return new ColumnScan(cells.subList(0, 10), ASKED, Optional.empty());
  }

  private static ColumnScan quick(ColumnScan scan, List<String> cells) {
    byte[] text = String.join("\u001f", cells).getBytes(StandardCharsets.UTF_8);
    assertThat(scan.take(text, BETWEEN)).isEqualTo(cells.size());
    return scan;
  }

  private static ColumnScan slow(List<String> cells) {
    ColumnScan scan = scan(cells);
    cells.forEach(cell -> scan.take(cell, 1));
    return scan;
  }

  private static List<String> cells(int count, java.util.function.IntFunction<String> cell) {
    return IntStream.range(0, count).mapToObj(cell).toList();
  }

  private static void sameMoments(List<String> cells, String pattern) {
    TemporalVote quick = quick(scan(cells), cells).moment().orElseThrow();
    TemporalVote slow = slow(cells).moment().orElseThrow();
    assertThat(quick.pattern()).isEqualTo(pattern).isEqualTo(slow.pattern());
    assertThat(quick.parsed()).isEqualTo(slow.parsed()).isEqualTo(cells.size());
    assertThat(quick.unit()).isEqualTo(slow.unit());
    assertThat(values(quick.moments())).isEqualTo(values(slow.moments()));
  }

  private static List<Double> values(Distincts numbers) {
    Distincts sorted = numbers.sort();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      values.add(sorted.value(i));
      values.add((double) sorted.count(i));
    }
    return values;
  }

  @Test
  void readsMomentsOfFixedWidth() {
    sameMoments(
        cells(500, i -> "20%02d-11-%02dT08:%02d:14".formatted(i % 29, 1 + i % 30, i % 60)),
        "uuuu-MM-dd'T'HH:mm:ss");
  }

  @Test
  void leavesToLoosePatternsWhatTheStrictOneCannotRead() {
    sameMoments(
        cells(
            500,
            i ->
                i % 50 < 40
                    ? "1%d/1%d/2020".formatted(i % 3, i % 10)
                    : "1/%d/2021".formatted(1 + i % 9)),
        "M/d/uuuu");
  }

  @Test
  void keepsDatesThatDoNotExistForNobody() {
    List<String> cells =
        cells(500, i -> i == 77 ? "2021-02-29" : "2020-02-%02d".formatted(1 + i % 29));
    ColumnScan scan = quick(scan(cells), cells);
    assertThat(scan.moment().orElseThrow().parsed()).isEqualTo(499);
    assertThat(scan.values()).isEqualTo(500);
  }

  @Test
  void readsNumbersOfThreePlacesByThePlainStyleAlone() {
    List<String> cells = cells(500, i -> "%d.%03d".formatted(i % 7, i));
    ColumnScan alone = quick(scan(cells).alone().orElseThrow(), cells);
    assertThat(alone.givesUp()).isFalse();
    NumberVote vote = alone.number(',').orElseThrow();
    NumberVote slow = slow(cells).number(',').orElseThrow();
    assertThat(vote.format("")).isEqualTo(slow.format(""));
    assertThat(values(vote.numbers())).isEqualTo(values(slow.numbers()));
  }

  @Test
  void givesUpWherePlainNumbersAreNotAll() {
    List<String> cells = cells(500, i -> i == 400 ? "1.234.567" : "%d.%03d".formatted(i % 7, i));
    assertThat(quick(scan(cells).alone().orElseThrow(), cells).givesUp()).isTrue();
    assertThat(scan(cells(20, i -> String.valueOf(i))).alone()).isEmpty();
  }

  @Test
  void doesNotGiveUpForTokensOfMissingValues() {
    List<String> cells = cells(500, i -> i % 9 == 0 ? "NA" : "%d.%03d".formatted(i % 7, i));
    ColumnScan alone = quick(scan(cells).alone().orElseThrow(), cells);
    assertThat(alone.givesUp()).isFalse();
    assertThat(alone.values()).isEqualTo(500 - 56);
  }
}
