package dev.likeness.privacy.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/** A text that only its owner may read, and that nobody ever sees half-written. */
final class SecretFile {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER_OF_OWNER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> TOO_MUCH =
      PosixFilePermissions.fromString("----wxrwx");

  private SecretFile() {}

  /**
   * Makes the file.
   *
   * @throws java.nio.file.FileAlreadyExistsException when there is one
   */
  static void create(Path file, String text) throws IOException {
    createFolder(folder(file));
    Path draft = draft(file, text);
    try {
      Files.createLink(file, draft);
    } catch (UnsupportedOperationException noLinks) {
      Files.move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Puts another text in its place. */
  static void replace(Path file, String text) throws IOException {
    Path draft = draft(file, text);
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Its text.
   *
   * @throws KeyUnavailableException when others than the owner may use it; a group may read it, as
   *     the secrets of container platforms need that
   */
  static String read(Path file) throws IOException {
    if (isPosix(file)) {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      Set<PosixFilePermission> excess = new HashSet<>(mode);
      excess.retainAll(TOO_MUCH);
      if (!excess.isEmpty()) {
        throw KeyUnavailableException.fileOpenToOthers(
            file.toString(), PosixFilePermissions.toString(mode));
      }
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static void createFolder(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      Files.createDirectories(folder);
      if (isPosix(folder)) {
        Files.setPosixFilePermissions(folder, FOLDER_OF_OWNER);
      }
    }
  }

  private static Path draft(Path file, String text) throws IOException {
    Path folder = folder(file);
    Path draft =
        isPosix(folder)
            ? Files.createTempFile(
                folder, ".key-", ".tmp", PosixFilePermissions.asFileAttribute(OWNER))
            : Files.createTempFile(folder, ".key-", ".tmp");
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    return draft;
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().resolveSibling(".").normalize();
  }

  private static boolean isPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }
}
