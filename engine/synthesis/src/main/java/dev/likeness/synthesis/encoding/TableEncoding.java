package dev.likeness.synthesis.encoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.FitContext;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.UnmetConditionException;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Table;
import dev.likeness.table.condition.Restriction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The encodings of the modelled columns of a table, their latents lined up.
 *
 * <p>A latent is uniform on (0, 1); what a model adds is how latents depend on each other.
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
   * @param context of the fit; its seed protects the columns
   */
  public static TableEncoding fit(Table table, int maxCategories, FitContext context) {
    CounterRandom random = CounterRandom.of(context.seed());
    List<Column> columns = modelled(table);
    List<Field> fields = table.schema().fields().stream().filter(Field::isModelled).toList();
    return new TableEncoding(
        Parallel.map(
            columns.size(),
            context.run(),
            i -> fit(fields.get(i), columns.get(i), context.place(i), maxCategories, random)));
  }

  /**
   * How many rows have to share a value before it is public.
   *
   * @param place of the column among the modelled ones of the table
   * @param random of the fit's seed
   */
  public static int k(int place, CounterRandom random) {
    return SMALLEST_K + (int) random.derive("protection").below(SPREAD_OF_K, place, 0);
  }

  /**
   * Learns one column just as it is learnt among all.
   *
   * @param place of the column among the modelled ones of the table
   * @param random of the fit's seed
   */
  public static ColumnEncoding fit(
      Field field, Column column, int place, int maxCategories, CounterRandom random) {
    int k = k(place, random);
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

  /** Number of latents of all columns. */
  public int latents() {
    return columns.stream().mapToInt(ColumnEncoding::latents).sum();
  }

  /**
   * Makes the modelled columns.
   *
   * @param uniforms (latents, rows), in (0, 1)
   */
  public List<Column> decode(double[][] uniforms) {
    int[] first = firstLatents();
    List<Column> decoded = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      decoded.add(columns.get(i).decode(part(uniforms, first, i)));
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
    int[] first = firstLatents();
    Parallel.forEach(
        columns.size(),
        run,
        i -> columns.get(i).intervals(values.get(i), part(lower, first, i), part(upper, first, i)));
  }

  /**
   * The stretch of each latent that makes exactly the values of each row: what rounds to a number,
   * a category. Where numbers are not rounded the stretch of any but an atom is a point.
   *
   * @param values of the modelled columns
   * @param lower (latents, rows), receives the lower ends
   * @param upper (latents, rows), receives the upper ends
   */
  public void stretches(List<Column> values, double[][] lower, double[][] upper, RunContext run) {
    int[] first = firstLatents();
    Parallel.forEach(
        columns.size(),
        run,
        i -> {
          double[][] from = part(lower, first, i);
          double[][] to = part(upper, first, i);
          columns.get(i).intervals(values.get(i), from, to);
          if (columns.get(i) instanceof QuantileEncoding numbers) {
            numbers.ends(values.get(i), from[0], to[0]);
          }
        });
  }

  /** For each latent whether it stands for numbers that are not rounded. */
  public boolean[] points() {
    boolean[] points = new boolean[latents()];
    int[] first = firstLatents();
    for (int i = 0; i < columns.size(); i++) {
      points[first[i]] = columns.get(i) instanceof QuantileEncoding n && !n.isRounded();
    }
    return points;
  }

  /**
   * The same encodings with the cuts between categories where these latents give the right shares.
   *
   * @param uniforms (latents, rows) as the model makes them
   */
  public TableEncoding calibrated(double[][] uniforms, RunContext run) {
    int[] first = firstLatents();
    return new TableEncoding(
        Parallel.map(
            columns.size(),
            run,
            i ->
                columns.get(i) instanceof CategoryEncoding categories && categories.latents() > 1
                    ? categories.calibrated(part(uniforms, first, i))
                    : columns.get(i)));
  }

  /**
   * Where latents lie in the rows that a restriction wants, for each column that asks at all; the
   * least probable column comes first.
   *
   * @param restriction by position among the modelled columns
   * @throws UnmetConditionException when no latents give a wanted value of some column
   */
  public List<Region> regions(Restriction restriction) {
    int[] first = firstLatents();
    List<Region> regions = new ArrayList<>();
    restriction
        .sets()
        .forEach(
            (position, set) ->
                regions.add(
                    columns
                        .get(position)
                        .region(set)
                        .orElseThrow(() -> unmet(position))
                        .shifted(first[position])));
    regions.removeIf(Region::isFree);
    regions.sort(Comparator.comparingDouble(Region::mass));
    return List.copyOf(regions);
  }

  private static UnmetConditionException unmet(int position) {
    return new UnmetConditionException(
        List.of(position), List.of(), "the model makes no such value");
  }

  private int[] firstLatents() {
    int[] first = new int[columns.size() + 1];
    for (int i = 0; i < columns.size(); i++) {
      first[i + 1] = first[i] + columns.get(i).latents();
    }
    return first;
  }

  private static double[][] part(double[][] latents, int[] first, int column) {
    return Arrays.copyOfRange(latents, first[column], first[column + 1]);
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
