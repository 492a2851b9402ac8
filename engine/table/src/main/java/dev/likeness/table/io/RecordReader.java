package dev.likeness.table.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts UTF-8 bytes into records and fields, one record at a time, and never gives up: what a strict
 * parser would refuse is read as it most likely was meant, and counted.
 *
 * <p>LF, CR and CRLF all end a record. A quote opens only where a field begins (blanks before it
 * are skipped); inside, a doubled or escaped quote stands for itself; text after the closing quote
 * is kept. The fields of the current record lie unquoted one behind the other in {@link #data}.
 *
 * <p><b>Cost:</b> a few hundred MB/s; memory for one record. <b>Thread-safe:</b> no.
 */
final class RecordReader {

  private static final int BUFFER = 1 << 18;
  private static final int SMALL = 1 << 12;

  private final InputStream in;
  private final byte delimiter;
  private final int quote;
  private final int escape;
  private final ReadLimits limits;
  private final boolean[] stops = new boolean[256];
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  private byte[] data = new byte[SMALL];
  private int length;
  private int[] ends = new int[64];
  private int fields;
  private boolean blank;

  private long records;
  private long lineFeeds;
  private long returns;
  private long returnFeeds;
  private long strayQuotes;
  private boolean unclosed;
  private boolean embeddedLineEnd;

  RecordReader(InputStream in, Dialect dialect, ReadLimits limits) {
    this.in = in;
    this.delimiter = (byte) dialect.delimiter();
    this.quote = dialect.quote() == Dialect.NO_QUOTE ? -1 : dialect.quote();
    this.escape = dialect.escape() == Dialect.NO_QUOTE ? -1 : dialect.escape();
    this.limits = limits;
    stops[delimiter & 0xFF] = true;
    stops['\n'] = true;
    stops['\r'] = true;
  }

  /** Reads the next record; false at the end of the file. */
  boolean next() throws IOException {
    length = 0;
    fields = 0;
    blank = false;
    if (!available()) {
      return false;
    }
    records++;
    if (buffer[position] == '\n' || buffer[position] == '\r') {
      blank = true;
      endField();
      return endRecord(take());
    }
    while (true) {
      int stop = field();
      endField();
      if (stop != (delimiter & 0xFF)) {
        return endRecord(stop);
      }
    }
  }

  /** Reads one field; returns the byte that ended it, or -1 at the end of the file. */
  private int field() throws IOException {
    int start = length;
    if (quote >= 0 && opensQuoted()) {
      length = start;
      quoted();
    }
    return unquoted();
  }

  /** Whether a quoted field begins here, behind blanks if any, which are then consumed. */
  private boolean opensQuoted() throws IOException {
    while (available()) {
      int b = buffer[position] & 0xFF;
      if (b == quote) {
        position++;
        return true;
      }
      if (b != ' ' || b == (delimiter & 0xFF)) {
        return false;
      }
      append(position, position + 1);
      position++;
    }
    return false;
  }

  private void quoted() throws IOException {
    while (true) {
      if (!available()) {
        unclosed = true;
        return;
      }
      int from = position;
      while (position < limit && !endsQuotedSpan(buffer[position] & 0xFF)) {
        position++;
      }
      append(from, position);
      if (position < limit && closes()) {
        return;
      }
    }
  }

  private boolean endsQuotedSpan(int b) {
    if (b == '\n' || b == '\r') {
      embeddedLineEnd = true;
    }
    return b == quote || b == escape;
  }

  /** Handles a quote or escape inside a quoted field; true when the field is closed by it. */
  private boolean closes() throws IOException {
    int b = buffer[position++] & 0xFF;
    boolean more = available();
    int following = more ? buffer[position] & 0xFF : -1;
    if (b != quote) {
      if (following == quote || following == escape) {
        append(position, position + 1);
        position++;
      } else {
        append((byte) b);
      }
      return false;
    }
    if (following == quote) {
      append((byte) quote);
      position++;
      return false;
    }
    return true;
  }

  private int unquoted() throws IOException {
    boolean first = true;
    while (available()) {
      int from = position;
      byte[] bytes = buffer;
      int to = limit;
      int at = from;
      while (at < to && !stops[bytes[at] & 0xFF]) {
        at++;
      }
      position = at;
      if (at > from) {
        if (quote >= 0 && first && countsAsStray(from, at)) {
          strayQuotes++;
        }
        first = false;
        append(from, at);
      }
      if (at < to) {
        return take();
      }
    }
    return -1;
  }

  private boolean countsAsStray(int from, int to) {
    for (int i = from; i < to; i++) {
      if ((buffer[i] & 0xFF) == quote) {
        return true;
      }
    }
    return false;
  }

  private int take() {
    return buffer[position++] & 0xFF;
  }

  private boolean endRecord(int stop) throws IOException {
    if (stop == '\n') {
      lineFeeds++;
    } else if (stop == '\r') {
      if (available() && buffer[position] == '\n') {
        position++;
        returnFeeds++;
      } else {
        returns++;
      }
    }
    return true;
  }

  private void endField() {
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, fields * 2);
    }
    int begin = fields == 0 ? 0 : ends[fields - 1];
    if (length - begin > limits.maxFieldBytes()) {
      throw tooLarge("field", limits.maxFieldBytes());
    }
    if (length > limits.maxRecordBytes()) {
      throw tooLarge("record", limits.maxRecordBytes());
    }
    ends[fields++] = length;
    if (fields > limits.maxColumns() * 2L) {
      throw UnreadableTableException.tooManyColumns(limits.maxColumns());
    }
  }

  private void append(int from, int to) {
    int count = to - from;
    reserve(count);
    System.arraycopy(buffer, from, data, length, count);
    length += count;
  }

  private void append(byte b) {
    reserve(1);
    data[length++] = b;
  }

  private void reserve(int count) {
    if (length + count > data.length) {
      if (length + count > limits.maxRecordBytes()) {
        int begin = fields == 0 ? 0 : ends[fields - 1];
        throw length + count - begin > limits.maxFieldBytes()
            ? tooLarge("field", limits.maxFieldBytes())
            : tooLarge("record", limits.maxRecordBytes());
      }
      data = Arrays.copyOf(data, Math.max(data.length * 2, length + count));
    }
  }

  UnreadableTableException tooLarge(String what, long bytes) {
    return UnreadableTableException.tooLarge(what, bytes, "bytes", " in record " + records);
  }

  private boolean available() throws IOException {
    if (position < limit) {
      return true;
    }
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    position = 0;
    return limit > 0;
  }

  byte[] data() {
    return data;
  }

  int fields() {
    return fields;
  }

  int begin(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int end(int field) {
    return ends[field];
  }

  int length() {
    return length;
  }

  /** Whether the record is an empty line. */
  boolean blank() {
    return blank;
  }

  long records() {
    return records;
  }

  long strayQuotes() {
    return strayQuotes;
  }

  boolean unclosed() {
    return unclosed;
  }

  boolean embeddedLineEnd() {
    return embeddedLineEnd;
  }

  /** How most lines ended so far. */
  String lineEnd() {
    int kinds = (lineFeeds > 0 ? 1 : 0) + (returns > 0 ? 1 : 0) + (returnFeeds > 0 ? 1 : 0);
    if (kinds > 1) {
      return "MIXED";
    }
    return returnFeeds > 0 ? "CRLF" : returns > 0 ? "CR" : "LF";
  }

  /** The fields of the current record as text. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(fields);
    for (int i = 0; i < fields; i++) {
      texts.add(new String(data, begin(i), end(i) - begin(i), StandardCharsets.UTF_8));
    }
    return texts;
  }
}
