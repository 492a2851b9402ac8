package dev.likeness.synthesis.relation;

import dev.likeness.table.Column;
import java.util.stream.IntStream;

/**
 * A column as numbers of its values.
 *
 * @param palette all of them
 * @param codes of the rows, {@link Palette#MISSING} where missing
 * @param counts rows of each value
 */
record Coded(Palette palette, int[] codes, int[] counts) {

  static Coded of(Column column) {
    Palette palette = Palette.of(column);
    int[] codes = palette.encode(column);
    int[] counts = new int[palette.size()];
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    return new Coded(palette, codes, counts);
  }

  /** Values that at least k rows have. */
  int[] shared(int k) {
    return IntStream.range(0, counts.length).filter(code -> counts[code] >= k).toArray();
  }
}
