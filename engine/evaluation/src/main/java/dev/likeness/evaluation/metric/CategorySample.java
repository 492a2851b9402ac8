package dev.likeness.evaluation.metric;

/** Categories as codes of a dictionary that the real and the other tables share. */
public final class CategorySample implements Sample {

  /** The code of a missing value; categories begin behind it. */
  public static final int MISSING = 0;

  private final int[] codes;
  private final int width;
  private final int missing;

  private CategorySample(int[] codes, int width, int missing) {
    this.codes = codes;
    this.width = width;
    this.missing = missing;
  }

  /**
   * Wraps codes.
   *
   * @param codes {@link #MISSING}, or 1 to {@code categories}
   * @param categories size of the shared dictionary
   */
  public static CategorySample of(int[] codes, int categories) {
    int missing = 0;
    for (int code : codes) {
      if (code < 0 || code > categories) {
        throw new IllegalArgumentException("code = " + code + ", expected 0 to " + categories);
      }
      missing += code == MISSING ? 1 : 0;
    }
    return new CategorySample(codes, categories + 1, missing);
  }

  /** Rows of each category in dictionary order, missing values left out. */
  public long[] counts() {
    long[] counts = new long[width - 1];
    for (int code : codes) {
      if (code != MISSING) {
        counts[code - 1]++;
      }
    }
    return counts;
  }

  @Override
  public int rows() {
    return codes.length;
  }

  @Override
  public int missing() {
    return missing;
  }

  @Override
  public int[] codes() {
    return codes;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public CategorySample binnedAlone() {
    return this;
  }

  @Override
  public void mixInto(long[] hashes) {
    for (int row = 0; row < hashes.length; row++) {
      hashes[row] = Sample.mix(hashes[row], codes[row]);
    }
  }
}
