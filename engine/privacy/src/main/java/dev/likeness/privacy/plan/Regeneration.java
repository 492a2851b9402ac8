package dev.likeness.privacy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.privacy.fake.DrawSource;
import dev.likeness.privacy.fake.Fake;
import dev.likeness.privacy.treatment.BoundTreatment;
import dev.likeness.privacy.treatment.CellTreatment;
import dev.likeness.privacy.treatment.ColumnContext;
import dev.likeness.privacy.treatment.FakeTreatment;
import dev.likeness.privacy.treatment.People;
import dev.likeness.privacy.treatment.PlaceholderTreatment;
import dev.likeness.privacy.treatment.Row;
import dev.likeness.privacy.treatment.SynthesisRule;
import dev.likeness.privacy.treatment.TableContext;
import dev.likeness.privacy.treatment.Vault;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.Table;
import dev.likeness.table.TableJson;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextColumn;
import dev.likeness.table.TextFormat;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.TextBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Treated columns in synthesis: left out of the fit, filled in afterwards.
 *
 * <p>Every new row is about a new person (or, where persons repeat in the table, about one of as
 * many); names, e-mail addresses and whatever repeats as persons do follow from that person's
 * number, so they agree with each other, and with gender and country as the model made them. Values
 * that did not repeat do not repeat. Missing cells are those that the model left empty.
 *
 * <p><b>Randomness:</b> stream {@code regenerate} of the request's seed, addressed by row number:
 * any range of rows can be made anywhere. <b>Thread-safe:</b> yes.
 */
public final class Regeneration {

  private static final Set<String> NAMES = Set.of("given_name", "family_name");
  private static final Set<String> PERSONS = Set.of("person_name", "email", "username");
  private static final double ALIKE = 0.1;
  private static final int CENTURY = 36_525;

  private final TableContext table;
  private final List<Regenerated> columns;
  private final Set<Integer> dropped;
  private final long persons;
  private final Schema schema;
  private final Map<Integer, Filling> fillings = new HashMap<>();

  private Regeneration(
      TableContext table, List<Regenerated> columns, Set<Integer> dropped, long persons) {
    this.table = table;
    this.columns = List.copyOf(columns);
    this.dropped = Set.copyOf(dropped);
    this.persons = persons;
    Map<Integer, Regenerated> byPosition = new HashMap<>();
    columns.forEach(column -> byPosition.put(column.position(), column));
    this.schema =
        new Schema(kept().map(i -> byPosition.containsKey(i) ? text(field(i)) : field(i)).toList());
    columns.forEach(column -> fillings.put(column.position(), new Filling(column)));
  }

  private java.util.stream.Stream<Integer> kept() {
    return IntStream.range(0, table.columns().size()).filter(i -> !dropped.contains(i)).boxed();
  }

  private Field field(int position) {
    return table.columns().get(position).field();
  }

  private static Field text(Field field) {
    return new Field(
        field.name(),
        StorageType.TEXT,
        Measure.NOMINAL,
        field.role(),
        new TextFormat(field.format().missingToken()));
  }

  /** How each column of a table takes part in synthesis under a plan. */
  public static SynthesisRule rule(TableContext.Column column, TreatmentPlan plan) {
    boolean modelled = column.field().isModelled();
    Optional<TreatmentChoice> choice = plan.of(column.field().name());
    if (choice.isEmpty()) {
      return modelled ? SynthesisRule.MODEL : SynthesisRule.FRESH;
    }
    SynthesisRule rule = choice.get().bound().synthesis();
    boolean idle =
        choice.get().name().equals(FakeTreatment.NAME) && modelled && !Fake.knows(column.type());
    return idle || rule == SynthesisRule.MODEL && modelled
        ? SynthesisRule.MODEL
        : rule == SynthesisRule.MODEL || rule == SynthesisRule.REFUSED ? SynthesisRule.FRESH : rule;
  }

  /** Positions of the columns that the model must not see. */
  public static List<Integer> hidden(TableContext table, TreatmentPlan plan) {
    return IntStream.range(0, table.columns().size())
        .filter(
            i -> {
              TableContext.Column column = table.columns().get(i);
              SynthesisRule rule = rule(column, plan);
              return rule == SynthesisRule.FRESH
                  || rule == SynthesisRule.DROP
                  || rule == SynthesisRule.AFTERWARDS && !column.field().isModelled();
            })
        .boxed()
        .toList();
  }

  /**
   * Looks at the columns that the model will not see.
   *
   * @param table all columns that new rows are made of
   * @param plan checked before
   * @param hidden positions of the columns, as {@link #hidden} gave them
   * @param cells the training rows of those columns, in that order
   */
  public static Regeneration learn(
      TableContext table, TreatmentPlan plan, List<Integer> hidden, Table cells) {
    Map<Integer, Specimens> looks = new HashMap<>();
    for (int i = 0; i < hidden.size(); i++) {
      TableContext.Column column = table.columns().get(hidden.get(i));
      Fake fake = Fake.of(column.type(), column.field());
      looks.put(hidden.get(i), Specimens.of(fake, column.field(), cells.column(i)));
    }
    long persons = persons(table, looks);
    List<Regenerated> columns = new ArrayList<>();
    Set<Integer> dropped = new java.util.TreeSet<>();
    for (int i = 0; i < table.columns().size(); i++) {
      SynthesisRule rule = rule(table.columns().get(i), plan);
      Optional<Specimens> look = Optional.ofNullable(looks.get(i));
      TreatmentChoice choice =
          plan.of(table.columns().get(i).field().name())
              .filter(chosen -> chosen.bound().synthesis() != SynthesisRule.MODEL)
              .orElse(TreatmentChoice.usual(PlaceholderTreatment.NAME));
      if (rule == SynthesisRule.DROP) {
        dropped.add(i);
      } else if (look.isPresent()) {
        columns.add(fresh(i, choice, table.columns().get(i).type(), look.get(), persons));
      } else if (rule == SynthesisRule.AFTERWARDS) {
        columns.add(Regenerated.afterwards(i, choice));
      }
    }
    return new Regeneration(table, columns, dropped, persons);
  }

  private static Regenerated fresh(
      int position, TreatmentChoice choice, String type, Specimens look, long persons) {
    long things = look.things();
    boolean alike = persons > 0 && Math.abs(things - persons) <= ALIKE * persons;
    boolean personal = NAMES.contains(type) || PERSONS.contains(type) || alike;
    String prefix = Fake.knows(type) ? "" : look.prefix();
    return new Regenerated(
        position,
        choice,
        false,
        look.missingShare(),
        things,
        personal,
        prefix,
        look.shapes(prefix.length()));
  }

  /** How many people the table is about; 0 where every row is about another. */
  private static long persons(TableContext table, Map<Integer, Specimens> looks) {
    List<Long> counts =
        looks.entrySet().stream()
            .filter(look -> PERSONS.contains(table.columns().get(look.getKey()).type()))
            .map(look -> look.getValue().things())
            .toList();
    return counts.isEmpty() || counts.contains(0L)
        ? 0
        : counts.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The schema of the rows that come out. */
  public Schema schema() {
    return schema;
  }

  /** Positions, among the columns that new rows are made of, of those that come out. */
  public List<Integer> positions() {
    return kept().toList();
  }

  /** Number of columns that the model makes. */
  public int width() {
    return table.columns().size();
  }

  /** Whether nothing is filled in, treated or left out. */
  public boolean isIdle() {
    return columns.isEmpty() && dropped.isEmpty();
  }

  /**
   * New rows with the hidden columns filled in.
   *
   * @param made rows as the model made them; of its hidden columns only what is missing counts
   * @param from number of the first of these rows
   * @param seed of the request
   */
  public Table fill(Table made, long from, long seed) {
    CounterRandom random = CounterRandom.of(seed).derive("regenerate");
    Cells cells = new Cells(made, from);
    List<Column> filled = new ArrayList<>();
    kept()
        .forEach(
            i -> {
              Filling filling = fillings.get(i);
              filled.add(filling == null ? made.column(i) : filling.fill(cells, random));
            });
    return new Table(schema, filled);
  }

  /** Rows of the model, and the one that is looked at. */
  private final class Cells implements Row {

    private final Table made;
    private final long from;
    private final Map<Integer, IntFunction<Optional<String>>> texts = new HashMap<>();
    private int at;

    Cells(Table made, long from) {
      this.made = made;
      this.from = from;
    }

    @Override
    public long number() {
      return from + at;
    }

    @Override
    public Optional<String> original(int column) {
      boolean hidden = fillings.containsKey(column) && !fillings.get(column).learnt.modelled();
      return hidden || dropped.contains(column) ? Optional.empty() : text(column);
    }

    Optional<String> text(int column) {
      return texts
          .computeIfAbsent(column, i -> CellText.of(made.schema().field(i), made.column(i)))
          .apply(at);
    }
  }

  /** Fills one column. */
  private final class Filling {

    private final Regenerated learnt;
    private final BoundTreatment<?> treatment;
    private final Optional<CellTreatment> afterwards;
    private final Fake fake;
    private final People people;
    private final Field field;

    Filling(Regenerated learnt) {
      this.learnt = learnt;
      this.treatment = learnt.treatment().bound();
      this.field = field(learnt.position());
      String type = table.columns().get(learnt.position()).type();
      this.fake = Fake.of(type, field);
      this.people = People.of(table, learnt.position(), locale(treatment));
      this.afterwards =
          treatment.synthesis() == SynthesisRule.AFTERWARDS
              ? Optional.of(
                  treatment.prepare(
                      new ColumnContext(table, learnt.position(), Optional.empty(), Vault.NONE)))
              : Optional.empty();
    }

    private static String locale(BoundTreatment<?> treatment) {
      return treatment.optionsJson().path("locale").asText(People.AUTO);
    }

    TextColumn fill(Cells cells, CounterRandom random) {
      Streams streams = Streams.of(random, random.derive(learnt.position()), learnt.personal());
      List<Optional<String>> values = new ArrayList<>(cells.made.rows());
      for (int row = 0; row < cells.made.rows(); row++) {
        cells.at = row;
        values.add(cell(cells, streams));
      }
      return new TextColumn(values);
    }

    private Optional<String> cell(Cells cells, Streams streams) {
      if (learnt.modelled()) {
        return cells
            .text(learnt.position())
            .map(value -> afterwards.orElseThrow().treat(value, cells));
      }
      long row = cells.number();
      if (cells.made.column(learnt.position()).isMissing(cells.at)) {
        return Optional.empty();
      }
      if (treatment.name().equals(PlaceholderTreatment.NAME)) {
        return Optional.of(placeholder(row));
      }
      long things = learnt.personal() ? persons : learnt.things();
      long thing = things == 0 ? row : streams.choice().below(things, row, 0);
      String made = made(thing, cells, streams);
      return Optional.of(
          afterwards.isPresent()
              ? afterwards.get().treat(made, cells)
              : treatment.fresh(made, streams.fresh(), thing));
    }

    private String made(long thing, Cells cells, Streams streams) {
      String specimen = specimen(streams.specimen().uniform(thing, 0));
      String like = specimen.substring(Math.min(learnt.prefix().length(), specimen.length()));
      DrawSource draws = DrawSource.fresh(streams.values(), thing);
      return learnt.prefix() + fake.make(like, draws, people.of(cells));
    }

    private String specimen(double uniform) {
      for (Regenerated.Specimen specimen : learnt.specimens()) {
        if (uniform < specimen.share()) {
          return specimen.text();
        }
      }
      return fake.usualSpecimen();
    }

    private String placeholder(long row) {
      return switch (field.format()) {
        case NumberFormat format -> {
          TextBuffer out = new TextBuffer(24);
          NumberText.of(format).write(row + 1.0, out);
          yield out.toString();
        }
        case TemporalFormat format -> {
          TextBuffer out = new TextBuffer(24);
          TemporalText.of(format).write((row + 1) % CENTURY, out);
          yield out.toString();
        }
        case TextFormat ignored -> {
          String number = Long.toString(row + 1);
          yield field.name() + "-" + "0".repeat(Math.max(0, 6 - number.length())) + number;
        }
      };
    }
  }

  /** The random numbers of one column; what belongs to persons is shared by all their columns. */
  private record Streams(
      CounterRandom choice, CounterRandom specimen, CounterRandom values, CounterRandom fresh) {

    static Streams of(CounterRandom all, CounterRandom own, boolean personal) {
      return new Streams(
          personal ? all.derive("person") : own.derive("thing"),
          own.derive("specimen"),
          personal ? all.derive("people") : own.derive("things"),
          own.derive("fresh"));
    }
  }

  /** How this stands in a model file. */
  private record Saved(
      List<TableContext.Column> table,
      List<Regenerated> columns,
      List<Integer> dropped,
      long persons) {}

  /** As JSON. */
  public JsonNode save() {
    return TableJson.mapper()
        .valueToTree(
            new Saved(table.columns(), columns, dropped.stream().sorted().toList(), persons));
  }

  /**
   * Reads what {@link #save} gave.
   *
   * @throws IllegalArgumentException when it cannot have been given by it
   */
  public static Regeneration load(JsonNode json) {
    try {
      Saved saved = TableJson.mapper().treeToValue(json, Saved.class);
      return new Regeneration(
          new TableContext(saved.table()),
          saved.columns(),
          Set.copyOf(saved.dropped()),
          saved.persons());
    } catch (JsonProcessingException | NullPointerException e) {
      throw new IllegalArgumentException("regeneration is not one, expected what was saved");
    }
  }

  /** The table's columns with the hidden ones marked so that no model looks at them. */
  public static Schema hide(Schema schema, List<Integer> hidden) {
    return new Schema(
        IntStream.range(0, schema.width())
            .mapToObj(
                i ->
                    hidden.contains(i) && schema.field(i).isModelled()
                        ? direct(schema.field(i))
                        : schema.field(i))
            .toList());
  }

  private static Field direct(Field field) {
    return new Field(
        field.name(), field.type(), field.measure(), Role.DIRECT_IDENTIFIER, field.format());
  }
}
