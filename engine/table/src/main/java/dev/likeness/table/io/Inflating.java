package dev.likeness.table.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of a packed stream, as long as it stays in proportion to what went in.
 *
 * <p>The first 10 MiB are free; beyond them the ratio of unpacked to packed bytes is at most 100,
 * whatever sizes the archive claims.
 */
final class Inflating extends FilterInputStream {

  private static final long FREE = 10L << 20;
  private static final long RATIO = 100;

  private final long packed;
  private final long most;
  private long bytes;

  /**
   * Watches a stream.
   *
   * @param in that unpacks
   * @param packed bytes that it reads from, at most
   * @param most bytes that it may give
   */
  Inflating(InputStream in, long packed, long most) {
    super(in);
    this.packed = packed;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    int read = in.read(target, offset, count);
    bytes += Math.max(0, read);
    if (bytes > FREE && bytes / RATIO > packed) {
      throw UnreadableTableException.bomb(RATIO);
    }
    if (bytes > most) {
      throw UnreadableTableException.tooLarge("file", most, "bytes", "unpacked");
    }
    return read;
  }
}
