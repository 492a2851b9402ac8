package dev.likeness.table.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Measure;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One table of many columns; each is asked what it was taken for. */
class KindsTest {

  private static final int ROWS = 240;
  private static final CounterRandom RANDOM = CounterRandom.of(8);

  @TempDir static Path folder;

  private static TableProfile profile;

  private record Made(String header, IntFunction<String> cell) {}

  private static final List<Made> COLUMNS = new ArrayList<>();

  private static int draw(int row, String header, int bound) {
    return (int) RANDOM.derive(header).below(bound, row, 0);
  }

  private static void made(String header, IntFunction<String> cell) {
    COLUMNS.add(new Made(header, cell));
  }

  private static void of(String header, String... values) {
    made(header, row -> values[draw(row, header, values.length)]);
  }

  private static void moment(String header, String pattern) {
    var format = java.time.format.DateTimeFormatter.ofPattern(pattern, Locale.US);
    LocalDateTime first = LocalDateTime.of(1999, 12, 30, 23, 59, 58);
    made(
        header,
        row -> first.plusSeconds(47_012_345L * draw(row, header, 17)).plusDays(row).format(format));
  }

  @BeforeAll
  static void makes() throws IOException {
    COLUMNS.clear();
    numbers();
    flags();
    scales();
    moments();
    namesAndKeys();
    StringBuilder text = new StringBuilder();
    text.append(String.join("\t", COLUMNS.stream().map(Made::header).toList())).append('\n');
    for (int row = 0; row < ROWS; row++) {
      int at = row;
      text.append(String.join("\t", COLUMNS.stream().map(made -> made.cell.apply(at)).toList()))
          .append('\n');
    }
    Path csv = Files.writeString(folder.resolve("in.tsv"), text);
    Path parquet = folder.resolve("out.parquet");
    Reading reading = TableReader.ingest(csv, parquet, ReadLimits.defaults(), RunContext.quiet());
    profile = TableProfiler.profile(parquet, reading, RunContext.quiet());
  }

  private static void numbers() {
    made("height", row -> "1." + (50 + draw(row, "height", 50)));
    made("children", row -> "" + draw(row, "children", 6));
    made("salary", row -> "$" + (20 + draw(row, "salary", 80)) + ",500.00");
    made("umsatz", row -> "1." + (100 + draw(row, "umsatz", 800)) + ",25 €");
    made("anteil", row -> draw(row, "anteil", 90) + ",5 %");
    made("small", row -> draw(row, "small", 9) + ".5e-3");
    made("negative", row -> "-" + draw(row, "negative", 1000) + ".25");
    made("gaps", row -> row % 3 == 0 ? "n/a" : "" + draw(row, "gaps", 1000));
    made("zero_one_share", row -> "0." + draw(row, "zero_one_share", 1000));
    made("year", row -> "" + (1950 + draw(row, "year", 70)));
  }

  private static void flags() {
    of("flag_en", "yes", "no");
    of("flag_case", "YES", "No", "no");
    of("flag_de", "Ja", "Nein");
    of("flag_fr", "oui", "non");
    of("flag_es", "sí", "no");
    of("flag_pt", "sim", "não");
    of("flag_nl", "ja", "nee");
    of("flag_pl", "tak", "nie");
    of("flag_ru", "да", "нет");
    of("flag_ja", "はい", "いいえ");
    of("flag_zh", "是", "否");
    of("flag_wahr", "WAHR", "FALSCH");
    of("flag_vrai", "vrai", "faux");
    of("flag_bits", "0", "1");
    of("flag_floats", "0.0", "1.0");
    of("flag_tf", "T", "F");
    of("flag_jn", "J", "N");
    of("gender", "m", "f");
    of("two_names", "left", "right");
  }

  private static void scales() {
    of("risk", "low", "medium", "high");
    of("schooling", "Bachelors", "HS-grad", "Masters", "Doctorate", "Some-college");
    of("bildung", "Hauptschule", "Abitur", "Master");
    of("answer", "Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree");
    of("zustimmung", "stimme zu", "stimme eher nicht zu", "teils/teils");
    of("shirt", "S", "M", "L", "XL");
    of("month", "Jan", "Feb", "Mar", "Apr", "Dec");
    of("mois", "janvier", "février", "août");
    of("weekday", "Montag", "Dienstag", "Sonntag");
    of("age_group", "18-24", "25-34", "35-44", "65+");
    of("income_band", "$0 - $24,999", "$25,000 - $49,999", "$150,000+");
    of("quarter", "Q1", "Q2", "Q3", "Q4");
    of("stage", "Stage I", "Stage II", "Stage IV");
    of("colour", "red", "green", "blue");
    of("letter", "A", "B", "C", "D");
    of("region", "north", "south", "west");
  }

  private static void moments() {
    moment("iso", "uuuu-MM-dd");
    moment("german", "dd.MM.uuuu");
    moment("american", "M/d/uuuu");
    moment("slashes", "uuuu/MM/dd");
    moment("compact", "uuuuMMdd");
    moment("words", "d MMM uuuu");
    moment("long_words", "MMMM d, uuuu");
    moment("short_year", "dd-MMM-uu");
    moment("stamp", "uuuu-MM-dd'T'HH:mm:ss");
    moment("stamp_zone", "uuuu-MM-dd'T'HH:mm:ss'Z'");
    moment("stamp_minutes", "dd.MM.uuuu HH:mm");
    moment("clock", "HH:mm:ss");
    moment("clock_short", "H:mm");
    moment("clock_half", "h:mm a");
    made("stamp_millis", row -> "2024-03-05 10:11:12." + (100 + draw(row, "stamp_millis", 899)));
  }

  private static void namesAndKeys() {
    made("customer_id", row -> "" + (100_000 + row * 7));
    made("row_number", row -> "" + (row + 1));
    made("order", row -> String.format(Locale.ROOT, "ORD-%05d", 7 * row));
    made("token", row -> UUID.nameUUIDFromBytes(new byte[] {(byte) row, 1}).toString());
    made("remark", row -> "Customer " + row + " called about invoice " + (row * 31) + " again.");
    of("currency", "EUR");
    made("nothing", row -> "");
    made("zip", row -> String.format(Locale.ROOT, "%05d", draw(row, "zip", 40)));
    made("store_lat", row -> "48." + draw(row, "lat", 9000));
    made("store_lon", row -> "16." + draw(row, "lon", 9000));
    made("Breitengrad", row -> "47," + (1000 + draw(row, "br", 9000)));
    made("Längengrad", row -> "9," + (1000 + draw(row, "la", 9000)));
    made("latency", row -> draw(row, "latency", 90) + ".25");
  }

  private static ColumnProfile column(String header) {
    return profile.columns().stream()
        .filter(column -> column.name().equals(header))
        .findFirst()
        .orElseThrow(() -> new AssertionError(header));
  }

  @ParameterizedTest
  @CsvSource({
    "numeric,height salary umsatz anteil small negative gaps zero_one_share children year latency",
    "boolean,flag_en flag_case flag_de flag_fr flag_es flag_pt flag_nl flag_pl flag_ru flag_ja",
    "boolean,flag_zh flag_wahr flag_vrai flag_bits flag_floats flag_tf flag_jn",
    "ordinal,risk schooling bildung answer zustimmung shirt month mois weekday age_group",
    "ordinal,income_band quarter stage",
    "nominal,gender two_names colour letter region zip",
    "date,iso german american slashes compact words long_words short_year",
    "datetime,stamp stamp_zone stamp_minutes stamp_millis",
    "time,clock clock_short clock_half",
    "identifier,customer_id row_number order token",
    "text,remark",
    "constant,currency",
    "empty,nothing",
    "geographic,store_lat store_lon Breitengrad Längengrad"
  })
  void knowsWhatColumnsAre(String kind, String headers) {
    for (String header : headers.split(" ")) {
      assertThat(column(header).kind().word()).as(header).isEqualTo(kind);
      assertThat(column(header).evidence()).as(header).endsWith(".");
      assertThat(column(header).confidence()).as(header).isBetween(0.5, 1.0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "height,CONTINUOUS",
    "children,DISCRETE",
    "negative,CONTINUOUS",
    "year,DISCRETE",
    "risk,ORDINAL",
    "colour,NOMINAL",
    "stamp,CONTINUOUS",
    "store_lat,CONTINUOUS"
  })
  void tellsTheMeasureApart(String header, Measure measure) {
    assertThat(column(header).measure()).isEqualTo(measure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso|uuuu-MM-dd",
        "german|dd.MM.uuuu",
        "american|M/d/uuuu",
        "slashes|uuuu/MM/dd",
        "compact|uuuuMMdd",
        "words|d MMM uuuu",
        "long_words|MMMM d, uuuu",
        "short_year|dd-MMM-uu",
        "stamp|uuuu-MM-dd'T'HH:mm:ss",
        "stamp_zone|uuuu-MM-dd'T'HH:mm:ss'Z'",
        "stamp_minutes|dd.MM.uuuu HH:mm",
        "stamp_millis|uuuu-MM-dd HH:mm:ss.SSS",
        "clock|HH:mm:ss",
        "clock_short|H:mm",
        "clock_half|h:mm a"
      })
  void knowsThePatternsOfMoments(String header, String pattern) {
    assertThat(column(header).pattern()).hasValue(pattern);
    assertThat(column(header).unparseable()).isZero();
  }

  @Test
  void asksNobodyToBelieveAPersonWhoSaidOtherwise() throws IOException {
    Path csv = Files.writeString(folder.resolve("p.csv"), "lat,lon\n48.1,16.2\n47.3,15.4\n");
    Path parquet = folder.resolve("p.parquet");
    Reading reading = TableReader.ingest(csv, parquet, ReadLimits.defaults(), RunContext.quiet());
    List<Amendment> said = List.of(Amendment.none("lat").withKind(Kind.NUMERIC));
    assertThat(TableProfiler.profile(parquet, reading, said, RunContext.quiet()).columns())
        .extracting(ColumnProfile::kind)
        .containsExactly(Kind.NUMERIC, Kind.GEOGRAPHIC);
  }
}
