package dev.likeness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for one job that nobody else may read, gone when the job is over.
 *
 * @param path of the folder
 */
record Workspace(Path path) implements AutoCloseable {

  /** A new one in the folder for temporary files; only its owner may enter. */
  static Workspace create() throws IOException {
    return new Workspace(Files.createTempDirectory("likeness-"));
  }

  /** A file in it. */
  Path file(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(path)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
