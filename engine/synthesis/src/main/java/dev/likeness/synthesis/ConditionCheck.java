package dev.likeness.synthesis;

import dev.likeness.numerics.CounterRandom;
import dev.likeness.synthesis.encoding.CategoryEncoding;
import dev.likeness.synthesis.encoding.ColumnEncoding;
import dev.likeness.synthesis.encoding.QuantileEncoding;
import dev.likeness.synthesis.encoding.TableEncoding;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Schema;
import dev.likeness.table.TableSource;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TextFormat;
import dev.likeness.table.condition.BoundCondition;
import dev.likeness.table.condition.Condition;
import dev.likeness.table.condition.ConditionBinder;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.ConditionsJson;
import dev.likeness.table.condition.InvalidConditionException;
import dev.likeness.table.condition.InvalidConditionException.Reason;
import dev.likeness.table.condition.Literal;
import dev.likeness.table.condition.NumberSet;
import dev.likeness.table.condition.Restriction;
import dev.likeness.table.condition.ValueSet;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import dev.likeness.table.format.TextBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether conditions can be met, judged column by column by the encodings that a fit would learn:
 * the same rows, the same k. So what it says of a value is what the model would say, and a value
 * that fewer than k rows have is as unknown as one that nobody has.
 *
 * <p><b>Thread-safe:</b> no.
 */
final class ConditionCheck {

  private static final int USUAL_CATEGORIES = 1000;
  private static final long SOME_ROWS = 1_000_000;
  private static final double LAST = 1 - 0x1p-53;

  private final TableSource training;
  private final Schema schema;
  private final ConditionBinder binder;
  private final Conditions conditions;
  private final int maxCategories;
  private final CounterRandom random;
  private final Map<Integer, ColumnEncoding> encodings = new HashMap<>();

  private ConditionCheck(TableSource training, SynthesisRequest request, int maxCategories) {
    this.training = training;
    this.schema = training.schema();
    this.binder = new ConditionBinder(schema);
    this.conditions = request.conditions();
    this.maxCategories = maxCategories;
    this.random = CounterRandom.of(request.seed());
  }

  static ConditionCheck of(TableSource source, SynthesisRequest request) {
    int maxCategories =
        Synthesizers.toJson(
                Synthesizers.bind(Synthesizers.named(request.model()), request.options()))
            .path("max_categories")
            .asInt(USUAL_CATEGORIES);
    return new ConditionCheck(Synthesis.training(source, request), request, maxCategories);
  }

  /**
   * Checks everything.
   *
   * @throws InvalidConditionException naming the place
   */
  void run() {
    List<List<BoundCondition>> groups = binder.bind(conditions);
    RowPlans.of(conditions, schema, conditions.rows().orElse(SOME_ROWS));
    for (List<BoundCondition> group : groups) {
      group.forEach(this::check);
      checkTogether(group);
    }
    conditions.rebalance().ifPresent(this::check);
  }

  private void check(BoundCondition condition) {
    switch (condition.condition()) {
      case Condition.Comparison comparison ->
          checkValue(condition.position(), comparison.value(), condition.pointer() + "/value");
      case Condition.OneOf oneOf -> {
        for (int i = 0; i < oneOf.values().size(); i++) {
          Literal value = oneOf.values().get(i);
          checkValue(condition.position(), value, condition.pointer() + "/value/" + i);
        }
      }
      case Condition.Presence ignored -> {}
    }
    checkPossible(condition.position(), condition.set(), condition.pointer());
  }

  /** Whether a category is one that the model knows by its name. */
  private void checkValue(int position, Literal value, String pointer) {
    if (encoding(position).orElse(null) instanceof CategoryEncoding categories
        && !categories.levels().contains(value.text())) {
      throw new InvalidConditionException(
          Reason.UNKNOWN_VALUE,
          pointer,
          "the column " + schema.field(position).name() + " has no such public value",
          categories.nearest(value.text()));
    }
  }

  private void checkTogether(List<BoundCondition> group) {
    Restriction together = binder.restriction(group);
    for (BoundCondition condition : group) {
      ValueSet set = together.sets().get(condition.position());
      if (set != null) {
        checkPossible(condition.position(), set, condition.pointer());
      }
    }
  }

  private void check(Conditions.Rebalance rebalance) {
    int position = binder.position(rebalance);
    for (Conditions.Share share : rebalance.shares()) {
      share.value().ifPresent(value -> checkValue(position, value, ConditionsJson.pointer(share)));
    }
    for (ConditionBinder.BoundShare share : binder.shares(rebalance)) {
      if (share.share() > 0) {
        checkPossible(position, share.set(), share.pointer());
      }
    }
  }

  private void checkPossible(int position, ValueSet set, String pointer) {
    Optional<ColumnEncoding> encoding = encoding(position);
    boolean possible =
        encoding.isPresent()
            ? encoding.get().region(set).isPresent()
            : presencePossible(position, set);
    if (!possible) {
      throw new InvalidConditionException(
          Reason.IMPOSSIBLE,
          pointer,
          "no row fulfils this: " + what(position, set),
          near(position, set));
    }
  }

  /** What the column has instead: nothing that fewer than k rows show. */
  private String what(int position, ValueSet set) {
    String column = "the column " + schema.field(position).name();
    if (set.missing()) {
      return column + " has no missing values";
    }
    return encoding(position).orElse(null) instanceof QuantileEncoding numbers
            && numbers.missingShare() < 1
        ? column
            + " has values from "
            + text(position, numbers.quantile(0))
            + " to "
            + text(position, numbers.quantile(LAST))
        : column + " has no such public value";
  }

  /** The value nearest to the only one that is wanted. */
  private Optional<String> near(int position, ValueSet set) {
    if (set instanceof NumberSet wanted
        && wanted.intervals().size() == 1
        && wanted.intervals().get(0).lower() == wanted.intervals().get(0).upper()
        && encoding(position).orElse(null) instanceof QuantileEncoding numbers
        && numbers.missingShare() < 1) {
      return Optional.of(text(position, numbers.nearest(wanted.intervals().get(0).lower())));
    }
    return Optional.empty();
  }

  /** A number or moment as it stands in the column. */
  private String text(int position, double value) {
    TextBuffer out = new TextBuffer(32);
    switch (schema.field(position).format()) {
      case NumberFormat format -> NumberText.of(format).write(value, out);
      case TemporalFormat format -> TemporalText.of(format).write((long) value, out);
      case TextFormat ignored -> throw new IllegalArgumentException("text, expected a number");
    }
    return out.toString();
  }

  /** Of a column that no model looks at: whether such rows exist at all. */
  private boolean presencePossible(int position, ValueSet set) {
    Column column = column(position);
    int missing = column.missingCount();
    return set.missing() ? missing > 0 : missing < column.size();
  }

  private Column column(int position) {
    return training.only(position).toTable().column(0);
  }

  private Optional<ColumnEncoding> encoding(int position) {
    Field field = schema.field(position);
    if (!field.isModelled()) {
      return Optional.empty();
    }
    int index =
        (int) schema.fields().subList(0, position).stream().filter(Field::isModelled).count();
    return Optional.of(
        encodings.computeIfAbsent(
            position, p -> TableEncoding.fit(field, column(p), index, maxCategories, random)));
  }
}
