package dev.likeness.synthesis.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.boosting.Feature;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.synthesis.ModelFile;
import dev.likeness.synthesis.encoding.ColumnEncoding;
import dev.likeness.table.Column;
import dev.likeness.table.Field;
import dev.likeness.table.condition.ValueSet;
import java.util.Map;

/**
 * A column as classes 0, 1, …: bins of a number, levels of a category; and what a class says about
 * the value.
 *
 * <p><b>Thread-safe:</b> immutable.
 */
sealed interface BinnedColumn permits BinnedNumbers, BinnedCategories {

  /** No class: the value cannot come from this column. */
  int IMPOSSIBLE = -1;

  /** Number of classes, at least 1. */
  int classes();

  /** What the codes mean that later columns are told by. */
  Feature feature();

  /** The class of each row, or {@link #IMPOSSIBLE}. */
  int[] classesOf(Column column);

  /** The code of each class, as later columns are told. */
  default byte[] codes(int[] classes) {
    int last = feature().cardinality() - 1;
    byte[] codes = new byte[classes.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (byte) Math.clamp(classes[row], 0, last);
    }
    return codes;
  }

  /**
   * Makes values.
   *
   * @param classes of each row
   * @param uniforms of each row: where within the class
   */
  Column decode(int[] classes, double[] uniforms);

  /** What a set of values asks of the column. */
  Wanted wanted(ValueSet set);

  /** How much of each class is in a set of values, and where. */
  interface Wanted {

    /** The share of each class whose values are in the set, from 0 to 1. */
    double[] shares();

    /** As {@link BinnedColumn#decode}, for classes with a share; all values are in the set. */
    Column decode(int[] classes, double[] uniforms);
  }

  /**
   * Adds the log of how likely each row's value is within its class: a probability where values are
   * rounded or atoms, else a density over the uniform numbers that make the column, as all models
   * tell it. What is impossible adds minus infinity.
   */
  void addLogShare(Column column, int[] classes, double[] sums);

  /** Writes everything into a model. */
  void save(ObjectNode header, Map<String, Object> tensors, String prefix);

  /** Reads what {@link #save} wrote. */
  static BinnedColumn load(JsonNode header, ModelFile file, String prefix, Field field) {
    ColumnEncoding encoding = ColumnEncoding.load(header, file, prefix);
    if (encoding.type() != field.type()) {
      throw new CorruptModelException("type of a column differs from the schema");
    }
    return switch (encoding) {
      case dev.likeness.synthesis.encoding.QuantileEncoding numbers ->
          BinnedNumbers.load(numbers, file, prefix);
      case dev.likeness.synthesis.encoding.CategoryEncoding categories ->
          BinnedCategories.of(categories);
    };
  }
}
