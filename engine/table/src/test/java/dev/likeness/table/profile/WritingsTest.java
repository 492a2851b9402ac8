package dev.likeness.table.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.TableJson;
import dev.likeness.table.format.OrdinalScale;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1. März 2024|24. Dezember 2023|7. Mai 2024 ; d. MMMM uuuu",
        "01. Mär. 2024|24. Dez. 2023|07. Okt. 2024 ; dd. MMM uuuu",
        "01.Mrz.2024|24.Dez.2023|07.Okt.2024 ; dd.MMM.uuuu",
        "Mittwoch, 6. März 2024|Sonntag, 24. Dezember 2023|Dienstag, 7. Mai 2024 ; EEEE, d. MMMM uuuu",
        "5 mars 2024|14 juillet 2023|1 août 2024|24 décembre 2024 ; d MMMM uuuu",
        "5 févr. 2024|14 juil. 2023|1 août 2024|24 déc. 2024 ; d MMM uuuu",
        "5 de marzo de 2024|14 de julio de 2023|1 de agosto de 2024 ; d 'de' MMMM 'de' uuuu",
        "05-ene-2024|14-jul-2023|01-ago-2024|24-dic-2024 ; dd-MMM-uuuu",
        "5 marzo 2024|14 luglio 2023|1 agosto 2024 ; d MMMM uuuu",
        "5 de março de 2024|14 de julho de 2023|1 de agosto de 2024 ; d 'de' MMMM 'de' uuuu",
        "5 maart 2024|14 juli 2023|1 augustus 2024 ; d MMMM uuuu",
        "5 mrt 2024|14 jul 2023|1 mei 2024|1 okt 2024 ; d MMM uuuu",
        "5 marca 2024|14 lipca 2023|1 sierpnia 2024 ; d MMMM uuuu",
        "5 марта 2024|14 июля 2023|1 августа 2024 ; d MMMM uuuu",
        "5 mars 2024|14 juli 2023|1 oktober 2024|1 augusti 2024 ; d MMMM uuuu",
        "5 Mart 2024|14 Temmuz 2023|1 Ağustos 2024 ; d MMMM uuuu",
        "5 Μαρτίου 2024|14 Ιουλίου 2023|1 Αυγούστου 2024 ; d MMMM uuuu",
        "2024年3月5日|2023年12月24日|2024年10月1日 ; uuuu年M月d日",
        "2024년 3월 5일|2023년 12월 24일|2024년 10월 1일 ; uuuu년 M월 d일",
        "12-Mar-24|07-Dec-23|01-May-24 ; dd-MMM-uu",
        "12-MAR-24|07-DEC-23|01-MAY-24 ; dd-MMM-uu",
        "12MAR2024|07DEC2023|01MAY2024 ; ddMMMuuuu",
        "Tue, 5 Mar 2024|Sun, 24 Dec 2023|Tue, 1 Oct 2024 ; EEE, d MMM uuuu",
        "lundi 4 mars 2024|dimanche 24 décembre 2023|mardi 1 octobre 2024 ; EEEE d MMMM uuuu",
        "2024-03|2023-12|2024-10 ; uuuu-MM",
        "03/2024|12/2023|10/2024 ; MM/uuuu",
        "Mär 2024|Dez 2023|Okt 2024 ; MMM uuuu",
        "5.3.2024.|24.12.2023.|1.10.2024. ; d.M.uuuu.",
        "5. 3. 2024|24. 12. 2023|1. 10. 2024 ; d. M. uuuu",
        "05/03/24|24/12/23|31/10/24 ; dd/MM/uu"
      })
  void readsAndWritesDates(String cells, String pattern) throws IOException {
    String[] texts = cells.split("\\|");
    assertThat(written(texts)).containsExactly(texts);
    assertThat(column().kind()).isEqualTo(Kind.DATE);
    assertThat(column().pattern()).hasValue(pattern);
    assertThat(column().unparseable()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3:05 PM|11:59 AM|12:00 AM ; h:mm a",
        "3:05 pm|11:59 am|12:00 am ; h:mm a",
        "3:05 p.m.|11:59 a.m.|12:00 a.m. ; h:mm a",
        "3:05 p. m.|11:59 a. m.|12:00 a. m. ; h:mm a",
        "3:05pm|11:59am|12:00am ; h:mma",
        "14:05 Uhr|08:00 Uhr|23:59 Uhr ; HH:mm 'Uhr'",
        "14h05|08h00|23h59 ; HH'h'mm"
      })
  void readsAndWritesTimes(String cells, String pattern) throws IOException {
    String[] texts = cells.split("\\|");
    assertThat(written(texts)).containsExactly(texts);
    assertThat(column().kind()).isEqualTo(Kind.TIME);
    assertThat(column().pattern()).hasValue(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3/5/2024 3:05 PM|12/24/2023 11:59 AM|1/31/2024 12:00 AM ; M/d/uuuu h:mm a",
        "3/5/2024, 3:05\u202fPM|12/24/2023, 11:59\u202fAM|1/31/2024, 12:00\u202fAM ; M/d/uuuu, h:mm\u202fa",
        "2024-03-05T10:11:12Z|2023-12-24T00:00:00Z|2024-01-31T23:59:59Z ; uuuu-MM-dd'T'HH:mm:ss'Z'",
        "2024-03-05T10:11:12+01:00|2023-12-24T00:00:00+01:00 ; uuuu-MM-dd'T'HH:mm:ss+01:00",
        "2024-03-05 10:11:12.123|2023-12-24 00:00:00.000 ; uuuu-MM-dd HH:mm:ss.SSS",
        "2024-03-05 10:11:12,123|2023-12-24 00:00:00,000 ; uuuu-MM-dd HH:mm:ss,SSS",
        "10/Oct/2000:13:55:36 -0700|11/Dec/2001:01:02:03 -0700 ; dd/MMM/uuuu:HH:mm:ss -0700",
        "Tue Mar 05 10:11:12 2024|Sun Dec 24 10:11:12 2023|Tue Oct 01 23:11:12 2024 ; EEE MMM dd HH:mm:ss uuuu",
        "24. Dezember 2023 um 14:05|1. Mai 2024 um 08:00 ; d. MMMM uuuu 'um' HH:mm"
      })
  void readsAndWritesMoments(String cells, String pattern) throws IOException {
    String[] texts = cells.split("\\|");
    assertThat(written(texts)).containsExactly(texts);
    assertThat(column().kind()).isEqualTo(Kind.DATETIME);
    assertThat(column().pattern()).hasValue(pattern);
  }

  @Test
  void writesMomentsOfManyOffsetsInUtc() throws IOException {
    assertThat(written("2024-03-05T00:30:00+01:00", "2024-07-05T10:11:12+02:00"))
        .containsExactly("2024-03-04T23:30:00+00:00", "2024-07-05T08:11:12+00:00");
    assertThat(column().pattern()).hasValue("uuuu-MM-dd'T'HH:mm:ssXXX");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-W05|2023-W52|2024-W10",
        "2024-Q1|2023-Q4|2024-Q2",
        "2024Q1|2023Q4|2024Q2",
        "Q1 2024|Q4 2023|Q2 2024",
        "KW 05/2024|KW 52/2023|KW 10/2024"
      })
  void ordersWeeksAndQuarters(String cells) throws IOException {
    String[] texts = cells.split("\\|");
    assertThat(written(texts)).containsExactly(texts);
    assertThat(column().kind()).isEqualTo(Kind.ORDINAL);
    assertThat(OrdinalScale.of(List.of(texts)).orElseThrow().sorted(List.of(texts)))
        .containsExactly(texts[1], texts[0], texts[2]);
  }

  @Test
  void ordersTheQuartersOfManyYears() throws IOException {
    String[] quarters = new String[60];
    for (int i = 0; i < quarters.length; i++) {
      quarters[i] = 2000 + i * 7 % 60 / 4 + "-Q" + (i * 7 % 60 % 4 + 1);
    }
    written(quarters);
    assertThat(column().kind()).isEqualTo(Kind.ORDINAL);
  }
}
