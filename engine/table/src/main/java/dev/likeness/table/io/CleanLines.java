package dev.likeness.table.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes records as strict CSV lines of a fixed number of fields, through a buffer of its own. */
final class CleanLines {

  private static final int BUFFER = 1 << 18;

  private final OutputStream out;
  private final int width;
  private byte[] buffer = new byte[BUFFER];
  private int length;
  private long bytes;
  private boolean embeddedLineEnds;

  CleanLines(OutputStream out, int width) {
    this.out = out;
    this.width = width;
  }

  /** Writes the current record of a reader; returns the length of the line. */
  int write(RecordSource reader) throws IOException {
    reserve(2 * reader.length() + 3 * width + 1);
    int start = length;
    int present = Math.min(width, reader.fields());
    for (int i = 0; i < width; i++) {
      if (i > 0) {
        buffer[length++] = ',';
      }
      if (i < present) {
        field(reader.data(), reader.begin(i), reader.end(i));
      }
    }
    return end(start);
  }

  /** Writes a row without any value. */
  void empty() throws IOException {
    reserve(3 * width + 1);
    int start = length;
    if (width == 1) {
      buffer[length++] = '"';
      buffer[length++] = '"';
    } else {
      Arrays.fill(buffer, length, length + width - 1, (byte) ',');
      length += width - 1;
    }
    end(start);
  }

  private int end(int start) {
    buffer[length++] = '\n';
    bytes += length - start;
    return length - start;
  }

  private void field(byte[] data, int from, int to) {
    boolean plain = true;
    for (int i = from; i < to && plain; i++) {
      byte b = data[i];
      plain = b != ',' && b != '"' && b != '\n' && b != '\r';
    }
    if (plain) {
      System.arraycopy(data, from, buffer, length, to - from);
      length += to - from;
    } else {
      quoted(data, from, to);
    }
  }

  private void quoted(byte[] data, int from, int to) {
    buffer[length++] = '"';
    for (int i = from; i < to; i++) {
      byte b = data[i];
      if (b == '"') {
        buffer[length++] = '"';
      } else if (b == '\n' || b == '\r') {
        embeddedLineEnds = true;
      }
      buffer[length++] = b;
    }
    buffer[length++] = '"';
  }

  private void reserve(int count) throws IOException {
    if (length + count > buffer.length) {
      flush();
      if (count > buffer.length) {
        buffer = new byte[count];
      }
    }
  }

  void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  long bytes() {
    return bytes;
  }

  boolean embeddedLineEnds() {
    return embeddedLineEnds;
  }
}
