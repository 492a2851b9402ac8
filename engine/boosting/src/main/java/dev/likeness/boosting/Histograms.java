package dev.likeness.boosting;

/**
 * Sums packed gradients by code: one addition for each row and feature.
 *
 * <p>Eight features are read as one word and added in turn, so that two additions to the same bin
 * never wait for each other. <b>Thread-safe:</b> yes.
 */
final class Histograms {

  private Histograms() {}

  /**
   * Adds rows to a histogram.
   *
   * @param words codes (features / 8, rows)
   * @param width number of leading features that count
   * @param offsets where each feature begins, padded to whole words by a place that nobody reads
   * @param packed sums of each row
   * @param index rows that are added, or those of [from, to) themselves where {@code direct}
   */
  static void add(
      long[][] words,
      int width,
      int[] offsets,
      long[] packed,
      int[] index,
      int from,
      int to,
      boolean direct,
      long[] histogram) {
    for (int word = 0; word * CodeMatrix.WORD < width; word++) {
      int left = width - word * CodeMatrix.WORD;
      int first = word * CodeMatrix.WORD;
      if (direct) {
        addDirect(words[word], left, offsets, first, packed, from, to, histogram);
      } else if (left > 4) {
        add8(words[word], offsets, first, packed, index, from, to, histogram);
      } else if (left > 2) {
        add4(words[word], offsets, first, packed, index, from, to, histogram);
      } else {
        add2(words[word], offsets, first, packed, index, from, to, histogram);
      }
    }
  }

  private static void addDirect(
      long[] codes,
      int left,
      int[] offsets,
      int first,
      long[] packed,
      int from,
      int to,
      long[] histogram) {
    if (left > 4) {
      direct8(codes, offsets, first, packed, from, to, histogram);
    } else if (left > 2) {
      direct4(codes, offsets, first, packed, from, to, histogram);
    } else {
      direct2(codes, offsets, first, packed, from, to, histogram);
    }
  }

  private static void add8(
      long[] codes,
      int[] offsets,
      int first,
      long[] packed,
      int[] index,
      int from,
      int to,
      long[] histogram) {
    int o0 = offsets[first];
    int o1 = offsets[first + 1];
    int o2 = offsets[first + 2];
    int o3 = offsets[first + 3];
    int o4 = offsets[first + 4];
    int o5 = offsets[first + 5];
    int o6 = offsets[first + 6];
    int o7 = offsets[first + 7];
    for (int i = from; i < to; i++) {
      int row = index[i];
      long word = codes[row];
      long sums = packed[row];
      histogram[o0 + (int) (word & 0xFF)] += sums;
      histogram[o1 + (int) (word >>> 8 & 0xFF)] += sums;
      histogram[o2 + (int) (word >>> 16 & 0xFF)] += sums;
      histogram[o3 + (int) (word >>> 24 & 0xFF)] += sums;
      histogram[o4 + (int) (word >>> 32 & 0xFF)] += sums;
      histogram[o5 + (int) (word >>> 40 & 0xFF)] += sums;
      histogram[o6 + (int) (word >>> 48 & 0xFF)] += sums;
      histogram[o7 + (int) (word >>> 56)] += sums;
    }
  }

  private static void add4(
      long[] codes,
      int[] offsets,
      int first,
      long[] packed,
      int[] index,
      int from,
      int to,
      long[] histogram) {
    int o0 = offsets[first];
    int o1 = offsets[first + 1];
    int o2 = offsets[first + 2];
    int o3 = offsets[first + 3];
    for (int i = from; i < to; i++) {
      int row = index[i];
      long word = codes[row];
      long sums = packed[row];
      histogram[o0 + (int) (word & 0xFF)] += sums;
      histogram[o1 + (int) (word >>> 8 & 0xFF)] += sums;
      histogram[o2 + (int) (word >>> 16 & 0xFF)] += sums;
      histogram[o3 + (int) (word >>> 24 & 0xFF)] += sums;
    }
  }

  private static void add2(
      long[] codes,
      int[] offsets,
      int first,
      long[] packed,
      int[] index,
      int from,
      int to,
      long[] histogram) {
    int o0 = offsets[first];
    int o1 = offsets[first + 1];
    for (int i = from; i < to; i++) {
      int row = index[i];
      long word = codes[row];
      long sums = packed[row];
      histogram[o0 + (int) (word & 0xFF)] += sums;
      histogram[o1 + (int) (word >>> 8 & 0xFF)] += sums;
    }
  }

  private static void direct8(
      long[] codes, int[] offsets, int first, long[] packed, int from, int to, long[] histogram) {
    int o0 = offsets[first];
    int o1 = offsets[first + 1];
    int o2 = offsets[first + 2];
    int o3 = offsets[first + 3];
    int o4 = offsets[first + 4];
    int o5 = offsets[first + 5];
    int o6 = offsets[first + 6];
    int o7 = offsets[first + 7];
    for (int row = from; row < to; row++) {
      long word = codes[row];
      long sums = packed[row];
      histogram[o0 + (int) (word & 0xFF)] += sums;
      histogram[o1 + (int) (word >>> 8 & 0xFF)] += sums;
      histogram[o2 + (int) (word >>> 16 & 0xFF)] += sums;
      histogram[o3 + (int) (word >>> 24 & 0xFF)] += sums;
      histogram[o4 + (int) (word >>> 32 & 0xFF)] += sums;
      histogram[o5 + (int) (word >>> 40 & 0xFF)] += sums;
      histogram[o6 + (int) (word >>> 48 & 0xFF)] += sums;
      histogram[o7 + (int) (word >>> 56)] += sums;
    }
  }

  private static void direct4(
      long[] codes, int[] offsets, int first, long[] packed, int from, int to, long[] histogram) {
    int o0 = offsets[first];
    int o1 = offsets[first + 1];
    int o2 = offsets[first + 2];
    int o3 = offsets[first + 3];
    for (int row = from; row < to; row++) {
      long word = codes[row];
      long sums = packed[row];
      histogram[o0 + (int) (word & 0xFF)] += sums;
      histogram[o1 + (int) (word >>> 8 & 0xFF)] += sums;
      histogram[o2 + (int) (word >>> 16 & 0xFF)] += sums;
      histogram[o3 + (int) (word >>> 24 & 0xFF)] += sums;
    }
  }

  private static void direct2(
      long[] codes, int[] offsets, int first, long[] packed, int from, int to, long[] histogram) {
    int o0 = offsets[first];
    int o1 = offsets[first + 1];
    for (int row = from; row < to; row++) {
      long word = codes[row];
      long sums = packed[row];
      histogram[o0 + (int) (word & 0xFF)] += sums;
      histogram[o1 + (int) (word >>> 8 & 0xFF)] += sums;
    }
  }

  /** whole −= part. */
  static void subtract(long[] whole, long[] part, int length) {
    for (int i = 0; i < length; i++) {
      whole[i] -= part[i];
    }
  }

  /** sum += part. */
  static void merge(long[] sum, long[] part, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += part[i];
    }
  }
}
