package dev.likeness.benchmarks.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * The truth about a column.
 *
 * @param role {@code direct}, {@code quasi}, {@code sensitive} or {@code none}
 * @param type the type that goes with it
 * @param alternatives other labels that can be defended, each {@code role/type}
 */
record Label(String role, String type, List<String> alternatives) {

  /** From {@code role/type} and alternatives after bars. */
  static Label parse(String text) {
    List<String> parts = new ArrayList<>(List.of(text.split("\\|")));
    String[] first = parts.removeFirst().split("/");
    return new Label(first[0], first[1], List.copyOf(parts));
  }

  /** Whether a verdict is this label or one of the others that can be defended. */
  boolean accepts(String foundRole, String foundType) {
    return foundRole.equals(role) && foundType.equals(type)
        || alternatives.contains(foundRole + "/" + foundType);
  }

  /** Whether the role alone is right or can be defended. */
  boolean acceptsRole(String foundRole) {
    return foundRole.equals(role)
        || alternatives.stream().anyMatch(other -> other.startsWith(foundRole + "/"));
  }
}
