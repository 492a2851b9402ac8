package dev.likeness.table.io;

import java.io.IOException;

/**
 * A kind of file that holds a table. Found by {@link java.util.ServiceLoader}; promises:
 *
 * <ol>
 *   <li>{@link #recognises} looks at the first bytes only, and at most one format that is no {@link
 *       #fallback} recognises a file;
 *   <li>{@link #read} writes {@link ReadTask#target} whole, rows in the order of the file, cells as
 *       text, empty cells as nulls, and nothing outside of {@link ReadTask#scratch};
 *   <li>a file that cannot be read is an {@link UnreadableTableException} that names positions and
 *       no value; no other exception comes of the content of a file;
 *   <li>memory on the heap does not depend on the file's size;
 *   <li>an instance has no state.
 * </ol>
 */
public interface TableFormat {

  /** Short name as in {@link Origin#format}. */
  String name();

  /** Whether a file that begins like this is of the format. */
  boolean recognises(byte[] head);

  /** Whether it is asked only about files that no other format recognises. */
  default boolean fallback() {
    return false;
  }

  /**
   * Reads a file.
   *
   * @return what was found; the container is not this format's concern
   */
  Reading read(ReadTask task) throws IOException;
}
