package dev.likeness.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that vanish when the JVM ends. */
public final class TestFolders {

  private TestFolders() {}

  /** A new, empty folder. */
  public static Path make(String prefix) {
    Path folder = create(prefix);
    removeAtExit(folder, () -> {});
    return folder;
  }

  /** A new, empty folder that stays until somebody asks for its removal. */
  static Path create(String prefix) {
    try {
      return Files.createTempDirectory(prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder when the JVM ends, after whoever uses it was stopped. */
  static void removeAtExit(Path folder, Runnable stopUser) {
    Thread hook =
        new Thread(
            () -> {
              stopUser.run();
              remove(folder);
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void remove(Path folder) {
    try (Stream<Path> below = Files.walk(folder)) {
      below.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("a folder of the tests was not removed");
    }
  }
}
