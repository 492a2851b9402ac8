package dev.likeness.table.io;

/**
 * What a file may at most have; all at least 1.
 *
 * @param maxBytes of the file
 * @param maxColumns of the table
 * @param maxHeaderBytes of the header's record
 * @param maxRecordBytes of any record
 * @param maxFieldBytes of any field
 */
public record ReadLimits(
    long maxBytes, int maxColumns, int maxHeaderBytes, int maxRecordBytes, int maxFieldBytes) {

  private static final long USUAL_BYTES = 5L << 30;
  private static final int USUAL_COLUMNS = 4096;
  private static final int USUAL_HEADER = 256 << 10;
  private static final int USUAL_RECORD = 8 << 20;
  private static final int USUAL_FIELD = 1 << 20;

  /** Validates that every limit is positive. */
  public ReadLimits {
    positive("maxBytes", maxBytes);
    positive("maxColumns", maxColumns);
    positive("maxHeaderBytes", maxHeaderBytes);
    positive("maxRecordBytes", maxRecordBytes);
    positive("maxFieldBytes", maxFieldBytes);
  }

  /** 5 GiB, 4,096 columns, header 256 KiB, record 8 MiB, field 1 MiB. */
  public static ReadLimits defaults() {
    return new ReadLimits(USUAL_BYTES, USUAL_COLUMNS, USUAL_HEADER, USUAL_RECORD, USUAL_FIELD);
  }

  /** The same limits with another one for the size of the file. */
  public ReadLimits withMaxBytes(long bytes) {
    return new ReadLimits(bytes, maxColumns, maxHeaderBytes, maxRecordBytes, maxFieldBytes);
  }

  private static void positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " = " + value + ", expected >= 1");
    }
  }
}
