package dev.likeness.standalone;

import dev.likeness.standalone.embedded.StartException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder in which one process keeps all that lasts: database, Kafka's log, objects, logs.
 *
 * <p>Claimed by a lock on the file {@code lock}, which the operating system releases however the
 * process ends; what the file says (process and port) is only there to be told to a second one.
 */
final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the folder where it does not exist and claims it.
   *
   * @param port where this process will answer
   * @throws StartException when another process has it
   */
  static DataFolder claim(Path folder, int port) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(path.resolve("logs"));
      Path file = path.resolve("lock");
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw new StartException(
            "The data folder "
                + path
                + " is in use by "
                + Files.readString(file).strip()
                + ". Stop that process, or choose another folder with --data.");
      }
      write(channel, "process " + ProcessHandle.current().pid() + ", port " + port + "\n");
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw new StartException(
          "The data folder " + path + " cannot be used: " + e + ". Choose another with --data.", e);
    }
  }

  /** The folder, absolute. */
  Path path() {
    return path;
  }

  /** The file that the services log to. */
  Path log() {
    return path.resolve("logs").resolve("likeness.log");
  }

  @Override
  public void close() throws IOException {
    channel.truncate(0);
    channel.close();
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }
}
