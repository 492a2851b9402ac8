package dev.likeness.table.io;

import dev.likeness.table.io.WarningLog.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** JSON objects as records of the same fields, behind a record of their names. */
final class JsonRecords extends RecordSource implements Closeable {

  private static final byte[] NONE = new byte[0];

  private final JsonObjects objects;
  private final Map<String, Integer> columns;
  private final WarningLog log;
  private final byte[][] cells;
  private final boolean[] set;
  private boolean named;

  /**
   * Opens a text.
   *
   * @param columns name and position of every field, in the order of the positions
   * @param log hears of values that have no place in a cell
   */
  JsonRecords(
      JsonObjects objects, Map<String, Integer> columns, ReadLimits limits, WarningLog log) {
    super(limits);
    this.objects = objects;
    this.columns = columns;
    this.log = log;
    this.cells = new byte[columns.size()][];
    this.set = new boolean[columns.size()];
  }

  @Override
  boolean next() throws IOException {
    if (!named) {
      named = true;
      begin();
      columns.keySet().forEach(name -> field(name.getBytes(StandardCharsets.UTF_8)));
      return true;
    }
    if (!objects.next()) {
      return false;
    }
    begin();
    Arrays.fill(cells, NONE);
    Arrays.fill(set, false);
    row();
    for (byte[] cell : cells) {
      field(cell);
    }
    return true;
  }

  private void row() throws IOException {
    long bytes = 0;
    Optional<String> name = objects.field();
    while (name.isPresent()) {
      int column = columns.getOrDefault(name.get(), -1);
      JsonObjects.Value value = objects.value();
      if (column >= 0) {
        bytes += value.utf8().length - cells[column].length;
        cell(column, value);
      }
      if (bytes > limits().maxRecordBytes()) {
        throw UnreadableTableException.tooLarge(
            "record", limits().maxRecordBytes(), "bytes", " in object " + objects.objects());
      }
      name = objects.field();
    }
  }

  private void cell(int column, JsonObjects.Value value) {
    if (set[column]) {
      log.addCell(Kind.REPEATED_FIELDS, column + 1, objects.objects());
    }
    if (value.nested()) {
      log.addCell(Kind.NESTED_VALUES, column + 1, objects.objects());
    }
    set[column] = true;
    cells[column] = value.utf8();
  }

  @Override
  long position() {
    return objects.position();
  }

  @Override
  public void close() throws IOException {
    objects.close();
  }
}
