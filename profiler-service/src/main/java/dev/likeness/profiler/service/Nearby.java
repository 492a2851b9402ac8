package dev.likeness.profiler.service;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives an object another name: readers spill beside their file, and the store is no place. */
final class Nearby {

  private Nearby() {}

  static Path link(Path object, Path name) throws IOException {
    try {
      return Files.createLink(name, object);
    } catch (UnsupportedOperationException | FileSystemException noHardLinks) {
      return Files.copy(object, name);
    }
  }
}
