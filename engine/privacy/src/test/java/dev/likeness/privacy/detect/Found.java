package dev.likeness.privacy.detect;

import dev.likeness.numerics.RunContext;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.Amendment;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a table to a folder and profiles it. */
final class Found {

  private Found() {}

  static TableProfile in(Path folder, List<String> lines, Amendment... said) throws IOException {
    Path file = folder.resolve("table.csv");
    Path canonical = folder.resolve("table.parquet");
    Files.write(file, lines);
    Files.deleteIfExists(canonical);
    Reading reading =
        TableReader.ingest(file, canonical, ReadLimits.defaults(), RunContext.quiet());
    return PersonalData.profile(canonical, reading, List.of(said), RunContext.quiet());
  }

  static ColumnProfile column(TableProfile profile, String name) {
    return profile.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
