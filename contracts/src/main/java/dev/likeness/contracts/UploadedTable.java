package dev.likeness.contracts;

/**
 * A table of an uploaded dataset.
 *
 * @param index position in the dataset, from 0
 * @param rows number of data rows
 * @param columns number of columns
 * @param canonical Parquet file of the values as text, exactly as they stood
 * @param reading JSON: dialect, column names and warnings
 */
public record UploadedTable(
    int index, long rows, int columns, ObjectRef canonical, ObjectRef reading) {

  /** Checks what must be there. */
  public UploadedTable {
    Require.atLeast(index, 0, "index");
    Require.atLeast(rows, 0, "rows");
    Require.atLeast(columns, 1, "columns");
    Require.present(canonical, "canonical");
    Require.present(reading, "reading");
  }
}
