package dev.likeness.table.options;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What people need to know about an option: forms, flags and schemas are made from it.
 *
 * @param name in snake_case
 * @param type {@code integer}, {@code number}, {@code boolean}, {@code string} or {@code choice}
 * @param defaultsTo the default as it would be typed
 * @param min smallest permitted number, if limited
 * @param max largest permitted number, if limited
 * @param choices what a {@code choice} may be, else empty
 * @param doc one sentence
 */
public record OptionDescriptor(
    String name,
    String type,
    String defaultsTo,
    OptionalDouble min,
    OptionalDouble max,
    List<String> choices,
    String doc) {

  /** Copies the list. */
  public OptionDescriptor {
    choices = List.copyOf(choices);
  }
}
