package dev.likeness.table.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.CsvWriter;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, dates and times as the world writes them: read, and written as they stood. */
class WritingsTest {

  private static final RunContext RUN = RunContext.quiet();

  @TempDir Path folder;

  private TableProfile profile;

  /** Cells of a column, parted by {@code |}; profiled, and written again. */
  private List<String> written(String... cells) throws IOException {
    StringBuilder text = new StringBuilder("it\tword\n");
    for (int i = 0; i < 4; i++) {
      Arrays.stream(cells).forEach(cell -> text.append(cell).append("\tother\n"));
    }
    Path file = Files.writeString(folder.resolve("in.tsv"), text);
    Path parquet = folder.resolve("out.parquet");
    Reading reading = TableReader.ingest(file, parquet, ReadLimits.defaults(), RUN);
    TableProfile found = TableProfiler.profile(parquet, reading, RUN);
    String json = TableJson.mapper().writeValueAsString(found);
    profile = TableJson.mapper().readValue(json, TableProfile.class);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CanonicalTable table = CanonicalTable.open(parquet, profile.schema());
        CsvWriter writer = CsvWriter.to(out, profile.schema(), reading.dialect())) {
      writer.accept(table.read(0, cells.length));
    }
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf('\t')))
        .toList();
  }

  private ColumnProfile column() {
    return profile.columns().getFirst();
  }

  private double[] numbers(int count) {
    try (CanonicalTable table =
        CanonicalTable.open(folder.resolve("out.parquet"), profile.schema())) {
      return ((NumericColumn) table.read(0, count).column(0)).values();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(1,234.00)|17.25|(0.50)|3,000.00 ; -1234|17.25|-0.5|3000",
        "1.234,50-|17,25|0,50-|3.000,00 ; -1234.5|17.25|-0.5|3000",
        "123-|17|5-|3000 ; -123|17|-5|3000",
        "1.234,50 €|17,25 €|-0,50 € ; 1234.5|17.25|-0.5",
        "€ 1.234,50|€ 17,25|€ 3,00 ; 1234.5|17.25|3",
        "($1,234.50)|$17.25|$3.00 ; -1234.5|17.25|3",
        "-$1,234.50|$17.25|$3.00 ; -1234.5|17.25|3",
        "CHF 1'234.50|CHF 17.25|CHF 3.00 ; 1234.5|17.25|3",
        "1234,50 zł|17,25 zł|3,00 zł ; 1234.5|17.25|3",
        "12.5%|7.25%|100.00% ; 12.5|7.25|100",
        "+5|-7|+12|0 ; 5|-7|12|0",
        "+0.5|-0.7|+12.1 ; 0.5|-0.7|12.1",
        "−5.5|7.5|−12.0 ; -5.5|7.5|-12",
        "12,34,567.00|1,234.50|98,76,54,321.25|99.00 ; 1234567|1234.5|987654321.25|99",
        "1,234,567|12,345|999 ; 1234567|12345|999",
        "12 kg|7 kg|105 kg ; 12|7|105",
        "12 patients|7 patients|105 patients ; 12|7|105",
        "1,5|2,25|1234,75 ; 1.5|2.25|1234.75"
      })
  void readsAndWritesNumbers(String cells, String values) throws IOException {
    String[] texts = cells.split("\\|");
    List<String> again = written(texts);
    assertThat(column().kind()).isEqualTo(Kind.NUMERIC);
    assertThat(column().unparseable()).isZero();
    assertThat(numbers(texts.length))
        .containsExactly(
            Arrays.stream(values.split("\\|")).mapToDouble(Double::parseDouble).toArray());
    for (int i = 0; i < texts.length; i++) {
      assertThat(numbers(texts.length)).hasSameSizeAs(texts);
      assertThat(NumberShape.of(again.get(i))).isEqualTo(NumberShape.of(texts[i]));
    }
  }

  /** Zeros behind the decimal mark may differ where cells have different numbers of places. */
  private record NumberShape(String text) {
    static NumberShape of(String text) {
      return new NumberShape(
          text.replaceAll("([.,]\\d*?)0+(?=\\D|$)", "$1").replaceAll("[.,](?=\\D|$)", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\u202f234,5|12\u202f345\u202f678,25|7,75",
        "1\u00a0234,5|12\u00a0345\u00a0678,25|7,75",
        "1 234,5|12 345 678,25|7,75"
      })
  void readsNarrowBlanksBetweenThousands(String cells) throws IOException {
    written(cells.split("\\|"));
    assertThat(column().kind()).isEqualTo(Kind.NUMERIC);
    assertThat(numbers(3)).containsExactly(1234.5, 12345678.25, 7.75);
  }

  @Test
  void readsPowersOfTen() throws IOException {
    written("1e5", "2.5E-3", "7");
    assertThat(column().kind()).isEqualTo(Kind.NUMERIC);
    assertThat(numbers(3)).containsExactly(100_000, 0.0025, 7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5K|2M|300K", // rounded to what is not known
        "(1)|(2)|(3)", // numbers of a list
        "18-|25-|65-", // ages from
        "١٢|٣٤|٥٦", // Arabic-Indic digits
        "1.2.3|1.10.2|2.0.1", // versions
        "12A|12B|7C",
        "0043 664|0043 660|0049 171"
      })
  void takesOtherThingsForNames(String cells) throws IOException {
    List<String> texts = List.of(cells.split("\\|"));
    assertThat(written(cells.split("\\|"))).isEqualTo(texts);
    assertThat(column().kind()).isIn(Kind.NOMINAL, Kind.ORDINAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1700000000|1700003600|1700007260", "1700000000123|1700003600456|17"})
  void keepsSecondsSinceTheEpochAsNumbers(String cells) throws IOException {
    written(cells.split("\\|"));
    assertThat(column().kind()).isEqualTo(Kind.NUMERIC);
  }
}
