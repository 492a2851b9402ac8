package dev.likeness.ingest.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A file to download.
 *
 * @param name to save it under
 * @param bytes its size
 * @param sha256 its hash
 * @param source of its bytes
 */
public record Result(String name, long bytes, String sha256, Source source) {

  private static final int BUFFER = 1 << 16;

  /** Opens the file's bytes; each caller closes what it gets. */
  @FunctionalInterface
  public interface Source {
    /** The bytes from any offset. */
    SeekableByteChannel open() throws IOException;
  }

  /** Copies a part of the file. */
  public void copy(long offset, long length, OutputStream out) throws IOException {
    try (SeekableByteChannel channel = source.open().position(offset)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      for (long left = length; left > 0; left -= buffer.position()) {
        buffer.clear().limit((int) Math.min(BUFFER, left));
        if (channel.read(buffer) < 0) {
          throw new IOException("a result is shorter than its reference");
        }
        out.write(buffer.array(), 0, buffer.position());
      }
    }
  }
}
