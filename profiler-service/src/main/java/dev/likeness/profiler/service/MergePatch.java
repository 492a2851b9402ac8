package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Changes what is said about columns as a JSON merge patch does (RFC 7396): what is null goes, what
 * is absent stays. One deviation: a treatment replaces the one before with all of its options,
 * because options of one treatment mean nothing to another.
 */
final class MergePatch {

  private MergePatch() {}

  /** The columns with a patch on them; columns about which nothing is said any more are gone. */
  static ObjectNode apply(ObjectNode columns, ObjectNode patch) {
    ObjectNode merged = columns.deepCopy();
    for (Map.Entry<String, JsonNode> column : patch.properties()) {
      ObjectNode said = merged.withObjectProperty(column.getKey());
      if (column.getValue().isNull()) {
        said.removeAll();
      }
      column.getValue().properties().forEach(entry -> set(said, entry));
      if (said.isEmpty()) {
        merged.remove(column.getKey());
      }
    }
    return merged;
  }

  private static void set(ObjectNode said, Map.Entry<String, JsonNode> entry) {
    if (entry.getValue().isNull() || entry.getValue().isArray() && entry.getValue().isEmpty()) {
      said.remove(entry.getKey());
    } else {
      said.set(entry.getKey(), entry.getValue());
    }
  }
}
