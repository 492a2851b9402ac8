package dev.likeness.table.profile;

import java.util.List;

/**
 * Counts of values in bins of equal width; the last bin holds its right edge too.
 *
 * @param edges one more than there are bins
 * @param counts of each bin
 */
public record Histogram(List<Scalar> edges, List<Long> counts) {

  /** Copies the lists. */
  public Histogram {
    edges = List.copyOf(edges);
    counts = List.copyOf(counts);
  }
}
