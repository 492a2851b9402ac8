package dev.likeness.benchmarks.detection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A table with the truth about each of its columns.
 *
 * @param name of the table
 * @param file CSV, gzipped or not
 * @param labels in the order of the columns
 */
record LabelledTable(String name, Path file, List<Label> labels) {

  /** The tables that the file {@code pii-labels.json} of a folder labels. */
  static List<LabelledTable> real(Path folder) throws IOException {
    JsonNode root = TableJson.mapper().readTree(folder.resolve("pii-labels.json").toFile());
    List<LabelledTable> tables = new ArrayList<>();
    for (JsonNode table : root.path("tables")) {
      List<Label> labels = new ArrayList<>();
      table.path("columns").forEach(label -> labels.add(label(label)));
      String file = table.path("file").asText();
      tables.add(new LabelledTable(file, folder.resolve(file), labels));
    }
    return tables;
  }

  private static Label label(JsonNode node) {
    List<String> alternatives = new ArrayList<>();
    java.util.regex.Matcher note =
        java.util.regex.Pattern.compile("\\b(direct|quasi|sensitive|none)/([a-z_]+)")
            .matcher(node.path("note").asText().split(":")[0]);
    while (note.find()) {
      alternatives.add(note.group());
    }
    return new Label(node.path("role").asText(), node.path("type").asText(), alternatives);
  }

  /** A made-up table, written to a folder. */
  static LabelledTable of(MadeUp table, Path folder) throws IOException {
    Path file = folder.resolve(table.name().replace(' ', '-') + ".csv");
    Files.writeString(file, table.csv());
    return new LabelledTable(table.name(), file, table.labels());
  }

  /** What is found in its first rows; the large tables are gzipped and have a row in each line. */
  List<ColumnProfile> found(Path scratch, int rows) throws IOException {
    Path plain = file;
    if (file.toString().endsWith(".gz")) {
      plain = scratch.resolve("plain.csv");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
          BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
        Files.write(plain, (Iterable<String>) lines.lines().limit(rows)::iterator);
      }
    }
    Path canonical = scratch.resolve("canonical.parquet");
    Files.deleteIfExists(canonical);
    Reading reading =
        TableReader.ingest(plain, canonical, ReadLimits.defaults(), RunContext.quiet());
    TableProfile profile = PersonalData.profile(canonical, reading, RunContext.quiet());
    return profile.columns();
  }

  /** What roles are called in JSON. */
  static String role(ColumnProfile column) {
    return TableJson.mapper().valueToTree(column.role()).asText();
  }
}
