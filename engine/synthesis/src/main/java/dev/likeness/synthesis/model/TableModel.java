package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.Parallel;
import dev.likeness.numerics.RunContext;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.FittedSynthesizer;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.Provenance;
import dev.likeness.synthesis.SampleRequest;
import dev.likeness.synthesis.UnmetConditionException;
import dev.likeness.synthesis.encoding.Placeholder;
import dev.likeness.synthesis.encoding.SchemaJson;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.RowSink;
import dev.likeness.table.Schema;
import dev.likeness.table.Table;
import dev.likeness.table.condition.CategorySet;
import dev.likeness.table.condition.NumberSet;
import dev.likeness.table.condition.Restriction;
import dev.likeness.table.condition.ValueSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Everything about a fitted model that does not depend on its mathematics: schema, provenance,
 * placeholders, rows made in parallel blocks, saving and loading.
 *
 * <p><b>Randomness:</b> the stream {@code sample} of the request's seed for the model, {@code
 * placeholder} for the rest, both addressed by row number. <b>Memory:</b> two blocks of {@link
 * RowGenerator#blockRows} rows for each thread.
 */
final class TableModel implements FittedSynthesizer {

  private final Schema schema;
  private final Provenance provenance;
  private final Map<Integer, Placeholder> placeholders;
  private final RowGenerator generator;

  private TableModel(
      Schema schema,
      Provenance provenance,
      Map<Integer, Placeholder> placeholders,
      RowGenerator generator) {
    this.schema = schema;
    this.provenance = provenance;
    this.placeholders = Map.copyOf(placeholders);
    this.generator = generator;
  }

  /** A model of a table: what the generator learnt, and placeholders for what it may not see. */
  static TableModel of(Table table, Provenance provenance, RowGenerator generator) {
    Map<Integer, Placeholder> placeholders = new HashMap<>();
    for (int i = 0; i < table.schema().width(); i++) {
      Field field = table.schema().field(i);
      if (!field.isModelled()) {
        placeholders.put(i, Placeholder.of(field, table.column(i)));
      }
    }
    return new TableModel(table.schema(), provenance, placeholders, generator);
  }

  /** Says where a model comes from. */
  static Provenance provenance(String model, long seed, long rows, JsonNode options) {
    String version = TableModel.class.getPackage().getImplementationVersion();
    return new Provenance(model, version == null ? "dev" : version, seed, rows, options);
  }

  /** The fields of a schema that models may look at. */
  static List<Field> modelled(Schema schema) {
    return schema.fields().stream().filter(Field::isModelled).toList();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public void sample(SampleRequest request, RowSink sink, RunContext run) {
    CounterRandom random = CounterRandom.of(request.seed());
    PlannedRows planned = new PlannedRows(request.plan(), wish -> given(wish, run), run);
    long rows = request.to() - request.from();
    int size = generator.blockRows();
    int blocks = Parallel.blocks(rows, size);
    run.progress().at("sample", 0);
    int[] done = {0};
    Parallel.inOrder(
        blocks,
        run,
        block -> {
          long from = request.from() + (long) block * size;
          int count = (int) Math.min(size, request.to() - from);
          return block(from, made(planned, from, count, random), random);
        },
        batch -> {
          sink.accept(batch);
          run.progress().at("sample", (double) ++done[0] / blocks);
        });
  }

  /** The generator under a restriction on columns of the schema. */
  private RowGenerator given(Restriction restriction, RunContext run) {
    restriction.sets().forEach(this::checkPlaceholder);
    Restriction modelled = restriction.moved(this::modelledPosition);
    if (modelled.isFree()) {
      return generator;
    }
    try {
      return generator.given(modelled, run);
    } catch (UnmetConditionException e) {
      throw named(e);
    }
  }

  /** Of a placeholder only whether it is missing can be wanted, and that must be possible. */
  private void checkPlaceholder(int position, ValueSet set) {
    Placeholder placeholder = placeholders.get(position);
    if (placeholder == null) {
      return;
    }
    boolean presence = set.and(present(set)).equals(present(set)) || set.equals(missing(set));
    boolean possible =
        set.missing() ? placeholder.missingShare() > 0 : placeholder.missingShare() < 1;
    if (!presence || !possible) {
      throw new UnmetConditionException(
          List.of(position),
          List.of(schema.field(position).name()),
          presence ? "the model makes no such value" : "the model does not look at the column");
    }
  }

  private static ValueSet present(ValueSet like) {
    return switch (like) {
      case NumberSet ignored -> NumberSet.PRESENT;
      case CategorySet ignored -> CategorySet.PRESENT;
    };
  }

  private static ValueSet missing(ValueSet like) {
    return switch (like) {
      case NumberSet ignored -> NumberSet.MISSING;
      case CategorySet ignored -> CategorySet.MISSING;
    };
  }

  private PlannedRows.Made made(PlannedRows planned, long from, int rows, CounterRandom random) {
    try {
      return planned.generate(from, rows, random.derive("sample"));
    } catch (UnmetConditionException e) {
      throw named(e);
    }
  }

  /** Position among the modelled columns, or -1. */
  private int modelledPosition(int position) {
    return schema.field(position).isModelled()
        ? (int) schema.fields().subList(0, position).stream().filter(Field::isModelled).count()
        : -1;
  }

  /** The exception of a generator, which knows modelled columns by position only. */
  private UnmetConditionException named(UnmetConditionException failure) {
    int[] modelled =
        IntStream.range(0, schema.width()).filter(i -> schema.field(i).isModelled()).toArray();
    List<Integer> positions = failure.positions().stream().map(i -> modelled[i]).toList();
    return new UnmetConditionException(
        positions, positions.stream().map(i -> schema.field(i).name()).toList(), failure.reason());
  }

  private Table block(long from, PlannedRows.Made made, CounterRandom random) {
    CounterRandom filling = random.derive("placeholder");
    List<Column> columns = new ArrayList<>(schema.width());
    int next = 0;
    for (int i = 0; i < schema.width(); i++) {
      Placeholder placeholder = placeholders.get(i);
      if (placeholder == null) {
        columns.add(made.columns().get(next++));
      } else {
        int rows = made.restrictions().size();
        boolean[] missing = placeholder.missing(from, rows, filling.derive(i));
        columns.add(placeholder.make(from, wanted(i, missing, made.restrictions())));
      }
    }
    return new Table(schema, columns);
  }

  /** Which values are missing where restrictions may want them to be or not to be. */
  private static boolean[] wanted(int position, boolean[] missing, List<Restriction> wishes) {
    for (int row = 0; row < missing.length; row++) {
      ValueSet set = wishes.get(row).sets().get(position);
      if (set != null && set.missing() != missing[row]) {
        boolean both = set.missing() && !set.equals(missing(set));
        missing[row] = both ? missing[row] : set.missing();
      }
    }
    return missing;
  }

  @Override
  public ModelFile save() {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("model", provenance.model());
    header.put("version", provenance.version());
    header.put("seed", provenance.seed());
    header.put("rows", provenance.rows());
    header.set("options", provenance.options());
    header.set("schema", SchemaJson.write(schema));
    ArrayNode shares = header.putArray("placeholders");
    for (int i = 0; i < schema.width(); i++) {
      if (placeholders.containsKey(i)) {
        shares.add(placeholders.get(i).missingShare());
      }
    }
    Map<String, Object> tensors = new HashMap<>();
    generator.save(header, tensors);
    return new ModelFile(header, tensors);
  }

  /** Restores a model around a generator that was restored from the same file. */
  static TableModel load(ModelFile file, String model, RowGenerator generator) {
    JsonNode header = file.header();
    if (!header.path("model").asText().equals(model)) {
      throw new CorruptModelException("model is another than " + model);
    }
    Schema schema = schema(file);
    Provenance provenance =
        new Provenance(
            model,
            header.path("version").asText(),
            header.path("seed").asLong(),
            header.path("rows").asLong(),
            header.path("options"));
    return new TableModel(schema, provenance, placeholders(schema, header), generator);
  }

  /** The schema in a model file. */
  static Schema schema(ModelFile file) {
    return SchemaJson.read(file.header().path("schema"));
  }

  private static Map<Integer, Placeholder> placeholders(Schema schema, JsonNode header) {
    Map<Integer, Placeholder> placeholders = new HashMap<>();
    for (int i = 0; i < schema.width(); i++) {
      if (!schema.field(i).isModelled()) {
        double share = header.path("placeholders").path(placeholders.size()).asDouble(-1);
        if (!(share >= 0 && share <= 1)) {
          throw new CorruptModelException("a share of missing values lies outside [0, 1]");
        }
        placeholders.put(i, new Placeholder(schema.field(i), share));
      }
    }
    return placeholders;
  }
}
