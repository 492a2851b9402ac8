package dev.likeness.table.condition;

import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalColumn;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.condition.InvalidConditionException.Reason;
import dev.likeness.table.format.NumberText;
import dev.likeness.table.format.TemporalText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Understands conditions against a schema: finds columns, reads numbers and dates in the column's
 * own format, and intersects what is said of one column.
 *
 * <p>A number may be typed without the prefix and suffix that the column's numbers have. Of columns
 * that no model looks at, only whether a value is missing can be asked.
 *
 * @param schema of the rows
 */
public record ConditionBinder(Schema schema) {

  private static final double ROUNDING = 1e-9;

  /**
   * The restriction of each group, in their order.
   *
   * @throws InvalidConditionException with a pointer from the request
   */
  public List<Restriction> restrictions(Conditions conditions) {
    List<Restriction> restrictions = new ArrayList<>();
    for (List<BoundCondition> group : bind(conditions)) {
      restrictions.add(restriction(group));
    }
    return restrictions;
  }

  /**
   * The conditions of each group, in their order, each for itself.
   *
   * @throws InvalidConditionException with a pointer from the request
   */
  public List<List<BoundCondition>> bind(Conditions conditions) {
    List<List<BoundCondition>> groups = new ArrayList<>();
    for (int g = 0; g < conditions.groups().size(); g++) {
      Conditions.Group group = conditions.groups().get(g);
      String pointer = "/conditions" + (group.rows().isPresent() ? "/" + g + "/where" : "");
      groups.add(
          IntStream.range(0, group.where().size())
              .mapToObj(i -> bind(group.where().get(i), pointer + "/" + i))
              .toList());
    }
    return groups;
  }

  /**
   * All conditions of a group together.
   *
   * @throws InvalidConditionException when two of them exclude each other
   */
  public Restriction restriction(List<BoundCondition> group) {
    Restriction restriction = Restriction.none();
    for (BoundCondition condition : group) {
      restriction = restriction.and(condition.position(), condition.set());
      ValueSet left = restriction.sets().get(condition.position());
      if (left != null && left.isEmpty()) {
        throw contradiction(condition.pointer(), condition.position());
      }
    }
    return restriction;
  }

  private InvalidConditionException contradiction(String pointer, int position) {
    return new InvalidConditionException(
        Reason.CONTRADICTION,
        pointer,
        "the conditions on the column " + name(position) + " exclude each other");
  }

  private String name(int position) {
    return schema.field(position).name();
  }

  /**
   * A share of a column that is understood.
   *
   * @param pointer JSON pointer to the share within the request
   * @param set of the values that have the share
   * @param share from 0 to 1
   */
  public record BoundShare(String pointer, ValueSet set, double share) {}

  /**
   * The shares of a column; where they do not add up to 1, all other values have the rest.
   *
   * @throws InvalidConditionException with a pointer from the request
   */
  public List<BoundShare> shares(Conditions.Rebalance rebalance) {
    int position = position(rebalance.column(), "/rebalance/column");
    List<BoundShare> shares = new ArrayList<>();
    double left = 1;
    for (Conditions.Share share : rebalance.shares()) {
      String pointer = ConditionsJson.pointer(share);
      if (!(share.share() >= 0 && share.share() <= 1)) {
        throw malformed(pointer, "share = " + share.share() + ", expected from 0 to 1");
      }
      ValueSet set = set(condition(rebalance.column(), share), pointer, "");
      for (BoundShare other : shares) {
        if (other.set().equals(set)) {
          throw malformed(pointer, "a value of the column " + name(position) + " has two shares");
        }
      }
      shares.add(new BoundShare(pointer, set, share.share()));
      left -= share.share();
    }
    if (left < -ROUNDING) {
      throw malformed(
          "/rebalance/shares", "the shares add up to " + (1 - left) + ", expected 1 at most");
    }
    if (left > ROUNDING) {
      shares.add(new BoundShare("/rebalance/shares", rest(position, shares), left));
    }
    return shares;
  }

  /** Position of the column that is rebalanced. */
  public int position(Conditions.Rebalance rebalance) {
    return position(rebalance.column(), "/rebalance/column");
  }

  private static Condition condition(String column, Conditions.Share share) {
    return share
        .value()
        .<Condition>map(value -> new Condition.Comparison(column, Operator.EQUAL, value))
        .orElseGet(() -> new Condition.Presence(column, true));
  }

  /** What is in none of the sets; missing, too, unless it has a share. */
  private ValueSet rest(int position, List<BoundShare> shares) {
    boolean missing = shares.stream().noneMatch(share -> share.set().missing());
    if (isNumber(schema.field(position))) {
      NumberSet rest = NumberSet.PRESENT;
      for (BoundShare share : shares) {
        for (NumberSet.Interval interval : ((NumberSet) share.set()).intervals()) {
          rest = rest.and(NumberSet.where(Operator.NOT_EQUAL, interval.lower()));
        }
      }
      return new NumberSet(rest.intervals(), missing);
    }
    Set<String> named = new HashSet<>();
    shares.forEach(share -> named.addAll(((CategorySet) share.set()).only().orElse(Set.of())));
    return new CategorySet(Optional.empty(), named, List.of(), missing);
  }

  private BoundCondition bind(Condition condition, String pointer) {
    int position = position(condition.column(), pointer + "/column");
    return new BoundCondition(
        pointer, position, condition, set(condition, pointer + "/op", pointer + "/value"));
  }

  private int position(String column, String pointer) {
    List<String> names = schema.fields().stream().map(Field::name).toList();
    int position = names.indexOf(column);
    if (position < 0) {
      throw new InvalidConditionException(
          Reason.UNKNOWN_COLUMN,
          pointer,
          "there is no such column; columns are " + String.join(", ", names),
          Spelling.nearest(column, names));
    }
    return position;
  }

  private static boolean isNumber(Field field) {
    return field.type() == StorageType.NUMERIC || field.type() == StorageType.TEMPORAL;
  }

  private ValueSet set(Condition condition, String operatorPointer, String valuePointer) {
    Field field = schema.field(position(condition.column(), operatorPointer));
    if (condition instanceof Condition.Presence presence) {
      return isNumber(field)
          ? (presence.missing() ? NumberSet.MISSING : NumberSet.PRESENT)
          : (presence.missing() ? CategorySet.MISSING : CategorySet.PRESENT);
    }
    if (!field.isModelled()) {
      throw malformed(
          operatorPointer,
          "no model looks at the column "
              + field.name()
              + ", so only is missing and is present can be asked of it");
    }
    String at = valuePointer.isEmpty() ? operatorPointer : valuePointer;
    return switch (condition) {
      case Condition.Comparison comparison -> compared(field, comparison, operatorPointer, at);
      case Condition.OneOf oneOf -> oneOf(field, oneOf, at);
      case Condition.Presence presence -> throw new IllegalStateException(presence.toString());
    };
  }

  private static ValueSet compared(
      Field field, Condition.Comparison comparison, String operatorPointer, String pointer) {
    if (isNumber(field)) {
      return NumberSet.where(comparison.operator(), number(field, comparison.value(), pointer));
    }
    if (comparison.operator().needsOrder() && field.measure() != Measure.ORDINAL) {
      throw malformed(
          operatorPointer,
          "the values of the column " + field.name() + " have no order, expected = != or in");
    }
    return CategorySet.where(comparison.operator(), category(field, comparison.value(), pointer));
  }

  private static ValueSet oneOf(Field field, Condition.OneOf oneOf, String pointer) {
    if (isNumber(field)) {
      return NumberSet.of(
          IntStream.range(0, oneOf.values().size())
              .mapToDouble(i -> number(field, oneOf.values().get(i), pointer + "/" + i))
              .toArray());
    }
    return CategorySet.of(
        IntStream.range(0, oneOf.values().size())
            .mapToObj(i -> category(field, oneOf.values().get(i), pointer + "/" + i))
            .collect(Collectors.toSet()));
  }

  private static String category(Field field, Literal value, String pointer) {
    rejectMissing(field, value, pointer);
    return value.text();
  }

  /** A token that stands for a missing value is not a value. */
  private static void rejectMissing(Field field, Literal value, String pointer) {
    String token = field.format().missingToken();
    if (value.text().isEmpty()
        || value.text().equals(token)
        || field.format().missingTokens().contains(value.text())) {
      throw new InvalidConditionException(
          Reason.UNKNOWN_VALUE,
          pointer,
          "this stands for a missing value in the column "
              + field.name()
              + ", expected is missing or is present");
    }
  }

  private static double number(Field field, Literal value, String pointer) {
    rejectMissing(field, value, pointer);
    return switch (field.format()) {
      case NumberFormat format -> number(field, format, value, pointer);
      case TemporalFormat format -> {
        long moment = TemporalText.of(format).parse(value.text());
        if (moment == TemporalColumn.MISSING) {
          throw unreadable(field, pointer, "written as " + format.pattern());
        }
        yield moment;
      }
      default -> throw new IllegalStateException(field.type().toString());
    };
  }

  private static double number(Field field, NumberFormat format, Literal value, String pointer) {
    if (value.number()) {
      return Double.parseDouble(value.text()) + 0.0;
    }
    double number = NumberText.of(format).parse(value.text());
    if (Double.isNaN(number)) {
      number = NumberText.of(bare(format)).parse(value.text());
    }
    if (Double.isNaN(number)) {
      throw unreadable(
          field, pointer, "a number with " + format.decimalMark() + " before its decimals");
    }
    return number + 0.0;
  }

  /** The format without what stands before and behind every number. */
  private static NumberFormat bare(NumberFormat format) {
    return new NumberFormat(
            format.decimals(),
            format.minDecimals(),
            format.decimalMark(),
            format.grouping(),
            format.minIntegerDigits(),
            "",
            "",
            format.missingToken())
        .signed(format.sign(), format.groupSize());
  }

  private static InvalidConditionException unreadable(Field field, String pointer, String like) {
    return new InvalidConditionException(
        Reason.UNKNOWN_VALUE,
        pointer,
        "this is no value of the column " + field.name() + ", expected one " + like);
  }

  private static InvalidConditionException malformed(String pointer, String expected) {
    return new InvalidConditionException(Reason.MALFORMED, pointer, expected);
  }
}
