package dev.likeness.table.condition;

import dev.likeness.table.CategoricalColumn;
import dev.likeness.table.Column;
import dev.likeness.table.TextColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Categories that are, or are not, among some values, and lie on the right side of others.
 *
 * @param only values that are permitted; empty where all are
 * @param except values that are not permitted
 * @param bounds on the order of the dictionary
 * @param missing whether a missing value is in the set
 */
public record CategorySet(
    Optional<Set<String>> only, Set<String> except, List<Bound> bounds, boolean missing)
    implements ValueSet {

  /** Every category that is not missing. */
  public static final CategorySet PRESENT =
      new CategorySet(Optional.empty(), Set.of(), List.of(), false);

  /** A missing value and nothing else. */
  public static final CategorySet MISSING =
      new CategorySet(Optional.of(Set.of()), Set.of(), List.of(), true);

  /**
   * Which side of a value in the order of the dictionary.
   *
   * @param operator of the comparison
   * @param value that the dictionary must hold for anything to be permitted
   */
  public record Bound(Operator operator, String value) {}

  /** Copies the sets. */
  public CategorySet {
    only = only.map(Set::copyOf);
    except = Set.copyOf(except);
    bounds = List.copyOf(bounds);
  }

  /** These values only. */
  public static CategorySet of(Set<String> values) {
    return new CategorySet(Optional.of(values), Set.of(), List.of(), false);
  }

  /** What is in the set if a comparison with this value holds. */
  public static CategorySet where(Operator operator, String value) {
    return switch (operator) {
      case EQUAL -> of(Set.of(value));
      case NOT_EQUAL -> new CategorySet(Optional.empty(), Set.of(value), List.of(), false);
      case LESS, AT_MOST, GREATER, AT_LEAST ->
          new CategorySet(Optional.empty(), Set.of(), List.of(new Bound(operator, value)), false);
    };
  }

  /** The same set and missing values too. */
  public CategorySet orMissing() {
    return new CategorySet(only, except, bounds, true);
  }

  @Override
  public boolean isEmpty() {
    return !missing && only.isPresent() && except.containsAll(only.get());
  }

  @Override
  public CategorySet and(ValueSet other) {
    if (!(other instanceof CategorySet categories)) {
      throw new IllegalArgumentException("set = numbers, expected categories");
    }
    Set<String> without = new HashSet<>(except);
    without.addAll(categories.except);
    List<Bound> both = new ArrayList<>(bounds);
    both.addAll(categories.bounds);
    return new CategorySet(
        shared(only, categories.only), without, both, missing && categories.missing);
  }

  private static Optional<Set<String>> shared(Optional<Set<String>> a, Optional<Set<String>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    Set<String> shared = new HashSet<>(a.get());
    shared.retainAll(b.get());
    return Optional.of(shared);
  }

  /**
   * For each value of a dictionary whether it is in the set.
   *
   * @param dictionary in its order where bounds are to mean something
   */
  public boolean[] among(List<String> dictionary) {
    boolean[] permitted = new boolean[dictionary.size()];
    for (int code = 0; code < permitted.length; code++) {
      String value = dictionary.get(code);
      permitted[code] = !except.contains(value) && (only.isEmpty() || only.get().contains(value));
    }
    for (Bound bound : bounds) {
      int at = dictionary.indexOf(bound.value());
      for (int code = 0; code < permitted.length; code++) {
        permitted[code] &= at >= 0 && bound.operator().holds(Integer.compare(code, at));
      }
    }
    return permitted;
  }

  /** Of text, too, though only whether it is missing can sensibly be asked. */
  @Override
  public boolean[] admits(Column column) {
    boolean[] admitted = new boolean[column.size()];
    switch (column) {
      case CategoricalColumn categories -> {
        boolean[] permitted = among(categories.dictionary());
        for (int row = 0; row < admitted.length; row++) {
          int code = categories.codes()[row];
          admitted[row] = code == CategoricalColumn.MISSING ? missing : permitted[code];
        }
      }
      case TextColumn texts -> {
        for (int row = 0; row < admitted.length; row++) {
          Optional<String> text = texts.values().get(row);
          admitted[row] = text.map(value -> among(List.of(value))[0]).orElse(missing);
        }
      }
      default ->
          throw new IllegalArgumentException(
              "column = " + column.type() + ", expected CATEGORICAL or TEXT");
    }
    return admitted;
  }
}
