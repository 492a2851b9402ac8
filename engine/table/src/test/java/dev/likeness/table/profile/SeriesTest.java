package dev.likeness.table.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.Series.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planted series in one table, and columns that only look like some. */
class SeriesTest {

  private static final int ROWS = 9_000;
  private static final CounterRandom RANDOM = CounterRandom.of(4);
  private static final List<String> HEADER =
      List.of(
          "id",
          "gapped",
          "code",
          "hourly",
          "countdown",
          "sorted_time",
          "weekday",
          "shift",
          "wave",
          "trend_wave",
          "noise",
          "walk",
          "city",
          "grouped",
          "late_break",
          "rare_flag",
          "shuffled");
  private static final LocalDateTime START = LocalDateTime.of(2021, 3, 1, 0, 0);

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  @TempDir static Path folder;

  private static TableProfile profile;

  private static double noise(int row, int what) {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += RANDOM.uniform(row, 100 * what + i);
    }
    return sum - 6;
  }

  private static String row(int i, double[] walk, long[] gaps) {
    double wave = 10 * StrictMath.sin(2 * Math.PI * i / 24);
    return Arrays.stream(
            new Object[] {
              500 + i,
              gaps[i],
              String.format(Locale.ROOT, "INV-%06d", 3 * i),
              START.plusHours(i),
              100_000 - 5 * i,
              START.plusSeconds(gaps[i] * 977).format(SECONDS),
              LocalDate.of(2024, 1, 1).plusDays(i % 7).getDayOfWeek(),
              i / 8 % 3,
              round(20 + wave + 3 * noise(i, 1)),
              round(0.05 * i + wave + 3 * noise(i, 2)),
              round(noise(i, 3)),
              round(walk[i]),
              "c" + RANDOM.below(9, i, 400),
              "g" + i / 1_000,
              i < 5_000 ? i % 5 : RANDOM.below(5, i, 401),
              RANDOM.uniform(i, 402) < 0.002,
              RANDOM.below(9_000, i, 405)
            })
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private static double round(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }

  @BeforeAll
  static void makes() throws IOException {
    double[] walk = new double[ROWS];
    long[] gaps = new long[ROWS];
    for (int i = 1; i < ROWS; i++) {
      walk[i] = walk[i - 1] + noise(i, 5);
      gaps[i] = gaps[i - 1] + 1 + (RANDOM.uniform(i, 403) < 0.1 ? RANDOM.below(20, i, 404) : 0);
    }
    String text =
        IntStream.range(0, ROWS)
            .mapToObj(i -> row(i, walk, gaps))
            .collect(Collectors.joining("\n", String.join(",", HEADER) + "\n", "\n"));
    Path csv = Files.writeString(folder.resolve("in.csv"), text);
    Path parquet = folder.resolve("out.parquet");
    Reading reading = TableReader.ingest(csv, parquet, ReadLimits.defaults(), RunContext.quiet());
    profile = TableProfiler.profile(parquet, reading, RunContext.quiet());
  }

  private static ColumnProfile column(String header) {
    return profile.columns().get(HEADER.indexOf(header));
  }

  private static Series series(String header) {
    return column(header).series().orElseThrow(() -> new AssertionError(header));
  }

  @ParameterizedTest
  @CsvSource({
    "id,AUTOINCREMENT,1",
    "gapped,AUTOINCREMENT,1",
    "code,AUTOINCREMENT,3",
    "hourly,SEQUENCE,3600",
    "countdown,SEQUENCE,-5",
    "sorted_time,SEQUENCE,"
  })
  void findsSequences(String header, Pattern pattern, Double step) {
    Series found = series(header);
    assertThat(found.pattern()).isEqualTo(pattern);
    assertThat(found.step())
        .isEqualTo(step == null ? OptionalDouble.empty() : OptionalDouble.of(step));
    assertThat(found.exceptions()).isZero();
    assertThat(found.rows()).isBetween(8_000, ROWS);
  }

  @ParameterizedTest
  @CsvSource({"weekday,CYCLIC,7", "shift,CYCLIC,24", "wave,SEASONAL,24", "trend_wave,SEASONAL,24"})
  void findsWhatComesBack(String header, Pattern pattern, int period) {
    Series found = series(header);
    assertThat(found.pattern()).isEqualTo(pattern);
    assertThat(found.period()).isEqualTo(OptionalInt.of(period));
  }

  /** The wave has variance 50, the noise 9: 85% are explained. */
  @Test
  void saysHowMuchSeasonsExplain() {
    assertThat(series("wave").strength()).isCloseTo(0.85, within(0.02));
    assertThat(series("weekday").strength()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"noise", "walk", "city", "grouped", "late_break", "rare_flag", "shuffled"})
  void findsNothingWhereNothingIsPlanted(String header) {
    assertThat(column(header).series()).isEmpty();
  }

  @Test
  void standsInJson() throws JsonProcessingException {
    String json = TableJson.mapper().writeValueAsString(profile);
    assertThat(TableJson.mapper().readValue(json, TableProfile.class)).isEqualTo(profile);
    assertThat(json).contains("\"series\":{\"pattern\":\"seasonal\",\"step\":null,\"period\":24");
    String old = json.replaceAll("\"series\":(null|\\{[^}]*\\}),", "");
    assertThat(TableJson.mapper().readValue(old, TableProfile.class).columns())
        .allMatch(column -> column.series().isEmpty());
  }

  /** Walks have trends and humps, but none that comes back. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void findsNoSeasonInRandomWalksAndShortTables(long seed) {
    CounterRandom random = CounterRandom.of(seed);
    for (int rows : new int[] {12, 40, 60, 200, 1_000}) {
      double[] noise = IntStream.range(0, rows).mapToDouble(i -> random.uniform(i, 0)).toArray();
      double[] walk = noise.clone();
      for (int i = 1; i < rows; i++) {
        walk[i] += walk[i - 1] - 0.5;
      }
      double[] flags = DoubleStream.of(noise).map(x -> x < 0.1 ? 1 : 0).toArray();
      for (double[] values : List.of(noise, walk, flags)) {
        assertThat(SeriesFinder.find(List.of(new SeriesFinder.Stretch(values)), false, true, true))
            .isEmpty();
      }
    }
  }
}
