package dev.likeness.table.testing;

import java.util.function.Supplier;

/**
 * A file that a reader must refuse clearly or read in a documented way.
 *
 * @param name of the case, the same in every run
 * @param content makes its bytes
 */
public record HostileFile(String name, Supplier<byte[]> content) {

  /** Its bytes, made anew. */
  public byte[] bytes() {
    return content.get();
  }
}
