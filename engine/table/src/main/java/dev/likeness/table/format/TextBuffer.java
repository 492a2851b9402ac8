package dev.likeness.table.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: what values are written into without an object for each. */
public final class TextBuffer {

  private byte[] bytes;
  private int length;

  /** An empty buffer. */
  public TextBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** Appends a byte. */
  public void add(byte b) {
    if (length == bytes.length) {
      reserve(1);
    }
    bytes[length++] = b;
  }

  /** Appends bytes. */
  public void add(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  /** Appends text. */
  public void add(String text) {
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends a number of at least {@code width} digits. */
  public void addPadded(long value, int width) {
    int digits = digits(value);
    int total = Math.max(digits, width);
    reserve(total);
    for (int i = length + total - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + value % 10);
      value /= 10;
    }
    length += total;
  }

  private static int digits(long value) {
    int digits = 1;
    while (value >= 10) {
      value /= 10;
      digits++;
    }
    return digits;
  }

  /** Makes room for more bytes. */
  public void reserve(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }

  /** The bytes themselves, valid up to {@link #length}. */
  public byte[] array() {
    return bytes;
  }

  /** Number of bytes. */
  public int length() {
    return length;
  }

  /** Goes back, or on over bytes written into the array. */
  public void length(int length) {
    this.length = length;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
