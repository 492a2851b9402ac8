package dev.likeness.platform.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A private folder for half-done things; closing it removes it and all that is in it. */
public final class Scratch implements AutoCloseable {

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  static Scratch of(Path folder) {
    return new Scratch(folder);
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** A file in it. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
