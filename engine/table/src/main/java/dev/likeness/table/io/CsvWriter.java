package dev.likeness.table.io;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.RowSink;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextColumn;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.TextBuffer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes rows as CSV, every value in its column's own format: UTF-8, LF, the delimiter and quote of
 * the dialect, fields quoted where they must be (RFC 4180), a header where the dialect has one.
 *
 * <p><b>Cost:</b> no object for each row; categories are encoded once for each dictionary.
 * <b>Thread-safe:</b> no.
 */
public final class CsvWriter implements RowSink, Closeable {

  private static final int BUFFER = 1 << 17;
  private static final int FLUSH = 1 << 16;
  private static final char STANDARD_QUOTE = '"';

  private final OutputStream out;
  private final Schema schema;
  private final byte delimiter;
  private final byte quote;
  private final byte escape;
  private final TextBuffer buffer = new TextBuffer(BUFFER);
  private final Cells[] cells;

  private CsvWriter(OutputStream out, Schema schema, Dialect dialect) {
    this.out = out;
    this.schema = schema;
    this.delimiter = (byte) dialect.delimiter();
    boolean none = dialect.quote() == Dialect.NO_QUOTE;
    this.quote = (byte) (none ? STANDARD_QUOTE : dialect.quote());
    this.escape = (byte) (none ? STANDARD_QUOTE : dialect.escape());
    this.cells = new Cells[schema.width()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells(schema.field(i));
    }
    if (dialect.header()) {
      header();
    }
  }

  /** Writes to a stream, which {@link #close} closes. */
  public static CsvWriter to(OutputStream out, Schema schema, Dialect dialect) {
    return new CsvWriter(out, schema, dialect);
  }

  private void header() {
    for (int i = 0; i < schema.width(); i++) {
      separate(i);
      buffer.add(encoded(schema.field(i).name()));
    }
    buffer.add((byte) '\n');
  }

  private void separate(int column) {
    if (column > 0) {
      buffer.add(delimiter);
    }
  }

  @Override
  public void accept(Table batch) {
    if (!batch.schema().equals(schema)) {
      throw new IllegalArgumentException("schema of the batch differs, expected the writer's own");
    }
    int width = cells.length;
    for (int i = 0; i < width; i++) {
      cells[i].take(batch.column(i));
    }
    int rows = batch.rows();
    for (int row = 0; row < rows; row++) {
      int start = buffer.length();
      for (int i = 0; i < width; i++) {
        separate(i);
        cells[i].write(row);
      }
      if (width == 1 && buffer.length() == start) {
        buffer.add(quote);
        buffer.add(quote);
      }
      buffer.add((byte) '\n');
      if (buffer.length() >= FLUSH) {
        drain();
      }
    }
  }

  private void drain() {
    try {
      out.write(buffer.array(), 0, buffer.length());
      buffer.length(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      drain();
      out.flush();
    }
  }

  /** Writes the values of one column; the column comes batch by batch. */
  private interface Cells {
    void take(Column column);

    void write(int row);
  }

  private Cells cells(Field field) {
    return switch (field.type()) {
      case NUMERIC -> new NumberCells((NumberFormat) field.format());
      case TEMPORAL -> new TemporalCells((TemporalFormat) field.format());
      case CATEGORICAL -> new CategoryCells(field.format().missingToken());
      case TEXT -> new TextCells(field.format().missingToken());
    };
  }

  private final class NumberCells implements Cells {
    private final NumberText text;
    private double[] values = {};

    NumberCells(NumberFormat format) {
      text = NumberText.of(format);
    }

    @Override
    public void take(Column column) {
      values = ((NumericColumn) column).values();
    }

    @Override
    public void write(int row) {
      int start = buffer.length();
      text.write(values[row], buffer);
      protect(start);
    }
  }

  private final class TemporalCells implements Cells {
    private final TemporalText text;
    private long[] values = {};

    TemporalCells(TemporalFormat format) {
      text = TemporalText.of(format);
    }

    @Override
    public void take(Column column) {
      values = ((TemporalColumn) column).values();
    }

    @Override
    public void write(int row) {
      int start = buffer.length();
      text.write(values[row], buffer);
      protect(start);
    }
  }

  private final class CategoryCells implements Cells {
    private final byte[] missing;
    private List<String> dictionary = List.of();
    private byte[][] encoded = {};
    private int[] codes = {};

    CategoryCells(String missingToken) {
      missing = encoded(missingToken);
    }

    @Override
    public void take(Column column) {
      CategoricalColumn categories = (CategoricalColumn) column;
      codes = categories.codes();
      if (categories.dictionary() != dictionary) {
        dictionary = categories.dictionary();
        encoded = dictionary.stream().map(CsvWriter.this::encoded).toArray(byte[][]::new);
      }
    }

    @Override
    public void write(int row) {
      int code = codes[row];
      buffer.add(code == CategoricalColumn.MISSING ? missing : encoded[code]);
    }
  }

  private final class TextCells implements Cells {
    private final byte[] missing;
    private TextColumn column = new TextColumn(List.of());

    TextCells(String missingToken) {
      missing = encoded(missingToken);
    }

    @Override
    public void take(Column values) {
      column = (TextColumn) values;
    }

    @Override
    public void write(int row) {
      buffer.add(column.values().get(row).map(CsvWriter.this::encoded).orElse(missing));
    }
  }

  private byte[] encoded(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    TextBuffer field = new TextBuffer(plain.length + 2);
    field.add(plain);
    if (needsQuotes(plain, 0, plain.length)) {
      field.length(0);
      field.add(quote);
      for (byte b : plain) {
        if (b == quote || (b == escape && escape != quote)) {
          field.add(escape);
        }
        field.add(b);
      }
      field.add(quote);
    }
    return java.util.Arrays.copyOf(field.array(), field.length());
  }

  private boolean needsQuotes(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == delimiter || b == quote || b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Puts quotes around what was written from {@code start}: a number with a decimal comma, say. */
  private void protect(int start) {
    int end = buffer.length();
    if (needsQuotes(buffer.array(), start, end)) {
      buffer.reserve(2);
      byte[] bytes = buffer.array();
      System.arraycopy(bytes, start, bytes, start + 1, end - start);
      bytes[start] = quote;
      bytes[end + 1] = quote;
      buffer.length(end + 2);
    }
  }
}
