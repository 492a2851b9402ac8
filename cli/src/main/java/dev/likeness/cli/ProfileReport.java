package dev.likeness.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.detect.Exposure;
import dev.likeness.table.Role;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import java.io.UncheckedIOException;

/**
 * What is told about a file.
 *
 * @param file its name
 * @param rowsLookedAt rows that personal data was looked for in
 * @param reading how it was read
 * @param profile of its columns
 * @param exposure who can be singled out
 * @param version of this program
 */
record ProfileReport(
    String file,
    long rowsLookedAt,
    Reading reading,
    TableProfile profile,
    Exposure exposure,
    String version) {

  /** Whether personal data was looked for in a part of the rows. */
  boolean sampled() {
    return rowsLookedAt < profile.rows();
  }

  /** How sure the verdict on a column's role and type is. */
  static double confidence(ColumnProfile column) {
    return Math.round(column.roleConfidence() * 1000) / 1000.0;
  }

  /** The name of a role in JSON. */
  static String word(Role role) {
    return switch (role) {
      case DIRECT_IDENTIFIER -> "direct";
      case QUASI_IDENTIFIER -> "quasi";
      case SENSITIVE -> "sensitive";
      case HARMLESS -> "none";
    };
  }

  /** The report as JSON, one object. */
  String json() {
    JsonMapper mapper = TableJson.mapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("file", file).put("rows", profile.rows());
    root.put("rows_looked_at", rowsLookedAt).put("sampled", sampled());
    ArrayNode columns = root.putArray("columns");
    profile.columns().forEach(column -> columns.add(column(mapper, column)));
    root.set("exposure", mapper.valueToTree(exposure));
    root.set("reading", mapper.valueToTree(reading));
    root.put("version", version);
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The five that scripts ask for come first; {@code confidence} is that of role and type. */
  private static ObjectNode column(JsonMapper mapper, ColumnProfile column) {
    ObjectNode told = mapper.createObjectNode();
    told.put("name", column.name()).put("kind", column.kind().word());
    told.put("role", word(column.role())).put("type", column.type());
    told.put("confidence", confidence(column));
    JsonNode all = mapper.valueToTree(column);
    told.set("kind_confidence", all.path("confidence"));
    all.properties().stream()
        .filter(part -> !told.has(part.getKey()) && !part.getKey().equals("role_confidence"))
        .forEach(part -> told.set(part.getKey(), part.getValue()));
    return told;
  }
}
