package dev.likeness.table;

import java.util.List;

/**
 * Codes into a dictionary.
 *
 * @param codes positions in the dictionary, or {@link #MISSING}
 * @param dictionary the distinct values; in their order where the measure is ordinal
 */
public record CategoricalColumn(int[] codes, List<String> dictionary) implements Column {

  /** The code of a missing value. */
  public static final int MISSING = -1;

  /** Copies the dictionary. */
  public CategoricalColumn {
    dictionary = List.copyOf(dictionary);
  }

  @Override
  public int size() {
    return codes.length;
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] == MISSING;
  }

  @Override
  public CategoricalColumn select(int[] rows) {
    int[] selected = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      selected[i] = codes[rows[i]];
    }
    return new CategoricalColumn(selected, dictionary);
  }

  @Override
  public StorageType type() {
    return StorageType.CATEGORICAL;
  }
}
