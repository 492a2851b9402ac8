package dev.likeness.synthesis.encoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The encodings of the modelled columns of a table, lined up as latents.
 *
 * <p>Each modelled column has a latent for its value and, where its {@link
 * ColumnEncoding#missingShare} is above 0, a second one behind it that says which rows are missing. A
 * latent is uniform on (0, 1); what a model adds is how latents depend on each other.
 *
 * <p><b>Thread-safe:</b> immutable.
 *
 * @param columns in the order of the modelled fields
 */
public record TableEncoding(List<ColumnEncoding> columns) {

  private static final int SMALLEST_K = 5;
  private static final int SPREAD_OF_K = 3;

  /** Copies the list. */
  public TableEncoding {
    columns = List.copyOf(columns);
  }

  /**
   * Learns every column of a table by itself.
   *
   * @param table of which only modelled columns are looked at
   * @param maxCategories categories that a column keeps at most
   */
  public static TableEncoding fit(
      Table table, int maxCategories, CounterRandom random, RunContext run) {
    CounterRandom protection = random.derive("protection");
    List<Column> columns = modelled(table);
    List<Field> fields = table.schema().fields().stream().filter(Field::isModelled).toList();
    return new TableEncoding(
        Parallel.map(
            columns.size(),
            run,
            i -> {
              int k = SMALLEST_K + (int) protection.below(SPREAD_OF_K, i, 0);
              return fit(fields.get(i), columns.get(i), maxCategories, k);
            }));
  }

  private static ColumnEncoding fit(Field field, Column column, int maxCategories, int k) {
    if (column instanceof CategoricalColumn categories) {
      return CategoryEncoding.fit(categories, maxCategories, k);
    }
    int decimals = field.format() instanceof NumberFormat format ? format.decimals() : 0;
    return QuantileEncoding.fit(column, decimals, k);
  }

  /** The columns of a table that models may look at, in order. */
  public static List<Column> modelled(Table table) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.schema().width(); i++) {
      if (table.schema().field(i).isModelled()) {
        columns.add(table.column(i));
      }
    }
    return columns;
  }

  /** Number of latents. */
  public int latents() {
    return columns.stream().mapToInt(column -> column.missingShare() > 0 ? 2 : 1).sum();
  }

  /**
   * Makes the modelled columns.
   *
   * @param uniforms (latents, rows), in (0, 1)
   */
  public List<Column> decode(double[][] uniforms) {
    List<Column> decoded = new ArrayList<>(columns.size());
    int latent = 0;
    for (ColumnEncoding column : columns) {
      boolean hasMissing = column.missingShare() > 0;
      decoded.add(
          column.decode(uniforms[latent], hasMissing ? uniforms[latent + 1] : new double[0]));
      latent += hasMissing ? 2 : 1;
    }
    return decoded;
  }

  /**
   * The interval of each latent that each row of a table stands for.
   *
   * @param lower (latents, rows), receives the lower ends
   * @param upper (latents, rows), receives the upper ends
   */
  public void intervals(Table table, double[][] lower, double[][] upper, RunContext run) {
    List<Column> values = modelled(table);
    int[] latent = new int[columns.size() + 1];
    for (int i = 0; i < columns.size(); i++) {
      latent[i + 1] = latent[i] + (columns.get(i).missingShare() > 0 ? 2 : 1);
    }
    Parallel.forEach(
        columns.size(),
        run,
        i -> {
          columns.get(i).intervals(values.get(i), lower[latent[i]], upper[latent[i]]);
          if (latent[i + 1] - latent[i] == 2) {
            double share = columns.get(i).missingShare();
            indicator(values.get(i), share, lower[latent[i] + 1], upper[latent[i] + 1]);
          }
        });
  }

  private static void indicator(Column column, double share, double[] lower, double[] upper) {
    for (int row = 0; row < lower.length; row++) {
      boolean missing = column.isMissing(row);
      lower[row] = missing ? 0 : share;
      upper[row] = missing ? share : 1;
    }
  }

  /** Writes all columns into a model. */
  public void save(ObjectNode header, Map<String, Object> tensors) {
    ArrayNode list = header.putArray("columns");
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).save(list.addObject(), tensors, prefix(i));
    }
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param fields of the modelled columns
   * @throws CorruptModelException when it cannot have been written by it
   */
  public static TableEncoding load(ModelFile file, List<Field> fields) {
    JsonNode list = file.header().path("columns");
    if (list.size() != fields.size()) {
      throw new CorruptModelException("number of columns differs from the schema");
    }
    List<ColumnEncoding> columns = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      ColumnEncoding column = ColumnEncoding.load(list.get(i), file, prefix(i));
      if (column.type() != fields.get(i).type()) {
        throw new CorruptModelException("type of a column differs from the schema");
      }
      columns.add(column);
    }
    return new TableEncoding(columns);
  }

  private static String prefix(int column) {
    return "column." + column + ".";
  }
}
