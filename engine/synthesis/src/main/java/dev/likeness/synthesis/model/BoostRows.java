package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.boosting.ClassTrees;
import dev.likeness.boosting.Feature;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.condition.Restriction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Columns one after another, each drawn from its probabilities given the columns before it.
 *
 * <p><b>Cost:</b> for each row and column, the trees of as many nodes as its hierarchy is deep.
 * <b>Randomness:</b> one uniform for each row and column, used for the class and, with what is left
 * of it, for the place within. <b>Thread-safe:</b> immutable.
 *
 * @param order position, among the modelled columns of the schema, of the column that comes first,
 *     second, …; all else here is in this order
 * @param columns how each column is binned
 * @param parents positions of the columns that each column is told by, all before it
 * @param trees probabilities of each column's classes; feature i is the i-th parent
 */
record BoostRows(
    int[] order, List<BinnedColumn> columns, List<int[]> parents, List<ClassTrees> trees)
    implements LikelihoodRows {

  private static final int BLOCK_ROWS = 8192;
  private static final List<String> TENSORS =
      List.of(
          "order",
          "cuts",
          "start",
          "trees",
          "sizes",
          "places",
          "thresholds",
          "categories",
          "leaves");

  BoostRows {
    columns = List.copyOf(columns);
    parents = List.copyOf(parents);
    trees = List.copyOf(trees);
  }

  @Override
  public int blockRows() {
    return BLOCK_ROWS;
  }

  @Override
  public List<Column> generate(long from, int rows, CounterRandom random) {
    BoostDraft draft = BoostDraft.of(columns.size(), from, rows);
    ClassTrees.Scratch scratch = new ClassTrees.Scratch();
    for (int column = 0; column < columns.size(); column++) {
      draw(draft, column, random, scratch);
    }
    return decode(draft, Map.of());
  }

  @Override
  public RowGenerator given(Restriction restriction, RunContext run) {
    int[] places = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      places[order[i]] = i;
    }
    return ConditionedBoost.of(this, restriction.moved(position -> places[position]));
  }

  /** Draws a column of a draft that has all columns before it. */
  void draw(BoostDraft draft, int column, CounterRandom random, ClassTrees.Scratch scratch) {
    double[] uniforms = draft.uniforms(column, random);
    int[] classes = new int[draft.rows()];
    trees.get(column).draw(told(draft.codes(), column), classes.length, uniforms, classes, scratch);
    draft.set(column, classes, columns.get(column).codes(classes));
  }

  /**
   * Draws a column of a draft among what is wanted only.
   *
   * @return how likely that was, in each row
   */
  double[] draw(
      BoostDraft draft,
      int column,
      BinnedColumn.Wanted wanted,
      CounterRandom random,
      ClassTrees.Scratch scratch) {
    double[] uniforms = draft.uniforms(column, random);
    int[] classes = new int[draft.rows()];
    double[] masses = new double[draft.rows()];
    byte[][] told = told(draft.codes(), column);
    trees
        .get(column)
        .drawWanted(told, classes.length, wanted.shares(), uniforms, classes, masses, scratch);
    draft.set(column, classes, columns.get(column).codes(classes));
    return masses;
  }

  /** The values of a whole draft, in schema order. */
  List<Column> decode(BoostDraft draft, Map<Integer, BinnedColumn.Wanted> wanted) {
    Column[] made = new Column[columns.size()];
    for (int i = 0; i < made.length; i++) {
      int[] classes = draft.classes(i);
      double[] uniforms = draft.uniforms(i);
      BinnedColumn.Wanted within = wanted.get(i);
      made[order[i]] =
          within == null
              ? columns.get(i).decode(classes, uniforms)
              : within.decode(classes, uniforms);
    }
    return List.of(made);
  }

  /**
   * The same model with odds moved so that made rows have the right shares of every class.
   *
   * @param rows that it makes to see
   * @param shares wanted of each column's nodes
   */
  BoostRows calibrated(int rows, List<double[]> shares, CounterRandom random, RunContext run) {
    ClassTrees.Scratch scratch = new ClassTrees.Scratch();
    byte[][] codes = new byte[columns.size()][];
    int[] classes = new int[rows];
    double[] uniforms = new double[rows];
    List<ClassTrees> moved = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      run.cancellation().check();
      for (int row = 0; row < rows; row++) {
        uniforms[row] = random.uniform(row, column);
      }
      byte[][] told = told(codes, column);
      moved.add(
          trees.get(column).calibrated(told, rows, uniforms, classes, shares.get(column), scratch));
      codes[column] = columns.get(column).codes(classes);
    }
    return new BoostRows(order, columns, parents, moved);
  }

  /** The codes that a column is told by. */
  private byte[][] told(byte[][] codes, int column) {
    int[] from = parents.get(column);
    byte[][] told = new byte[from.length][];
    for (int i = 0; i < from.length; i++) {
      told[i] = codes[from[i]];
    }
    return told;
  }

  @Override
  public double[] logLikelihood(List<Column> values, int rows, RunContext run) {
    double[] all = new double[rows];
    Parallel.forEach(
        Parallel.blocks(rows, BLOCK_ROWS),
        run,
        block -> {
          int from = block * BLOCK_ROWS;
          int[] part = IntStream.range(from, Math.min(rows, from + BLOCK_ROWS)).toArray();
          double[] sums = logLikelihood(values.stream().map(c -> c.select(part)).toList());
          System.arraycopy(sums, 0, all, from, sums.length);
        });
    return all;
  }

  private double[] logLikelihood(List<Column> values) {
    double[] sums = new double[values.isEmpty() ? 0 : values.get(0).size()];
    ClassTrees.Scratch scratch = new ClassTrees.Scratch();
    byte[][] codes = new byte[columns.size()][];
    for (int column = 0; column < columns.size(); column++) {
      BinnedColumn binned = columns.get(column);
      Column own = values.get(order[column]);
      int[] classes = binned.classesOf(own);
      trees.get(column).addLogProbability(told(codes, column), classes, sums, scratch);
      binned.addLogShare(own, classes, sums);
      codes[column] = binned.codes(classes);
    }
    return sums;
  }

  @Override
  public void save(ObjectNode header, Map<String, Object> tensors) {
    tensors.put("order", order);
    ArrayNode list = header.putArray("columns");
    for (int column = 0; column < columns.size(); column++) {
      columns.get(column).save(list.addObject(), tensors, "column." + column + ".");
      String prefix = "trees." + column + ".";
      trees.get(column).tensors().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
      tensors.put(prefix + "parents", parents.get(column));
    }
  }

  /** Reads what {@link #save} wrote. */
  static BoostRows load(ModelFile file, List<Field> fields) {
    JsonNode list = file.header().path("columns");
    if (list.size() != fields.size()) {
      throw new CorruptModelException("number of columns differs from the schema");
    }
    int[] order = order(file.ints("order"), fields.size());
    List<BinnedColumn> columns = new ArrayList<>();
    List<int[]> parents = new ArrayList<>();
    List<ClassTrees> trees = new ArrayList<>();
    for (int column = 0; column < fields.size(); column++) {
      String prefix = "column." + column + ".";
      Field field = fields.get(order[column]);
      columns.add(BinnedColumn.load(list.get(column), file, prefix, field));
      parents.add(parents(file.ints("trees." + column + ".parents"), column));
      trees.add(trees(file, column, columns, parents.get(column)));
    }
    return new BoostRows(order, columns, parents, trees);
  }

  private static int[] order(int[] order, int width) {
    int[] sorted = Arrays.stream(order).sorted().toArray();
    if (!Arrays.equals(sorted, IntStream.range(0, width).toArray())) {
      throw new CorruptModelException("order of the columns is none");
    }
    return order;
  }

  private static int[] parents(int[] positions, int column) {
    for (int position : positions) {
      if (position < 0 || position >= column) {
        throw new CorruptModelException("a column is told by one that does not come before it");
      }
    }
    return positions;
  }

  private static ClassTrees trees(
      ModelFile file, int column, List<BinnedColumn> columns, int[] parents) {
    List<Feature> features = new ArrayList<>();
    for (int parent : parents) {
      features.add(columns.get(parent).feature());
    }
    Map<String, Object> tensors = new HashMap<>();
    for (String name : TENSORS) {
      Object tensor = file.tensors().get("trees." + column + "." + name);
      if (tensor != null) {
        tensors.put(name, tensor);
      }
    }
    try {
      ClassTrees trees = ClassTrees.of(features, tensors);
      if (trees.hierarchy().classes() != columns.get(column).classes()) {
        throw new CorruptModelException("trees and bins of a column do not fit");
      }
      return trees;
    } catch (IllegalArgumentException e) {
      throw e instanceof CorruptModelException corrupt
          ? corrupt
          : new CorruptModelException("trees of a column are damaged");
    }
  }
}
