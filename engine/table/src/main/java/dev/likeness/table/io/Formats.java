package dev.likeness.table.io;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Every format that is on the class path. */
final class Formats {

  private static final List<TableFormat> ALL =
      ServiceLoader.load(TableFormat.class, TableFormat.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(TableFormat::fallback).thenComparing(TableFormat::name))
          .toList();

  private Formats() {}

  static List<TableFormat> all() {
    return ALL;
  }

  /** The format of a file that begins like this. */
  static TableFormat of(byte[] head) {
    return ALL.stream()
        .filter(format -> format.recognises(head))
        .findFirst()
        .orElseThrow(() -> UnreadableTableException.notATable("is of no known format"));
  }
}
