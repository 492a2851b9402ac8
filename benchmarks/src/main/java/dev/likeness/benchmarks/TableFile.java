package dev.likeness.benchmarks;

import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.CsvWriter;
import dev.likeness.table.io.Dialect;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as the product reads it, all of it in memory.
 *
 * @param table its rows; personal data is found, so that models leave it out
 * @param dialect how it was written
 */
record TableFile(Table table, Dialect dialect) {

  private static final RunContext RUN = RunContext.quiet();

  /** Reads, profiles and loads a file; the scratch folder is as empty afterwards as before. */
  static TableFile read(Path file, Path scratch) throws IOException {
    Path canonical = scratch.resolve("table.parquet");
    try {
      Reading reading = TableReader.ingest(file, canonical, ReadLimits.defaults(), RUN);
      Schema schema = PersonalData.profile(canonical, reading, RUN).schema();
      return new TableFile(load(canonical, schema), reading.dialect());
    } finally {
      Files.deleteIfExists(canonical);
    }
  }

  /** Loads a file that {@link CsvWriter} wrote, by the schema that it was written with. */
  static Table written(Path file, Schema schema, Path scratch) throws IOException {
    Path canonical = scratch.resolve("written.parquet");
    try {
      TableReader.ingest(file, canonical, ReadLimits.defaults(), RUN);
      return load(canonical, schema);
    } finally {
      Files.deleteIfExists(canonical);
    }
  }

  private static Table load(Path canonical, Schema schema) throws IOException {
    try (CanonicalTable opened = CanonicalTable.open(canonical, schema)) {
      return opened.toTable();
    }
  }
}
