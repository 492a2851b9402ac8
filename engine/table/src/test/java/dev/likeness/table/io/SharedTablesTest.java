package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.TableJson;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.profile.TableProfiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables of the shared data folder, where it is there: every one as its manifest tells, every
 * cell as a slow and obvious reader sees it, and the parser tests as their authors say.
 *
 * <p>Where we read a file otherwise than the plain reader behind the manifest, it stands here with
 * the shape that we read and the reason.
 */
class SharedTablesTest {

  private record Shape(long rows, int columns, boolean header, String why) {}

  /** Documented readings that differ from a plain reader's. */
  private static final Map<String, Shape> OTHER_SHAPE =
      Map.ofEntries(
          other("pollock/file_field_delimiter_0x2C_0x20.csv", 83, 9, "a comma and a blank delimit"),
          other("pollock/file_multitable_less.csv", 83, 9, "the second table is left out"),
          other("pollock/file_multitable_more.csv", 83, 9, "the second table is left out"),
          other("pollock/file_multitable_same.csv", 165, 9, "the second header is left out"),
          other("pollock/file_header_multirow_2.csv", 83, 9, "the second header is left out"),
          other("pollock/file_header_multirow_3.csv", 83, 9, "two more headers are left out"),
          other("pollock/file_preamble.csv", 83, 9, "lines above the table are skipped"),
          other("pollock/row_extra_quote0_col0.csv", 83, 9, "the stray quote stands in a name"),
          other("messy-spanish-budget/messy-spanish-budget.csv", 116, 8, "a blank row is kept"),
          other("messy-german-budget/messy-german-budget.csv", 2237, 4, "empty rows are kept"),
          other("messy-global-temps/messy-global-temps.csv", 133, 19, "three lines are skipped"),
          Map.entry(
              "messy-doctors-preamble/messy-doctors-preamble.csv",
              new Shape(77, 11, false, "lines are skipped")),
          other("edge-cases/univocity_essential.csv", 17, 5, "two lines are no rows"));

  /** Parser files whose cells differ from the truth, and why that is meant. */
  private static final Map<String, String> OTHER_CELLS =
      Map.of(
          "pollock/file_multitable_same.csv",
          "a file put together of two is one table; its authors want the first only",
          "edge-cases/univocity_essential.csv",
          "only its author knows which of its lines are no rows");

  /** Tables whose plain reading is not what stands in the canonical copy. */
  private static final Set<String> NO_PLAIN_READING =
      Set.of(
          "hr-dataset/hr-dataset.csv", // a short row is filled
          "messy-doctors-preamble/messy-doctors-preamble.csv", // ragged below a preamble
          "messy-global-temps/messy-global-temps.csv"); // below a preamble

  private static final double BAR = 0.95;
  private static final int MOST_CELL_ROWS = 5_000;
  private static final int MOST_ROUND_TRIP_ROWS = 1_000;

  /** Such as {@code $63.7} in a column of prices with two decimals. */
  private static final int MOST_CELLS_IN_OTHER_FORM = 3;

  /** Files whose number or date columns mix several ways of writing the same kind of value. */
  private static final Set<String> IRREGULAR =
      Set.of(
          "febrl-people/febrl-people.csv", // blanks before dates
          "messy-spanish-budget/messy-spanish-budget.csv", // 12 beside 12.50
          "horse-colic/horse-colic.csv", // 38 beside 38.50
          "hospital-dirty/hospital-dirty.csv", // 1xx% beside 100%
          "edge-cases/tabulator_accent.csv", // 2018/3/1 beside 2018/03/31
          "edge-cases/messytables_null.csv"); // empty cells beside null

  private static Map.Entry<String, Shape> other(String file, long rows, int columns, String why) {
    return Map.entry(file, new Shape(rows, columns, true, why));
  }

  private static Optional<Path> data = Optional.empty();

  @TempDir Path folder;

  @BeforeAll
  static void find() {
    data = SharedData.folder();
    if (data.isEmpty()) {
      System.out.println("SKIPPED: SharedTablesTest, ../shared/data is not there");
    }
  }

  private Path parquet() {
    return folder.resolve("out.parquet");
  }

  private Reading read(String name) {
    return TableReader.ingest(
        data.orElseThrow().resolve(name), parquet(), ReadLimits.defaults(), RunContext.quiet());
  }

  private List<List<String>> rows(int most) {
    return CanonicalTable.preview(parquet(), most).stream()
        .map(row -> row.stream().map(cell -> cell.orElse("")).toList())
        .toList();
  }

  @Test
  void readsEveryTableAsTheManifestTells() throws IOException {
    assumeTrue(data.isPresent());
    List<String> problems = new ArrayList<>();
    for (JsonNode table : SharedData.tables(data.get())) {
      String name = table.get("file").asText();
      Reading reading = read(name);
      shape(name, reading, table, problems);
      if (!parserFile(name) && !NO_PLAIN_READING.contains(name)) {
        cells(name, reading, table, problems);
      }
      if (!parserFile(name) && reading.rows() <= MOST_ROUND_TRIP_ROWS) {
        roundTrip(name, reading, problems);
      }
    }
    assertThat(problems).isEmpty();
  }

  private static boolean parserFile(String name) {
    return name.startsWith("pollock/")
        || name.startsWith("csv-spectrum/")
        || name.startsWith("edge-cases/");
  }

  private static void shape(String name, Reading reading, JsonNode table, List<String> problems) {
    Shape expected =
        OTHER_SHAPE.getOrDefault(
            name,
            new Shape(
                table.get("rows").asLong(),
                table.get("columns").asInt(),
                table.get("header").asBoolean(),
                ""));
    String delimiter = table.get("delimiter").asText().replace("tab", "\t");
    if (reading.rows() != expected.rows
        || reading.columns().size() != expected.columns
        || reading.dialect().header() != expected.header
        || !String.valueOf(reading.dialect().delimiter()).equals(delimiter)) {
      problems.add(name + ": " + reading.rows() + " x " + reading.columns().size());
    } else if (table.get("header").asBoolean() && !OTHER_SHAPE.containsKey(name)) {
      names(name, reading, table.get("header_names"), problems);
    }
  }

  /** Names that are empty or come again are ours; all others are the file's. */
  private static void names(
      String name, Reading reading, JsonNode expected, List<String> problems) {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      String given = expected.get(i).asText();
      if (!given.isBlank() && !before.contains(given) && !given.equals(reading.columns().get(i))) {
        problems.add(name + ": name of column " + (i + 1));
      }
      before.add(given);
    }
  }

  private void cells(String name, Reading reading, JsonNode table, List<String> problems)
      throws IOException {
    List<List<String>> plain =
        plain(name, table.get("encoding").asText(), table.get("delimiter").asText(), '"');
    List<List<String>> expected = plain.subList(reading.dialect().header() ? 1 : 0, plain.size());
    int rows = (int) Math.min(reading.rows(), Math.min(expected.size(), MOST_CELL_ROWS));
    if (!rows(rows).equals(expected.subList(0, rows))) {
      problems.add(name + ": cells differ from a plain reading");
    }
  }

  private static List<List<String>> plain(
      String name, String encoding, String delimiter, char escape) throws IOException {
    String charset = encoding.equals("cp1252") ? "windows-1252" : encoding.replace("-sig", "");
    Path file = data.orElseThrow().resolve(name);
    try (InputStream stored = Files.newInputStream(file);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(stored) : stored) {
      String text =
          new String(in.readNBytes(4 << 20), Charset.forName(charset)).replaceFirst("^\uFEFF", "");
      char between = delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
      return SharedData.records(text, between, '"', escape, MOST_CELL_ROWS + 1);
    }
  }

  @Test
  void readsTheParserFilesAsTheirAuthorsMeanThem() throws IOException {
    assumeTrue(data.isPresent());
    List<String> equal = new ArrayList<>();
    List<String> different = new ArrayList<>();
    for (JsonNode table : SharedData.tables(data.get())) {
      String name = table.get("file").asText();
      if (parserFile(name)) {
        Reading reading = read(name);
        boolean same = rows((int) reading.rows()).equals(truth(name, reading, table));
        (same ? equal : different).add(name);
      }
    }
    Collections.sort(different);
    System.out.println(
        "parser files equal cell by cell: "
            + equal.size()
            + " of "
            + (equal.size() + different.size())
            + ", otherwise "
            + different);
    assertThat(different).isSubsetOf(OTHER_CELLS.keySet());
    assertThat((double) equal.size() / (equal.size() + different.size()))
        .isGreaterThanOrEqualTo(BAR);
  }

  @Test
  void findsTheDialectsThatTheAuthorsOfPollockWrote() throws IOException {
    assumeTrue(data.isPresent());
    List<String> different = new ArrayList<>();
    for (JsonNode table : SharedData.tables(data.get())) {
      Path file = data.get().resolve(table.get("file").asText());
      String name = file.getFileName().toString();
      if (file.getParent().endsWith("pollock")) {
        Path said = file.resolveSibling("parameters").resolve(name.replace(".csv", ".json"));
        JsonNode parameters = TableJson.mapper().readTree(said.toFile());
        Dialect found = read("pollock/" + name).dialect();
        if (!as(parameters, found)) {
          different.add(name + ": " + found);
        }
      }
    }
    assertThat(different).isEmpty();
  }

  private static boolean as(JsonNode parameters, Dialect found) {
    String escape = parameters.get("escapechar").asText();
    return found.delimiterText().equals(parameters.get("delimiter").asText())
        && String.valueOf(found.quote()).equals(parameters.get("quotechar").asText())
        && (escape.isEmpty() || String.valueOf(found.escape()).equals(escape))
        && found.header() == parameters.get("header_lines").asInt() > 0
        && found.skippedLines() == parameters.get("preamble_lines").asInt();
  }

  private static List<List<String>> truth(String name, Reading reading, JsonNode table)
      throws IOException {
    Path file = data.orElseThrow().resolve(name);
    if (name.startsWith("csv-spectrum/")) {
      return objects(file.resolveSibling(file.getFileName().toString().replace("csv", "json")));
    }
    List<List<String>> records =
        name.startsWith("pollock/")
            ? plain("pollock/clean/" + file.getFileName(), "utf-8", ",", '"')
            : plain(
                name,
                table.get("encoding").asText(),
                table.get("delimiter").asText(),
                name.contains("european") ? '\\' : '"');
    return records.subList(reading.dialect().header() ? 1 : 0, records.size());
  }

  /** Rows of a truth of csv-spectrum; its files lost the CR of CRLF on their way here. */
  private static List<List<String>> objects(Path json) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode object : TableJson.mapper().readTree(json.toFile())) {
      List<String> row = new ArrayList<>();
      object.forEach(value -> row.add(value.asText().replace("\r\n", "\n")));
      rows.add(row);
    }
    return rows;
  }

  /** What was written reads back as the same columns; all but odd cells stand as they stood. */
  private void roundTrip(String name, Reading reading, List<String> problems) throws IOException {
    TableProfile profile = TableProfiler.profile(parquet(), reading, RunContext.quiet());
    Path again = folder.resolve("again.csv");
    Path parquetAgain = folder.resolve("again.parquet");
    try (OutputStream out = Files.newOutputStream(again);
        CanonicalTable table = CanonicalTable.open(parquet(), profile.schema());
        CsvWriter writer = CsvWriter.to(out, profile.schema(), reading.dialect())) {
      writer.accept(table.toTable());
    }
    Reading second =
        TableReader.readBack(
            again, parquetAgain, reading.dialect(), reading.columns().size(), RunContext.quiet());
    if (second.rows() != reading.rows()) {
      problems.add(name + ": " + second.rows() + " rows again, were " + reading.rows());
      return;
    }
    List<List<Optional<String>>> before = CanonicalTable.preview(parquet(), (int) reading.rows());
    List<List<Optional<String>>> after = CanonicalTable.preview(parquetAgain, (int) reading.rows());
    for (int column = 0; column < reading.columns().size(); column++) {
      long differing = differing(before, after, column);
      if (differing > (IRREGULAR.contains(name) ? reading.rows() : MOST_CELLS_IN_OTHER_FORM)) {
        problems.add(name + ": " + differing + " cells of column " + (column + 1));
      }
    }
  }

  private static long differing(
      List<List<Optional<String>>> before, List<List<Optional<String>>> after, int column) {
    long differing = 0;
    for (int row = 0; row < before.size(); row++) {
      if (!before.get(row).get(column).equals(after.get(row).get(column))) {
        differing++;
      }
    }
    return differing;
  }
}
