package dev.likeness.evaluator.persistence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Column positions as a comma-separated column of the database. */
final class Positions {

  private Positions() {}

  static String write(List<Integer> positions) {
    return positions.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  static List<Integer> read(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }
}
