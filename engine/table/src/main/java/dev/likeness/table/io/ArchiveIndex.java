package dev.likeness.table.io;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * What the end of a ZIP file says about its index, read before anything believes it: the index of a
 * hostile archive may be larger than the heap.
 *
 * @param entries in the archive
 * @param bytes of the index
 */
record ArchiveIndex(long entries, long bytes) {

  private static final int END = 22;
  private static final int MOST_COMMENT = 0xFFFF;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final long BYTES_FOR_EACH = 1024;
  private static final int ENTRIES_AT = 10;
  private static final int BYTES_AT = 12;

  /** Reads the end of a file; throws when there is no index or it is larger than permitted. */
  static ArchiveIndex of(Path file, int mostEntries) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), END + MOST_COMMENT);
      byte[] tail = new byte[length];
      in.seek(in.length() - length);
      in.readFully(tail);
      ArchiveIndex index = find(ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN));
      if (index.entries > mostEntries || index.bytes > mostEntries * BYTES_FOR_EACH) {
        throw UnreadableTableException.tooManyEntries(mostEntries);
      }
      return index;
    }
  }

  /** The last signature counts; archives of the 64-bit kind are larger than permitted anyway. */
  private static ArchiveIndex find(ByteBuffer tail) {
    for (int at = tail.capacity() - END; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        return new ArchiveIndex(
            tail.getShort(at + ENTRIES_AT) & 0xFFFFL, tail.getInt(at + BYTES_AT) & 0xFFFFFFFFL);
      }
    }
    throw UnreadableTableException.damaged("archive");
  }
}
