package dev.likeness.table.io;

import dev.likeness.numerics.RunContext;
import java.nio.file.Path;

/**
 * One file to be read.
 *
 * @param file with the bytes of its format, out of its container
 * @param options what people said about it
 * @param limits that it must keep
 * @param run how it is run
 * @param mostRows rows that are wanted; further ones are left unread
 * @param scratch folder that is emptied afterwards
 */
public record ReadTask(
    Path file,
    ReadOptions options,
    ReadLimits limits,
    RunContext run,
    long mostRows,
    Path scratch) {

  /** Where the format writes the Parquet file of texts, columns {@code c0}, {@code c1}, ... */
  public Path target() {
    return scratch.resolve("part.parquet");
  }
}
