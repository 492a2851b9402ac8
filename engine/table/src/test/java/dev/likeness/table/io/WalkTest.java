package dev.likeness.table.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TableJson;
import dev.likeness.table.profile.Kind;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.profile.TableProfiler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole walk: file, canonical copy, profile, typed columns, file. */
class WalkTest {

  private static final String CUSTOMERS =
      """
      id,name,email,age,income,joined,city,active,rating,zip
      1,Ann Miller,ann@example.org,34,1200.50,2019-03-01,Graz,yes,low,01234
      2,Bob Stone,bob@example.org,,3400.00,2020-12-24,Wien,no,high,01234
      3,"O'Hara, Cy",cy@example.org,51,2750.25,,Graz,yes,medium,99999
      4,Dee Winter,dee@example.org,28,980.00,1899-01-31,Graz,no,low,01234
      5,Eve Black,eve@example.org,34,1200.50,2021-07-15,Wien,yes,medium,99999
      """;

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), text);
  }

  private Path parquet() {
    return folder.resolve("out.parquet");
  }

  private Reading ingest(String text) throws IOException {
    return TableReader.ingest(file(text), parquet(), ReadLimits.defaults(), RunContext.quiet());
  }

  @Test
  void writesBackWhatItRead() throws IOException {
    Reading reading = ingest(CUSTOMERS);
    TableProfile profile = TableProfiler.profile(parquet(), reading, RunContext.quiet());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CanonicalTable table = CanonicalTable.open(parquet(), profile.schema());
        CsvWriter writer = CsvWriter.to(out, profile.schema(), reading.dialect())) {
      writer.accept(table.read(0, 2));
      writer.accept(table.read(2, 5));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(CUSTOMERS);
  }

  @Test
  void saysWhatColumnsAre() throws IOException {
    TableProfile profile = TableProfiler.profile(parquet(), ingest(CUSTOMERS), RunContext.quiet());
    assertThat(profile.columns())
        .extracting(column -> column.kind())
        .containsExactly(
            Kind.IDENTIFIER,
            Kind.IDENTIFIER,
            Kind.IDENTIFIER,
            Kind.NUMERIC,
            Kind.NUMERIC,
            Kind.DATE,
            Kind.NOMINAL,
            Kind.BOOLEAN,
            Kind.ORDINAL,
            Kind.NOMINAL);
    assertThat(profile.schema().field(1).isModelled()).isFalse();
    assertThat(profile.schema().field(1).type()).isEqualTo(StorageType.TEXT);
  }

  @Test
  void profileSurvivesJson() throws IOException {
    Reading reading = ingest(CUSTOMERS);
    TableProfile profile = TableProfiler.profile(parquet(), reading, RunContext.quiet());
    String json = TableJson.mapper().writeValueAsString(profile);
    assertThat(TableJson.mapper().readValue(json, TableProfile.class)).isEqualTo(profile);
    assertThat(json).contains("\"distinct_is_estimate\"", "\"kind\":\"date\"");
    String read = TableJson.mapper().writeValueAsString(reading);
    assertThat(TableJson.mapper().readValue(read, Reading.class)).isEqualTo(reading);
  }

  @Test
  void readsRangesWithOneDictionary() throws IOException {
    TableProfile profile = TableProfiler.profile(parquet(), ingest(CUSTOMERS), RunContext.quiet());
    try (CanonicalTable table = CanonicalTable.open(parquet(), profile.schema())) {
      Table whole = table.toTable();
      assertThat(text(table.read(1, 4))).isEqualTo(text(whole.select(new int[] {1, 2, 3})));
      assertThat(((dev.likeness.table.CategoricalColumn) whole.column(8)).dictionary())
          .containsExactly("low", "medium", "high");
      assertThat(((dev.likeness.table.CategoricalColumn) whole.column(6)).dictionary())
          .containsExactly("Graz", "Wien");
    }
  }

  @Test
  void samplesHoldTheSameCellsWithDictionariesOfTheirOwn() throws IOException {
    TableProfile profile = TableProfiler.profile(parquet(), ingest(CUSTOMERS), RunContext.quiet());
    try (CanonicalTable table = CanonicalTable.open(parquet(), profile.schema())) {
      long[] rows = {1, 3};
      Table sample = table.sample(rows);
      assertThat(text(sample)).isEqualTo(text(table.read(rows)));
      assertThat(((dev.likeness.table.CategoricalColumn) sample.column(6)).dictionary())
          .containsExactly("Wien", "Graz");
      assertThat(table.sample(new long[0]).rows()).isZero();
    }
  }

  private static String text(Table table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = CsvWriter.to(out, table.schema(), Dialect.standard())) {
      writer.accept(table);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void previewsTextAsItStood() throws IOException {
    ingest(CUSTOMERS);
    List<List<Optional<String>>> rows = CanonicalTable.preview(parquet(), 2);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).get(3)).isEmpty();
    assertThat(rows.get(1).get(4)).contains("3400.00");
  }

  @Test
  void leavesNothingBehind() throws IOException {
    ingest(CUSTOMERS);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("in.csv", "out.parquet");
    }
  }
}
