package dev.likeness.table.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a whole file is UTF-8: one pass, eight bytes at a time where they are ASCII.
 *
 * @param wide well-formed sequences of more than one byte
 * @param broken bytes that belong to none
 * @param nuls NUL bytes
 * @param oddBytes the surroundings of the first bytes that are not ASCII
 */
record Utf8Scan(long wide, long broken, long nuls, byte[] oddBytes) {

  private static final int CHUNK = 1 << 18;
  private static final int ODD = 1 << 15;
  private static final int AROUND = 48;
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  boolean clean() {
    return broken == 0 && nuls == 0;
  }

  static Utf8Scan of(Path file) throws IOException {
    Counter counter = new Counter();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      int read;
      while ((read = in.readNBytes(chunk, 0, CHUNK)) > 0) {
        counter.accept(chunk, read);
      }
    }
    return counter.result();
  }

  /** The automaton; {@code pending} continuation bytes are still expected. */
  private static final class Counter {
    private long wide;
    private long broken;
    private long nuls;
    private int pending;
    private int lowest;
    private int highest;
    private int oddUntil;
    private final ByteArrayOutputStream odd = new ByteArrayOutputStream();

    void accept(byte[] chunk, int length) {
      oddUntil = 0;
      int i = 0;
      while (i < length) {
        if (pending == 0 && i + Long.BYTES <= length && plain((long) LONGS.get(chunk, i))) {
          i += Long.BYTES;
        } else {
          one(chunk, length, i++);
        }
      }
    }

    private static boolean plain(long eight) {
      return (eight & HIGH) == 0 && ((eight - ONES) & ~eight & HIGH) == 0;
    }

    private void one(byte[] chunk, int length, int at) {
      int b = chunk[at] & 0xFF;
      if (pending > 0) {
        if (b >= lowest && b <= highest) {
          lowest = 0x80;
          highest = 0xBF;
          if (--pending == 0) {
            wide++;
          }
          return;
        }
        broken++;
        pending = 0;
      }
      if (b >= 0x80) {
        keep(chunk, length, at);
        lead(b);
      } else if (b == 0) {
        nuls++;
      }
    }

    private void lead(int b) {
      lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
      highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
      if (b >= 0xC2 && b <= 0xDF) {
        pending = 1;
      } else if (b >= 0xE0 && b <= 0xEF) {
        pending = 2;
      } else if (b >= 0xF0 && b <= 0xF4) {
        pending = 3;
      } else {
        broken++;
      }
    }

    private void keep(byte[] chunk, int length, int at) {
      if (odd.size() >= ODD || at < oddUntil) {
        return;
      }
      int from = Math.max(oddUntil, at - AROUND);
      oddUntil = Math.min(length, at + AROUND);
      odd.write(chunk, from, oddUntil - from);
    }

    Utf8Scan result() {
      return new Utf8Scan(wide, pending > 0 ? broken + 1 : broken, nuls, odd.toByteArray());
    }
  }
}
