package dev.likeness.table.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns in which some cells are not what the others are. */
class StraysTest {

  private static final int ROWS = 200;

  @TempDir Path folder;

  private ColumnProfile profiled(int rows, IntFunction<String> cell) throws IOException {
    StringBuilder text = new StringBuilder("it\tword\n");
    for (int row = 0; row < rows; row++) {
      text.append(cell.apply(row)).append("\tother\n");
    }
    Path file = Files.writeString(folder.resolve("in.tsv"), text);
    Path parquet = folder.resolve("out.parquet");
    RunContext run = RunContext.quiet();
    Reading reading = TableReader.ingest(file, parquet, ReadLimits.defaults(), run);
    return TableProfiler.profile(parquet, reading, run).columns().getFirst();
  }

  /** Every so many-th cell is a stray. */
  private ColumnProfile every(int step, String stray, IntFunction<String> cell) throws IOException {
    return profiled(ROWS, row -> row % step == step - 1 ? stray : cell.apply(row));
  }

  private static String amount(int row) {
    return 10 + row * 37 % 89 + "." + row % 10 + "5";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"see note", "12 (est.)", "~12", "12*", ">100", "12,5", "90+", "12 kg", "ca. 7"})
  void keepsNumbersAmongAFewStrays(String stray) throws IOException {
    ColumnProfile column = every(15, stray, StraysTest::amount);
    assertThat(column.kind()).isEqualTo(Kind.NUMERIC);
    assertThat(column.unparseable()).isEqualTo(13);
    assertThat(column.missing()).isEqualTo(13);
    assertThat(column.confidence()).isBetween(0.7, 0.9);
    assertThat(column.evidence())
        .isEqualTo(
            "93.5% of the values read as numbers with up to 2 decimal places; the others do not"
                + " and count as missing.");
    assertThat(column.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("unparseable-cells");
              assertThat(warning.column()).isEqualTo(OptionalInt.of(1));
              assertThat(warning.row()).isEqualTo(OptionalLong.of(15));
              assertThat(warning.count()).isEqualTo(13);
              assertThat(warning.message()).doesNotContain(stray);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"12A", "B", "V57.1", "1.2.3", "18-24", "7/3", "A12", "12-b"})
  void takesNumbersAmongCodesForNames(String code) throws IOException {
    assertThat(every(15, code, row -> "" + (1 + row * 7 % 40)).kind()).isEqualTo(Kind.NOMINAL);
  }

  @Test
  void takesAnswersThatAreNumbersAndWordsForNames() throws IOException {
    assertThat(every(15, "more than that", row -> "" + row % 5).kind()).isEqualTo(Kind.NOMINAL);
  }

  @Test
  void takesManyStraysForWhatTheyAre() throws IOException {
    assertThat(every(8, "see note", StraysTest::amount).kind()).isNotEqualTo(Kind.NUMERIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.02.2020", "2020-05-01", "soon", "43831"})
  void keepsDatesAmongAFewStrays(String stray) throws IOException {
    ColumnProfile column =
        every(15, stray, row -> String.format("%02d.%02d.2020", 1 + row % 28, 1 + row % 12));
    assertThat(column.kind()).isEqualTo(Kind.DATE);
    assertThat(column.pattern()).hasValue("dd.MM.uuuu");
    assertThat(column.unparseable()).isEqualTo(13);
    assertThat(column.warnings().getFirst().row()).isEqualTo(OptionalLong.of(15));
  }

  @Test
  void countsStraysInALargeTableAsInASmallOne() throws IOException {
    ColumnProfile column =
        profiled(30_000, row -> row % 20 == 7 ? "see note " + row : row * 31 + ".5");
    assertThat(column.kind()).isEqualTo(Kind.NUMERIC);
    assertThat(column.unparseable()).isEqualTo(1500);
    ColumnProfile names = profiled(30_000, row -> row % 20 == 7 ? "A" + row : "" + row * 31);
    assertThat(names.kind()).isEqualTo(Kind.IDENTIFIER);
    assertThat(names.distinct()).isEqualTo(30_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "unknown;Unknown;UNKNOWN",
        "unbekannt;k.A.;k. A.",
        "keine Angabe;n.v.;#NV",
        "s/d;S/D;sin datos",
        "inconnu;n.c.;non renseigné",
        "#N/A;#DIV/0!;#VALUE!",
        "none;null;NaN",
        "-;--;---",
        ".;..;...",
        "?;??;n/a",
        ":;/;…",
        "(null);<NA>;(blank)",
        "неизвестно;н/д;нет данных",
        "不明;未知;なし",
        "brak danych;bd.;nie dotyczy",
        "onbekend;n.v.t.;geen"
      })
  void knowsWordsForMissingAmongNumbersAndDates(String a, String b, String c) throws IOException {
    String[] tokens = {a, a, b, c};
    ColumnProfile numbers = profiled(ROWS, row -> row % 3 == 0 ? tokens[row / 3 % 4] : amount(row));
    assertThat(numbers.kind()).isEqualTo(Kind.NUMERIC);
    assertThat(numbers.unparseable()).isZero();
    assertThat(numbers.missing()).isEqualTo(67);
    ColumnProfile dates =
        profiled(
            ROWS,
            row ->
                row % 3 == 0 ? tokens[row / 3 % 4] : String.format("2020-03-%02d", 1 + row % 28));
    assertThat(dates.kind()).isEqualTo(Kind.DATE);
    assertThat(dates.unparseable()).isZero();
  }

  @Test
  void guessesNoNumberForMissing() throws IOException {
    ColumnProfile column = every(10, "999", row -> "" + row % 50);
    assertThat(column.missing()).isZero();
    assertThat(column.max().orElseThrow().value()).isEqualTo(999.0);
  }

  @Test
  void keepsWordsForMissingInColumnsOfNames() throws IOException {
    ColumnProfile column = every(10, "unknown", row -> row % 2 == 0 ? "red" : "blue");
    assertThat(column.kind()).isEqualTo(Kind.NOMINAL);
    assertThat(column.missing()).isZero();
  }
}
