package dev.likeness.table.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Hostile files of every family: hand-made ones, and mutations of whole files by a seeded
 * generator.
 */
public final class HostileFiles {

  private HostileFiles() {}

  /**
   * All of them, in a stable order; contents are made when they are asked for.
   *
   * @param parquet a whole Parquet file of texts, to be broken in many ways
   * @param mutations seeded mutations of each kind of file
   */
  public static List<HostileFile> all(byte[] parquet, int mutations) {
    List<HostileFile> files = new ArrayList<>();
    files.addAll(HostileTexts.all());
    files.addAll(HostileBytes.all());
    files.addAll(HostileArchives.all());
    files.addAll(HostileWorkbooks.all());
    files.addAll(HostileJson.all());
    files.addAll(HostileParquet.all(parquet));
    files.addAll(Mutations.all(parquet, mutations));
    return List.copyOf(files);
  }
}
