package dev.likeness.platform.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where one process keeps half-done things in the clear: a folder that only its user can enter, and
 * that is gone when the process is.
 *
 * <p>A process holds a lock on a file beside its folder. The operating system releases it however
 * the process ends, so that the next one to start knows whose folders are nobody's any more and
 * removes them, at once and while other processes work in theirs.
 */
final class Workspace implements AutoCloseable {

  private static final String LOCK = ".lock";
  private static final String DOOR = ".door";
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path folder;
  private final Path lockFile;
  private final FileChannel lock;

  private Workspace(Path folder, Path lockFile, FileChannel lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * A workspace below a folder that processes share; removes what dead processes left there.
   *
   * @param name of the process, of which there is no other
   */
  static Workspace open(Path shared, String name) throws IOException {
    Files.createDirectories(shared);
    synchronized (IN_THIS_PROCESS) {
      try (FileChannel door = channel(shared.resolve(DOOR));
          FileLock only = door.lock()) {
        sweep(shared);
        return claim(shared, name);
      }
    }
  }

  /** The process's folder. */
  Path folder() {
    return folder;
  }

  /** A new folder in it. */
  Scratch scratch() throws IOException {
    return Scratch.of(Files.createTempDirectory(folder, "scratch-", mode(folder)));
  }

  @Override
  public void close() throws IOException {
    Scratch.of(folder).close();
    Files.deleteIfExists(lockFile);
    lock.close();
  }

  private static Workspace claim(Path shared, String name) throws IOException {
    Path lockFile = shared.resolve(name + LOCK);
    FileChannel lock = channel(lockFile);
    try {
      lock.lock();
    } catch (OverlappingFileLockException secondOfThisProcess) {
      lock.close();
      return claim(shared, UUID.randomUUID().toString());
    }
    Path folder = shared.resolve(name);
    Scratch.of(folder).close();
    return new Workspace(Files.createDirectory(folder, mode(shared)), lockFile, lock);
  }

  private static void sweep(Path shared) throws IOException {
    try (Stream<Path> entries = Files.list(shared)) {
      for (Path entry : entries.filter(Files::isDirectory).toList()) {
        removeIfNobodys(entry, shared.resolve(entry.getFileName() + LOCK));
      }
    }
    try (Stream<Path> entries = Files.list(shared)) {
      for (Path draft : entries.filter(path -> isLeftDraft(path, shared)).toList()) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private static boolean isLeftDraft(Path path, Path shared) {
    String name = String.valueOf(path.getFileName());
    boolean lockOfNothing =
        name.endsWith(LOCK)
            && Files.notExists(shared.resolve(name.substring(0, name.length() - LOCK.length())));
    return Files.isRegularFile(path) && (name.startsWith("put-") || lockOfNothing);
  }

  private static void removeIfNobodys(Path entry, Path lockFile) throws IOException {
    if (Files.exists(lockFile)) {
      try (FileChannel channel = channel(lockFile);
          FileLock free = channel.tryLock()) {
        if (free == null) {
          return;
        }
        Scratch.of(entry).close();
      } catch (OverlappingFileLockException ownedByThisProcess) {
        return;
      }
      Files.deleteIfExists(lockFile);
    } else {
      Scratch.of(entry).close();
    }
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static FileAttribute<?>[] mode(Path beside) throws IOException {
    FileStore store = Files.getFileStore(beside);
    return store.supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
