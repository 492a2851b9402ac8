package dev.likeness.table.condition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What rows shall be like, as somebody gave it.
 *
 * @param groups of rows, one after another; none where rows have no conditions
 * @param rebalance shares that a column shall have in every group
 */
public record Conditions(List<Group> groups, Optional<Rebalance> rebalance) {

  private static final Conditions NONE = new Conditions(List.of(), Optional.empty());

  /**
   * Rows that fulfil the same conditions.
   *
   * @param rows how many; empty where all rows do, which only a single group may have
   * @param where conditions that all hold
   */
  public record Group(OptionalLong rows, List<Condition> where) {

    /** Copies the list. */
    public Group {
      where = List.copyOf(where);
    }
  }

  /**
   * Shares of a column's values.
   *
   * @param column that is rebalanced
   * @param shares at least one, together at most 1; what is left goes to all other values
   */
  public record Rebalance(String column, List<Share> shares) {

    /** Copies the list. */
    public Rebalance {
      shares = List.copyOf(shares);
    }
  }

  /**
   * How many of the rows have a value.
   *
   * @param value of the column; empty stands for a missing one
   * @param share from 0 to 1
   */
  public record Share(Optional<Literal> value, double share) {}

  /** Checks that numbers of rows are given for all groups, or for none of one. */
  public Conditions {
    groups = List.copyOf(groups);
    boolean counted = groups.stream().allMatch(group -> group.rows().isPresent());
    if (groups.size() > 1 && !counted) {
      throw new IllegalArgumentException("groups without rows, expected rows for each of them");
    }
  }

  /** Rows may be like anything. */
  public static Conditions none() {
    return NONE;
  }

  /** All rows fulfil these conditions. */
  public static Conditions where(List<Condition> where) {
    return where.isEmpty()
        ? NONE
        : new Conditions(List.of(new Group(OptionalLong.empty(), where)), Optional.empty());
  }

  /** The same with a column rebalanced. */
  public Conditions with(Rebalance shares) {
    return new Conditions(groups, Optional.of(shares));
  }

  /** Whether rows may be like anything. */
  public boolean isNone() {
    return groups.isEmpty() && rebalance.isEmpty();
  }

  /** Number of rows, where groups say it. */
  public OptionalLong rows() {
    if (groups.isEmpty() || groups.get(0).rows().isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        groups.stream().mapToLong(group -> group.rows().orElse(0)).reduce(0, Math::addExact));
  }

  /** Names of all columns that something is said of. */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    groups.forEach(group -> group.where().forEach(condition -> columns.add(condition.column())));
    rebalance.ifPresent(shares -> columns.add(shares.column()));
    return columns;
  }
}
