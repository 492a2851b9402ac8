package dev.likeness.synthesis.model;

import dev.likeness.numerics.CounterRandom;
import java.util.stream.LongStream;

/** Rows in the making: what was drawn of each column so far, in a model's own order. */
final class BoostDraft {

  private final long[] numbers;
  private final int[][] classes;
  private final double[][] uniforms;
  private final byte[][] codes;

  /**
   * Nothing is drawn yet.
   *
   * @param numbers of the rows, by which their random numbers are found
   */
  BoostDraft(int columns, long[] numbers) {
    this.numbers = numbers;
    this.classes = new int[columns][];
    this.uniforms = new double[columns][];
    this.codes = new byte[columns][];
  }

  /** Rows [from, from + rows). */
  static BoostDraft of(int columns, long from, int rows) {
    return new BoostDraft(columns, LongStream.range(from, from + rows).toArray());
  }

  int rows() {
    return numbers.length;
  }

  /** The number of a row. */
  long number(int row) {
    return numbers[row];
  }

  /** Random numbers for a column that is to be drawn; what is left of them stays in the draft. */
  double[] uniforms(int column, CounterRandom random) {
    double[] drawn = new double[numbers.length];
    for (int row = 0; row < drawn.length; row++) {
      drawn[row] = random.uniform(numbers[row], column);
    }
    uniforms[column] = drawn;
    return drawn;
  }

  /** Keeps what was drawn of a column. */
  void set(int column, int[] drawn, byte[] told) {
    classes[column] = drawn;
    codes[column] = told;
  }

  /** Makes room for columns that rows of other drafts fill. */
  void reserve(int columns) {
    for (int column = 0; column < columns; column++) {
      classes[column] = new int[numbers.length];
      uniforms[column] = new double[numbers.length];
      codes[column] = new byte[numbers.length];
    }
  }

  /** Takes the first columns of a row from another draft. */
  void take(int row, BoostDraft other, int from, int columns) {
    for (int column = 0; column < columns; column++) {
      classes[column][row] = other.classes[column][from];
      uniforms[column][row] = other.uniforms[column][from];
      codes[column][row] = other.codes[column][from];
    }
  }

  int[] classes(int column) {
    return classes[column];
  }

  double[] uniforms(int column) {
    return uniforms[column];
  }

  /** (columns, rows) as later columns are told them. */
  byte[][] codes() {
    return codes;
  }
}
