package dev.likeness.synthesis;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TextColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A table put together from batches of one source. Of text, which no model looks at, only what is
 * missing is kept unless it is asked for.
 *
 * <p><b>Thread-safe:</b> no.
 */
public final class Gathered {

  private static final Optional<String> PRESENT = Optional.of("");

  private final Schema schema;
  private final Object[] values;
  private final List<List<String>> dictionaries;
  private final boolean withText;
  private int rows;

  /** Room for so many rows. */
  public Gathered(Schema schema, int rows) {
    this(schema, rows, false);
  }

  private Gathered(Schema schema, int rows, boolean withText) {
    this.schema = schema;
    this.withText = withText;
    this.values = schema.fields().stream().map(field -> room(field.type(), rows)).toArray();
    this.dictionaries = new ArrayList<>(Collections.nCopies(schema.width(), List.<String>of()));
  }

  /** Room for so many rows with what their texts say. */
  static Gathered withText(Schema schema, int rows) {
    return new Gathered(schema, rows, true);
  }

  private static Object room(dev.likeness.table.StorageType type, int rows) {
    return switch (type) {
      case NUMERIC -> new double[rows];
      case CATEGORICAL -> new int[rows];
      case TEMPORAL -> new long[rows];
      case TEXT -> new ArrayList<Optional<String>>(rows);
    };
  }

  /** Adds a batch behind those before it. */
  public void add(Table batch) {
    for (int i = 0; i < values.length; i++) {
      add(i, batch.column(i));
    }
    rows += batch.rows();
  }

  private void add(int at, Column column) {
    switch (column) {
      case NumericColumn numbers -> copy(numbers.values(), at, column.size());
      case TemporalColumn moments -> copy(moments.values(), at, column.size());
      case CategoricalColumn categories -> {
        copy(categories.codes(), at, column.size());
        dictionaries.set(at, categories.dictionary());
      }
      case TextColumn text -> {
        for (int row = 0; row < text.size(); row++) {
          texts(at).add(withText || text.isMissing(row) ? text.values().get(row) : PRESENT);
        }
      }
    }
  }

  private void copy(Object array, int at, int length) {
    System.arraycopy(array, 0, values[at], rows, length);
  }

  @SuppressWarnings("unchecked")
  private List<Optional<String>> texts(int at) {
    return (List<Optional<String>>) values[at];
  }

  /** Everything that was added. */
  public Table table() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      columns.add(
          switch (values[i]) {
            case double[] numbers -> new NumericColumn(numbers);
            case long[] moments -> new TemporalColumn(moments);
            case int[] codes -> new CategoricalColumn(codes, dictionaries.get(i));
            default -> new TextColumn(texts(i));
          });
    }
    return new Table(schema, columns);
  }
}
