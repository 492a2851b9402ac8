package dev.likeness.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.detect.Exposure;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.privacy.plan.Configuration.ColumnSettings;
import dev.likeness.table.Role;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.Amendment;
import dev.likeness.table.profile.ColumnProfile;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.relation.Relation;
import dev.likeness.table.relation.Support;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is told about a file.
 *
 * @param file its name
 * @param rowsLookedAt rows that personal data was looked for in
 * @param reading how it was read
 * @param profile of its columns
 * @param exposure who can be singled out
 * @param relations what holds between columns
 * @param said what people say about the table
 * @param version of this program
 */
record ProfileReport(
    String file,
    long rowsLookedAt,
    Reading reading,
    TableProfile profile,
    Exposure exposure,
    List<Relation> relations,
    Configuration said,
    String version) {

  /** Relations that a text or a page lists; JSON has all of them. */
  static final int RELATIONS_LISTED = 10;

  /** Copies the list. */
  ProfileReport {
    relations = List.copyOf(relations);
  }

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

  /** What speaks for a relation and what against it. */
  static String support(Relation relation) {
    Support support = relation.support();
    return support.exceptions() == 0
        ? String.format(Locale.ROOT, "all of %,d rows", support.rows())
        : String.format(
            Locale.ROOT,
            "%,d of %,d rows, %,d against it",
            support.rows() - support.exceptions(),
            support.rows(),
            support.exceptions());
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
    ArrayNode found = root.putArray("relations");
    relations.forEach(relation -> found.add(relation(mapper, relation)));
    root.set("reading", mapper.valueToTree(reading));
    root.put("version", version);
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What was found about people, and all that was said, as a file for {@code --config} and the
   * page. Treatments are left to the roles unless people chose them.
   */
  String configuration() {
    Map<String, ColumnSettings> columns = new LinkedHashMap<>();
    for (ColumnProfile column : profile.columns()) {
      Optional<ColumnSettings> told = Optional.ofNullable(said.columns().get(column.name()));
      if (told.isPresent() || column.role() != Role.HARMLESS) {
        columns.put(column.name(), settled(column, told));
      }
    }
    Configuration found = new Configuration(said.reading(), columns, said.project());
    try {
      return TableJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(found.toJson())
          + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ColumnSettings settled(ColumnProfile column, Optional<ColumnSettings> told) {
    Amendment said =
        told.map(ColumnSettings::amendment).orElseGet(() -> Amendment.none(column.name()));
    Optional<String> type =
        column.type().equals(ColumnProfile.NO_TYPE) ? said.type() : Optional.of(column.type());
    return new ColumnSettings(
        new Amendment(
            said.column(),
            said.kind(),
            Optional.of(column.role()),
            type,
            said.pattern(),
            said.decimal(),
            said.missingTokens()),
        told.flatMap(ColumnSettings::treatment));
  }

  /** As the server tells it. */
  private static ObjectNode relation(JsonMapper mapper, Relation relation) {
    ObjectNode told = mapper.valueToTree(relation);
    told.set("names", mapper.valueToTree(relation.names()));
    told.put("sentence", relation.sentence());
    told.withObjectProperty("support").put("share", relation.support().share());
    return told;
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
