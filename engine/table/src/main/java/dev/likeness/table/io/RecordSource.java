package dev.likeness.table.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records of a file, one at a time, whatever its format: the fields of the current record lie one
 * behind the other in {@link #data} as UTF-8. What is longer than the limits ends the reading.
 *
 * <p><b>Cost:</b> memory for one record. <b>Thread-safe:</b> no.
 */
abstract class RecordSource {

  private static final int SMALL = 1 << 12;

  private final ReadLimits limits;
  private byte[] data = new byte[SMALL];
  private int length;
  private int[] ends = new int[64];
  private int fields;
  private boolean blank;
  private long records;

  RecordSource(ReadLimits limits) {
    this.limits = limits;
  }

  /** Reads the next record; false behind the last one. */
  abstract boolean next() throws IOException;

  /** Bytes of the file that were read so far. */
  abstract long position();

  /** Makes room for the next record. */
  final void begin() {
    length = 0;
    fields = 0;
    blank = false;
    records++;
  }

  /** Takes back {@link #begin} where nothing followed. */
  final void nothing() {
    records--;
  }

  /** Says that the record is an empty line. */
  final void markBlank() {
    blank = true;
  }

  final void endField() {
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, fields * 2);
    }
    int begin = begin(fields);
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

  /** A whole field. */
  final void field(byte[] utf8) {
    append(utf8, 0, utf8.length);
    endField();
  }

  final void append(byte[] bytes, int from, int to) {
    int count = to - from;
    reserve(count);
    System.arraycopy(bytes, from, data, length, count);
    length += count;
  }

  final void append(byte b) {
    reserve(1);
    data[length++] = b;
  }

  /** Takes back what was appended behind {@code length}. */
  final void cut(int length) {
    this.length = length;
  }

  private void reserve(int count) {
    if (length + count > data.length) {
      if (length + count > limits.maxRecordBytes()) {
        throw length + count - begin(fields) > limits.maxFieldBytes()
            ? tooLarge("field", limits.maxFieldBytes())
            : tooLarge("record", limits.maxRecordBytes());
      }
      data = Arrays.copyOf(data, Math.max(data.length * 2, length + count));
    }
  }

  private UnreadableTableException tooLarge(String what, long bytes) {
    return UnreadableTableException.tooLarge(what, bytes, "bytes", " in record " + records);
  }

  final ReadLimits limits() {
    return limits;
  }

  final byte[] data() {
    return data;
  }

  final int fields() {
    return fields;
  }

  final int begin(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  final int end(int field) {
    return ends[field];
  }

  final int length() {
    return length;
  }

  /** Whether the record is an empty line. */
  final boolean blank() {
    return blank;
  }

  final long records() {
    return records;
  }

  /** The fields of the current record as text. */
  final List<String> texts() {
    List<String> texts = new ArrayList<>(fields);
    for (int i = 0; i < fields; i++) {
      texts.add(new String(data, begin(i), end(i) - begin(i), StandardCharsets.UTF_8));
    }
    return texts;
  }

  /** Puts other fields in the place of those of the current record. */
  final void replace(List<String> texts) {
    length = 0;
    fields = 0;
    texts.forEach(text -> field(text.getBytes(StandardCharsets.UTF_8)));
  }
}
