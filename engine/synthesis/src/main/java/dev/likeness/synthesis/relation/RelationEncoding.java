package dev.likeness.synthesis.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.UnmetConditionException;
import dev.likeness.synthesis.encoding.SchemaJson;
import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumericColumn;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TextColumn;
import dev.likeness.table.condition.CategorySet;
import dev.likeness.table.condition.NumberSet;
import dev.likeness.table.condition.Restriction;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.relation.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes relations out of a table, so that a model learns a smaller one, and puts them back into the
 * model's rows, so that they hold in every row.
 *
 * <p>Which relations are taken out, where they overlap: equal columns come first, then flags of one
 * group, sums, computed columns, what follows from what, orders, and fixed combinations; among
 * those of a kind the order in which they are given. One whose result others compute from waits
 * until they are done. A relation is left out when a column that it names is gone by then.
 *
 * <p>A column that will have conditions is taken out only where the column that stands for it can
 * express them: copies, flags, combinations, and what follows from public values.
 *
 * <p><b>Cost:</b> one pass over the columns of each relation, and one for each batch of rows.
 * <b>Randomness:</b> the stream {@code relations} of a request's seed, by row number.
 * <b>Thread-safe:</b> immutable.
 */
public final class RelationEncoding {

  private static final int FEWEST_ROWS = 50;

  private final Schema schema;
  private final Schema reduced;
  private final List<Integer> places;
  private final List<Step> steps;

  private RelationEncoding(Schema schema, Schema reduced, List<Integer> places, List<Step> steps) {
    this.schema = schema;
    this.reduced = reduced;
    this.places = places;
    this.steps = List.copyOf(steps);
  }

  /**
   * Learns how to keep relations.
   *
   * @param training rows to learn from
   * @param relations found in them; those with exceptions, or that rest on fewer than 50 rows, are
   *     left out
   * @param conditioned positions of columns that conditions will be put on
   * @param seed of the fit, which says how columns are protected
   */
  public static RelationEncoding fit(
      Table training, List<Relation> relations, Set<Integer> conditioned, long seed) {
    Set<String> names = new HashSet<>();
    conditioned.forEach(position -> names.add(training.schema().field(position).name()));
    List<Relation> firm =
        relations.stream()
            .filter(r -> r.support().exceptions() == 0 && r.support().rows() >= FEWEST_ROWS)
            .toList();
    Frame frame = new Frame(training);
    List<Step> steps = new Choice(frame, names, CounterRandom.of(seed)).of(firm);
    return new RelationEncoding(training.schema(), frame.schema(), frame.places(), steps);
  }

  /** Whether there is nothing to keep. */
  public boolean isIdle() {
    return steps.isEmpty();
  }

  /** The schema of whole rows. */
  public Schema schema() {
    return schema;
  }

  /** The schema of what a model learns. */
  public Schema reduced() {
    return reduced;
  }

  /** Places of the modelled columns of {@link #reduced} among those of the whole. */
  public List<Integer> places() {
    return places;
  }

  /** The relations that hold in every row, between columns of the whole. */
  public List<Relation> relations() {
    Set<String> names = new HashSet<>();
    schema.fields().forEach(field -> names.add(field.name()));
    return steps.stream()
        .filter(Step::isExact)
        .map(Step::relation)
        .filter(r -> names.containsAll(r.names()))
        .toList();
  }

  /**
   * What a model learns of whole rows.
   *
   * @throws IllegalArgumentException when they are not of the schema
   */
  public Table reduce(Table whole) {
    Frame frame = new Frame(whole);
    steps.forEach(step -> step.reduce(frame));
    return frame.table(reduced);
  }

  /**
   * Whole rows of what a model made.
   *
   * @param made rows of {@link #reduced}
   * @param from number of the first of them
   * @param seed of the sampled rows
   */
  public Table restore(Table made, long from, long seed) {
    Frame frame = new Frame(made);
    Draws draws = new Draws(from, CounterRandom.of(seed).derive("relations"));
    for (int i = steps.size() - 1; i >= 0; i--) {
      steps.get(i).restore(frame, draws.of(i));
    }
    return frame.table(schema);
  }

  /**
   * What the log likelihood of whole rows has beside that of their reduced ones: the chance of what
   * is drawn, and minus infinity for rows that are never restored.
   */
  public double[] logs(Table whole) {
    double[] logs = new double[whole.rows()];
    Frame frame = new Frame(whole);
    for (Step step : steps) {
      step.weigh(frame, logs);
      step.reduce(frame);
    }
    return logs;
  }

  /** Positions in {@link #reduced} of the columns that stand for some of the whole. */
  public Set<Integer> positions(Set<Integer> whole) {
    Map<String, ValueSet> sets = new HashMap<>();
    for (int position : whole) {
      Field field = schema.field(position);
      boolean names = field.type() == StorageType.CATEGORICAL || field.type() == StorageType.TEXT;
      sets.put(field.name(), names ? CategorySet.PRESENT : NumberSet.PRESENT);
    }
    steps.forEach(step -> step.restrict(sets));
    Set<Integer> positions = new HashSet<>();
    for (int i = 0; i < reduced.width(); i++) {
      if (sets.containsKey(reduced.field(i).name())) {
        positions.add(i);
      }
    }
    return positions;
  }

  /**
   * The same restriction on what a model makes.
   *
   * @return sets by position in {@link #reduced}
   * @throws UnmetConditionException when a column was taken out that nothing left can express
   */
  public Restriction restrict(Restriction whole) {
    Map<String, ValueSet> sets = new HashMap<>();
    whole.sets().forEach((position, set) -> sets.put(schema.field(position).name(), set));
    steps.forEach(step -> step.restrict(sets));
    TreeMap<Integer, ValueSet> moved = new TreeMap<>();
    for (int i = 0; i < reduced.width(); i++) {
      ValueSet set = sets.remove(reduced.field(i).name());
      if (set != null) {
        moved.put(i, set);
      }
    }
    if (!sets.isEmpty()) {
      List<String> names = sets.keySet().stream().sorted().toList();
      throw new UnmetConditionException(
          names.stream().map(this::position).toList(),
          names,
          "the model computes it from other columns, as it was learnt without these conditions");
    }
    return new Restriction(moved);
  }

  private int position(String name) {
    return schema.fields().stream().map(Field::name).toList().indexOf(name);
  }

  /** Positions of the whole columns that a column of {@link #reduced} stands for. */
  public List<Integer> standsFor(int position) {
    int own = position(reduced.field(position).name());
    if (own >= 0) {
      return List.of(own);
    }
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < schema.width(); i++) {
      if (positions(Set.of(i)).contains(position)) {
        found.add(i);
      }
    }
    return found;
  }

  /** Everything, as JSON and tensors. */
  public ObjectNode save(Map<String, Object> tensors) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("schema", SchemaJson.write(schema));
    ArrayNode list = node.putArray("steps");
    for (int i = 0; i < steps.size(); i++) {
      ObjectNode step = list.addObject();
      step.set("relation", StepJson.write(steps.get(i).relation()));
      steps.get(i).save(step, tensors, prefix(i));
    }
    return node;
  }

  private static String prefix(int step) {
    return "relation." + step + ".";
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param reduced what the model of the file makes
   * @throws CorruptModelException when it cannot have been written by it
   */
  public static RelationEncoding load(JsonNode node, ModelFile file, Schema reduced) {
    Schema schema = SchemaJson.read(node.path("schema"));
    try {
      Frame frame = new Frame(nothing(schema));
      List<Step> steps = new ArrayList<>();
      for (JsonNode step : node.path("steps")) {
        Step read = StepJson.read(step, file, prefix(steps.size()), frame);
        read.reduce(frame);
        steps.add(read);
      }
      RelationEncoding encoding = new RelationEncoding(schema, reduced, frame.places(), steps);
      if (!frame.table(reduced).schema().equals(frame.schema())
          || !encoding.restore(nothing(reduced), 0, 0).schema().equals(schema)) {
        throw new CorruptModelException("relations lead to other columns than the model has");
      }
      return encoding;
    } catch (CorruptModelException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new CorruptModelException("relations do not fit the columns");
    }
  }

  /** A table without rows. */
  private static Table nothing(Schema schema) {
    return new Table(
        schema,
        schema.fields().stream()
            .<Column>map(
                field ->
                    switch (field.type()) {
                      case NUMERIC -> new NumericColumn(new double[0]);
                      case CATEGORICAL -> new CategoricalColumn(new int[0], List.of());
                      case TEMPORAL -> new TemporalColumn(new long[0]);
                      case TEXT -> new TextColumn(List.of());
                    })
            .toList());
  }
}
