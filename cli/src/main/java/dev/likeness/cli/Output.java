package dev.likeness.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Where the rows go: a file that appears as a whole once it is complete, or standard output.
 *
 * <p>Without {@link #commit()} the file keeps what it had before.
 */
abstract sealed class Output implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  /** By its name on the command line; fails before any work when the folder cannot be written. */
  static Output named(String name) throws IOException {
    if (name.equals("-")) {
      return new Standard();
    }
    Path target = Path.of(name).toAbsolutePath();
    return isDevice(target) ? new Device(target) : new WholeFile(target);
  }

  /** Takes bytes and keeps none. */
  static Output nowhere() {
    return new Nowhere();
  }

  /** Such as {@code /dev/null} or a named pipe: to be written to, never to be replaced. */
  private static boolean isDevice(Path target) {
    return Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
  }

  /** Takes the bytes; the caller closes it before it commits. */
  abstract OutputStream stream();

  /** All is written: the file takes its place. */
  abstract void commit() throws IOException;

  @Override
  public abstract void close() throws IOException;

  private static final class Standard extends Output {

    private final OutputStream stream =
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);

    /** Whoever writes rows closes what it writes to; standard output stays open. */
    @Override
    OutputStream stream() {
      return new FilterOutputStream(stream) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
          out.flush();
        }
      };
    }

    @Override
    void commit() throws IOException {
      stream.flush();
    }

    @Override
    public void close() {}
  }

  private static final class Nowhere extends Output {

    @Override
    OutputStream stream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    void commit() {}

    @Override
    public void close() {}
  }

  private static final class Device extends Output {

    private final OutputStream stream;

    Device(Path target) throws IOException {
      this.stream = new BufferedOutputStream(Files.newOutputStream(target), BUFFER);
    }

    @Override
    OutputStream stream() {
      return stream;
    }

    @Override
    void commit() throws IOException {
      stream.close();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  private static final class WholeFile extends Output {

    private final Path target;
    private final Path part;
    private final OutputStream stream;

    WholeFile(Path target) throws IOException {
      if (Files.isDirectory(target)) {
        throw new CommandFailure(
            ExitCode.USAGE, "output = " + target + ", expected a file, not a folder.");
      }
      if (!Files.isDirectory(target.getParent())) {
        throw new CommandFailure(
            ExitCode.FAILED, "there is no folder " + target.getParent() + " to write to.");
      }
      this.target = target;
      this.part =
          target.resolveSibling(
              "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      this.stream =
          new BufferedOutputStream(
              Files.newOutputStream(
                  part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
              BUFFER);
    }

    @Override
    OutputStream stream() {
      return stream;
    }

    @Override
    void commit() throws IOException {
      stream.close();
      try {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }

    @Override
    public void close() throws IOException {
      stream.close();
      Files.deleteIfExists(part);
    }
  }
}
