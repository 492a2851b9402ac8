package dev.likeness.standalone.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs of this platform, unpacked once from the jar that the build chose.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

  /** Unpacks into {@code runtime} unless an earlier start did. */
  static PostgresBinaries unpack(Path runtime) throws IOException {
    String archive = archiveName();
    Path folder = runtime.resolve(archive.replace(".txz", ""));
    if (Files.isDirectory(folder)) {
      return new PostgresBinaries(folder);
    }
    Files.createDirectories(runtime);
    Path unfinished = Files.createTempDirectory(runtime, "unpacking-");
    try (InputStream packed = open(archive)) {
      unpack(packed, unfinished);
      publish(unfinished, folder);
    } finally {
      FileTree.delete(unfinished);
    }
    return new PostgresBinaries(folder);
  }

  /** The path of a program. */
  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static String archiveName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os;
    String machine =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          default -> System.getProperty("os.arch");
        };
    return "postgres-" + system + "-" + machine + ".txz";
  }

  private static InputStream open(String archive) {
    InputStream packed = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive);
    if (packed == null) {
      throw new StartException(
          "This build carries no PostgreSQL for this machine ("
              + archive
              + "). Build it on the machine that runs it: remove the target folders and start again.");
    }
    return packed;
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry outside the archive's folder");
        }
        unpack(entry, tar, target);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    boolean runs = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }

  /** Several processes may unpack at once: the first one wins, the others use its folder. */
  private static void publish(Path unfinished, Path folder) throws IOException {
    try {
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }
}
