package dev.likeness.synthesis;

import dev.likeness.table.condition.Restriction;
import java.util.List;

/**
 * What each row of a sample shall be like: stretches of rows, one after another, each a mixture of
 * parts.
 *
 * <p>The rows of one part are all under one restriction. The parts of a stretch are mixed: every
 * block of {@value #BLOCK} rows has its fair share of each, in random order, and the whole stretch
 * has exactly as many rows of each as its part says. So the part of a row depends on the plan, the
 * seed and the row's number only.
 *
 * @param stretches at least one, the first of them begins with row 0
 */
public record RowPlan(List<Stretch> stretches) {

  /** Rows of a stretch that are mixed among themselves. */
  public static final int BLOCK = 2048;

  private static final long ENDLESS = Long.MAX_VALUE;
  private static final RowPlan FREE = under(Restriction.none());

  /**
   * Some rows under one restriction.
   *
   * @param restriction that they fulfil
   * @param rows how many
   */
  public record Part(Restriction restriction, long rows) {

    /** Validates the number. */
    public Part {
      if (rows < 0) {
        throw new IllegalArgumentException("rows = " + rows + ", expected >= 0");
      }
    }
  }

  /**
   * Consecutive rows.
   *
   * @param parts that are mixed in them, at least one
   */
  public record Stretch(List<Part> parts) {

    /** Copies the list. */
    public Stretch {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("parts = [], expected at least one");
      }
    }

    /** Number of rows. */
    public long rows() {
      return parts.stream().mapToLong(Part::rows).reduce(0, Math::addExact);
    }
  }

  /** Copies the list. */
  public RowPlan {
    stretches = List.copyOf(stretches);
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("stretches = [], expected at least one");
    }
  }

  /** Any rows, as many as anybody likes. */
  public static RowPlan free() {
    return FREE;
  }

  /** As many rows as anybody likes, all under one restriction. */
  public static RowPlan under(Restriction restriction) {
    return new RowPlan(List.of(new Stretch(List.of(new Part(restriction, ENDLESS)))));
  }

  /** Number of rows that are planned. */
  public long rows() {
    return stretches.stream().mapToLong(Stretch::rows).reduce(0, Math::addExact);
  }
}
