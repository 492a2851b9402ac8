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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables of the shared data folder, where it is there: rows, columns, names and delimiters as
 * its manifest tells them, and values that come back as they stood.
 *
 * <p>The manifest counts what a plain CSV reader gets; files for which we mean to do better, or
 * that are broken on purpose, are listed here with the reason.
 */
class SharedTablesTest {

  /** Why our shape differs from that of a plain reader. */
  private static final Map<String, String> OTHER_SHAPE =
      Map.ofEntries(
          Map.entry("pollock/file_field_delimiter_0x20.csv", "blanks delimit and stand in text"),
          Map.entry("pollock/file_field_delimiter_0x2C_0x20.csv", "a comma and a blank delimit"),
          Map.entry("pollock/file_preamble.csv", "lines above the table are skipped"),
          Map.entry("pollock/row_extra_quote0_col0.csv", "a quote swallows the header"),
          Map.entry("messy-spanish-budget/messy-spanish-budget.csv", "a row of blanks is kept"),
          Map.entry("messy-doctors-preamble/messy-doctors-preamble.csv", "lines are skipped"),
          Map.entry("messy-global-temps/messy-global-temps.csv", "lines are skipped"),
          Map.entry("messy-german-budget/messy-german-budget.csv", "empty rows are kept"),
          Map.entry("edge-cases/univocity_essential.csv", "a comment stands above the header"));

  private static final Set<String> OTHER_NAMES = Set.of("northwind/orders.csv");

  /** Files whose number or date columns mix several ways of writing the same kind of value. */
  private static final Set<String> IRREGULAR =
      Set.of(
          "default-credit/default-credit.csv.gz", // 5e+05 beside 450000
          "febrl-people/febrl-people.csv", // blanks before dates
          "messy-spanish-budget/messy-spanish-budget.csv", // 12 beside 12.50
          "horse-colic/horse-colic.csv", // 38 beside 38.50
          "air-quality/air-quality.csv", // -200 beside 2.0
          "air-quality/air-quality_eu.csv", // -200 beside 2,0
          "edge-cases/tabulator_accent.csv", // 2018/3/1 beside 2018/03/31
          "edge-cases/messytables_null.csv", // empty cells beside null
          "pollock/file_field_delimiter_0x2C_0x20.csv"); // blanks before numbers

  private static final long MOST_ROWS = 35_000;

  @TempDir Path folder;

  private static Optional<Path> shared() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path manifest = at.resolveSibling("shared").resolve("data").resolve("manifest.json");
      if (at.getFileName() != null && Files.exists(manifest)) {
        return Optional.of(manifest.getParent());
      }
    }
    return Optional.empty();
  }

  private static JsonNode tables(Path data) throws IOException {
    JsonNode manifest = TableJson.mapper().readTree(data.resolve("manifest.json").toFile());
    return manifest.isArray() ? manifest : manifest.get("tables");
  }

  private Path unpacked(Path data, String name) throws IOException {
    if (!name.endsWith(".gz")) {
      return data.resolve(name);
    }
    Path target = folder.resolve("in.csv");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(data.resolve(name)))) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  @Test
  void readsEveryTableAsTheManifestTells() throws IOException {
    Optional<Path> data = shared();
    if (data.isEmpty()) {
      System.out.println("SKIPPED: SharedTablesTest, ../shared/data is not there");
    }
    assumeTrue(data.isPresent());
    List<String> problems = new ArrayList<>();
    for (JsonNode table : tables(data.get())) {
      String name = table.get("file").asText();
      check(unpacked(data.get(), name), table, problems);
    }
    assertThat(problems).isEmpty();
  }

  private void check(Path file, JsonNode table, List<String> problems) throws IOException {
    String name = table.get("file").asText();
    Path parquet = folder.resolve("out.parquet");
    Reading reading = TableReader.ingest(file, parquet, ReadLimits.defaults(), RunContext.quiet());
    if (!OTHER_SHAPE.containsKey(name)) {
      shape(name, reading, table, problems);
    }
    if (reading.rows() > 0 && reading.rows() <= MOST_ROWS) {
      TableProfile profile = TableProfiler.profile(parquet, reading, RunContext.quiet());
      roundTrip(name, parquet, reading, profile, problems);
    }
  }

  private static void shape(String name, Reading reading, JsonNode table, List<String> problems) {
    String delimiter = table.get("delimiter").asText().replace("tab", "\t");
    if (reading.rows() != table.get("rows").asLong()
        || reading.columns().size() != table.get("columns").asInt()
        || reading.dialect().header() != table.get("header").asBoolean()
        || !String.valueOf(reading.dialect().delimiter()).equals(delimiter)) {
      problems.add(name + ": " + reading.rows() + " x " + reading.columns().size());
      return;
    }
    if (table.get("header").asBoolean() && !OTHER_NAMES.contains(name)) {
      for (int i = 0; i < table.get("header_names").size(); i++) {
        String expected = table.get("header_names").get(i).asText();
        if (!expected.isBlank() && !expected.equals(reading.columns().get(i))) {
          problems.add(name + ": name of column " + (i + 1));
        }
      }
    }
  }

  /** What was written reads back as the same columns; each cell stands for the same value. */
  private void roundTrip(
      String name, Path parquet, Reading reading, TableProfile profile, List<String> problems)
      throws IOException {
    Path again = folder.resolve("again.csv");
    Path parquetAgain = folder.resolve("again.parquet");
    try (OutputStream out = Files.newOutputStream(again);
        CanonicalTable table = CanonicalTable.open(parquet, profile.schema());
        CsvWriter writer = CsvWriter.to(out, profile.schema(), reading.dialect())) {
      writer.accept(table.toTable());
    }
    Reading second =
        TableReader.ingest(again, parquetAgain, ReadLimits.defaults(), RunContext.quiet());
    if (second.rows() != reading.rows()) {
      problems.add(name + ": " + second.rows() + " rows again, were " + reading.rows());
      return;
    }
    List<List<Optional<String>>> before = CanonicalTable.preview(parquet, (int) reading.rows());
    List<List<Optional<String>>> after = CanonicalTable.preview(parquetAgain, (int) reading.rows());
    for (int column = 0; column < reading.columns().size(); column++) {
      long differing = differing(before, after, column);
      double share = (double) differing / reading.rows();
      if (share > (IRREGULAR.contains(name) ? 1 : 0.02)) {
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
