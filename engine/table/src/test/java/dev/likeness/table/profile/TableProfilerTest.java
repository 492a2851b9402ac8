package dev.likeness.table.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableProfilerTest {

  @TempDir Path folder;

  private TableProfile profile(String text, int threads) {
    try {
      Path file = Files.writeString(folder.resolve("in.csv"), text);
      Path parquet = folder.resolve("out.parquet");
      RunContext run = RunContext.quiet().withThreads(threads);
      Reading reading = TableReader.ingest(file, parquet, ReadLimits.defaults(), run);
      return TableProfiler.profile(parquet, reading, run);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Profiles one column beside another that keeps commas out of the way. */
  private ColumnProfile column(String name, List<String> cells) {
    return profiled(name, cells).columns().getFirst();
  }

  private TableProfile profiled(String name, List<String> cells) {
    String body =
        cells.stream().map(cell -> cell + "\tother").collect(Collectors.joining("\n", "", "\n"));
    return profile(name + "\tword\n" + body, 1);
  }

  private Field field(String name, List<String> cells) {
    return profiled(name, cells).schema().field(0);
  }

  private static List<String> repeat(int times, String... cells) {
    return IntStream.range(0, times).boxed().flatMap(i -> Stream.of(cells)).toList();
  }

  /** Reference: the definitions, evaluated in Python for [1, 2, 2, 3, 10]. */
  @Test
  void describesNumbers() {
    ColumnProfile column = column("x", List.of("1", "2", "2", "3", "10", "NA"));
    assertThat(column.kind()).isEqualTo(Kind.NUMERIC);
    assertThat(column.count()).isEqualTo(5);
    assertThat(column.missing()).isEqualTo(1);
    assertThat(column.distinct()).isEqualTo(4);
    assertThat(column.mean().orElseThrow()).isEqualTo(3.6, within(1e-12));
    assertThat(column.sd().orElseThrow()).isEqualTo(3.646916505762094, within(1e-12));
    assertThat(column.skewness().orElseThrow()).isEqualTo(1.3608927294433224, within(1e-9));
    assertThat(column.kurtosis().orElseThrow()).isEqualTo(0.06803663293572226, within(1e-9));
    assertThat(column.quantiles())
        .contains(new Quantile(0.5, new Scalar(2.0)), new Quantile(0.25, new Scalar(2.0)));
    assertThat(column.histogram().orElseThrow().counts().stream().mapToLong(n -> n).sum())
        .isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.50|2,000.75|2|.|,",
        "1.234,50|2.000,75|2|,|.",
        "1,5|2,25|2|,|",
        "1 234,5|22 000,5|1|,|' '",
        "12,345,678|1,000|0|.|,"
      })
  void findsHowNumbersAreWritten(String a, String b, int decimals, char mark, String group) {
    NumberFormat format = (NumberFormat) field("x", repeat(5, a, b)).format();
    assertThat(format.decimals()).isEqualTo(decimals);
    assertThat(format.decimalMark()).isEqualTo(mark);
    assertThat(format.grouping())
        .isEqualTo(group == null ? Optional.empty() : Optional.of(group.charAt(0)));
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u00a0', '\u2009', '\u202f', '\u2019'})
  void knowsTheNarrowBlanksAndTheApostropheBetweenThousands(char group) {
    List<String> cells = repeat(5, "1" + group + "234,50\u00a0€", "22" + group + "000,75\u00a0€");
    NumberFormat format = (NumberFormat) field("x", cells).format();
    assertThat(format.decimalMark()).isEqualTo(',');
    assertThat(format.grouping()).contains(group);
    assertThat(format.suffix()).isEqualTo("\u00a0€");
  }

  @Test
  void takesCodesWithLeadingZerosForNames() {
    assertThat(column("area", repeat(5, "01234", "99999", "00017")).kind()).isEqualTo(Kind.NOMINAL);
    assertThat(column("month", repeat(5, "01", "12", "07")).kind()).isEqualTo(Kind.NUMERIC);
  }

  @Test
  void letsTheWholeColumnDecideBetweenDayAndMonth() {
    List<String> first = repeat(30, "01/02/2020", "03/04/2020");
    assertThat(pattern(join(first, "25/12/2020"))).isEqualTo("dd/MM/uuuu");
    assertThat(pattern(join(first, "12/25/2020"))).isEqualTo("MM/dd/uuuu");
    assertThat(column("d", first).evidence()).contains("other way round");
  }

  private static List<String> join(List<String> cells, String last) {
    return Stream.concat(cells.stream(), Stream.of(last)).toList();
  }

  private String pattern(List<String> cells) {
    return ((TemporalFormat) field("d", cells).format()).pattern();
  }

  @Test
  void countsAndPlacesCellsThatDoNotParse() {
    ColumnProfile column = column("x", join(repeat(100, "1", "2", "5"), "oops"));
    assertThat(column.kind()).isEqualTo(Kind.NUMERIC);
    assertThat(column.unparseable()).isEqualTo(1);
    assertThat(column.warnings().getFirst().row()).isEqualTo(OptionalLong.of(301));
    assertThat(column.warnings().getFirst().message()).doesNotContain("oops");
  }

  @Test
  void takesColumnsWithManyWordsForNames() {
    assertThat(column("x", repeat(10, "1", "2", "many")).kind()).isEqualTo(Kind.NOMINAL);
  }

  @Test
  void findsTheUsualMissingToken() {
    assertThat(field("x", repeat(3, "1", "?", "2", "?", "NA")).format().missingToken())
        .isEqualTo("?");
    ColumnProfile words = column("w", repeat(3, "a", "?", "b"));
    assertThat(words.missing()).isZero();
    assertThat(words.distinct()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"country_name_type", "product", "department", "age", "city"})
  void modelsWhatIsHarmless(String header) {
    assertThat(field(header, repeat(4, "aa", "bb", "cc", "dd", "ee")).isModelled()).isTrue();
  }

  @Test
  void takesKeysForIdentifiersButNotMeasures() {
    List<String> counted = IntStream.range(1, 50).mapToObj(Integer::toString).toList();
    List<String> unique = IntStream.range(1, 50).mapToObj(i -> "" + i * i * 37).toList();
    assertThat(column("n", counted).kind()).isEqualTo(Kind.IDENTIFIER);
    assertThat(column("weight", unique).kind()).isEqualTo(Kind.NUMERIC);
    assertThat(column("order_id", unique).kind()).isEqualTo(Kind.IDENTIFIER);
  }

  @Test
  void knowsScalesFlagsConstantsAndNothing() {
    assertThat(column("r", repeat(4, "low", "high", "medium")).kind()).isEqualTo(Kind.ORDINAL);
    assertThat(column("f", repeat(4, "yes", "no")).kind()).isEqualTo(Kind.BOOLEAN);
    assertThat(column("c", repeat(4, "same")).kind()).isEqualTo(Kind.CONSTANT);
    assertThat(column("e", repeat(4, "")).kind()).isEqualTo(Kind.EMPTY);
    assertThat(column("t", repeat(4, "12:30", "08:15")).kind()).isEqualTo(Kind.TIME);
    assertThat(column("s", repeat(4, "2020-01-01 12:30", "2020-01-01 08:15")).kind())
        .isEqualTo(Kind.DATETIME);
  }

  @Test
  void takesIntegersBeyondDoublesForNames() {
    assertThat(column("x", repeat(4, "9007199254740993", "9007199254740995")).kind())
        .isEqualTo(Kind.NOMINAL);
  }

  @Test
  void doesNotDependOnThreads() {
    String text =
        IntStream.range(0, 5000)
            .mapToObj(i -> i % 97 * 0.1 + "," + "w" + i % 13 + "," + i * 7919 % 5003)
            .collect(Collectors.joining("\n", "a,b,c\n", "\n"));
    assertThat(profile(text, 4)).isEqualTo(profile(text, 1));
  }

  @Test
  void profilesATableWithoutRows() {
    TableProfile profile = profile("a,b\n", 1);
    assertThat(profile.columns())
        .extracting(ColumnProfile::kind)
        .containsExactly(Kind.EMPTY, Kind.EMPTY);
  }
}
