package dev.likeness.cli;

import dev.likeness.table.condition.Condition;
import dev.likeness.table.condition.ConditionText;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.InvalidConditionException;
import dev.likeness.table.condition.InvalidConditionException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What rows shall be like, as typed.
 *
 * @param conditions that all rows fulfil
 * @param groups numbers of rows, each with a condition more
 * @param rebalance shares of a column
 */
record Wishes(List<String> conditions, List<String> groups, Optional<String> rebalance) {

  /**
   * Understands them, now that the names of columns are known.
   *
   * @throws InvalidConditionException when one cannot be understood
   */
  Conditions read(List<String> columns) {
    List<Condition> where = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      where.add(condition(conditions.get(i), columns, "--condition number " + (i + 1)));
    }
    Conditions all = groups.isEmpty() ? Conditions.where(where) : counted(where, columns);
    return rebalance.map(text -> all.with(ConditionText.rebalance(text, columns))).orElse(all);
  }

  private Conditions counted(List<Condition> everywhere, List<String> columns) {
    List<Conditions.Group> counted = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      String option = "--group number " + (i + 1);
      int colon = groups.get(i).indexOf(':');
      List<Condition> where = new ArrayList<>(everywhere);
      where.add(condition(groups.get(i).substring(colon + 1), columns, option));
      counted.add(new Conditions.Group(OptionalLong.of(rows(groups.get(i), colon, option)), where));
    }
    return new Conditions(counted, Optional.empty());
  }

  private static long rows(String group, int colon, String option) {
    String number = group.substring(0, Math.max(0, colon)).strip();
    if (!number.matches("[1-9][0-9]{0,17}")) {
      throw new InvalidConditionException(
          Reason.MALFORMED, "", option + ": expected rows, a colon and a condition");
    }
    return Long.parseLong(number);
  }

  private static Condition condition(String text, List<String> columns, String option) {
    try {
      return ConditionText.parse(text, columns);
    } catch (InvalidConditionException e) {
      throw new InvalidConditionException(e.reason(), "", option + ": " + e.getMessage());
    }
  }
}
