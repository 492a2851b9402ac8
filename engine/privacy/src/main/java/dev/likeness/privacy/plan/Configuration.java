package dev.likeness.privacy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.table.Role;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadOptions;
import dev.likeness.table.profile.Amendment;
import dev.likeness.table.profile.Kind;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What people say about a table, in one JSON file that the page and the command line share:
 *
 * <pre>{@code
 * {"version": 1,
 *  "reading": {"delimiter": ";", "missing_tokens": ["?"]},
 *  "columns": {"email": {"role": "direct", "type": "email",
 *                        "treatment": {"name": "fpe", "options": {}}}},
 *  "project": "crm"}
 * }</pre>
 *
 * <p>Every part may be left out. Unknown properties are refused with a JSON pointer to them.
 *
 * @param reading what they say about the file
 * @param columns what they say about columns, by name
 * @param project whose key values shall match under
 */
public record Configuration(
    ReadOptions reading, Map<String, ColumnSettings> columns, Optional<String> project) {

  /** The version that is written. */
  public static final int VERSION = 1;

  private static final List<String> TOP = List.of("version", "reading", "columns", "project");
  private static final List<String> READING =
      List.of(
          "charset",
          "delimiter",
          "quote",
          "escape",
          "header",
          "skipped_lines",
          "sheet",
          "entry",
          "decimal",
          "missing_tokens");
  private static final List<String> COLUMN =
      List.of("kind", "role", "type", "pattern", "decimal", "missing_tokens", "treatment");
  private static final List<String> TREATMENT = List.of("name", "options", "default");

  /** Copies the map. */
  public Configuration {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /**
   * What people say about a column.
   *
   * @param amendment about what it is
   * @param treatment that it shall get
   */
  public record ColumnSettings(Amendment amendment, Optional<TreatmentChoice> treatment) {}

  /** Nobody says anything. */
  public static Configuration none() {
    return new Configuration(ReadOptions.none(), Map.of(), Optional.empty());
  }

  /**
   * Reads a file.
   *
   * @throws InvalidPlanException when it is not a configuration
   */
  public static Configuration read(Path file) throws IOException {
    try {
      return read(TableJson.mapper().readTree(Files.readAllBytes(file)));
    } catch (JsonProcessingException e) {
      throw new InvalidPlanException("", "the configuration is not JSON, expected an object");
    }
  }

  /**
   * Reads JSON.
   *
   * @throws InvalidPlanException naming the place and what was expected
   */
  public static Configuration read(JsonNode json) {
    requireObject(json, "");
    requireKnown(json, TOP, "");
    int version = json.path("version").asInt(VERSION);
    if (version != VERSION) {
      throw new InvalidPlanException("/version", "version = " + version + ", expected " + VERSION);
    }
    Map<String, ColumnSettings> columns = new LinkedHashMap<>();
    requireObject(json.path("columns"), "/columns");
    json.path("columns")
        .properties()
        .forEach(entry -> columns.put(entry.getKey(), column(entry.getKey(), entry.getValue())));
    Optional<String> project =
        optional(json, "project", "", node -> node.isTextual() ? node.asText() : null);
    return new Configuration(reading(json.path("reading")), columns, project);
  }

  private static void requireObject(JsonNode node, String pointer) {
    if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
      throw new InvalidPlanException(pointer, pointer + " is not a JSON object, expected one");
    }
  }

  private static void requireKnown(JsonNode node, List<String> known, String pointer) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new InvalidPlanException(
                    pointer + "/" + name,
                    pointer
                        + "/"
                        + name
                        + " is unknown, expected one of "
                        + String.join(", ", known));
              }
            });
  }

  private static ReadOptions reading(JsonNode node) {
    requireObject(node, "/reading");
    requireKnown(node, READING, "/reading");
    if (!node.isObject()) {
      return ReadOptions.none();
    }
    return convert(node, ReadOptions.class, "/reading");
  }

  private static <T> T convert(JsonNode node, Class<T> type, String pointer) {
    try {
      return TableJson.mapper().treeToValue(node, type);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new InvalidPlanException(pointer, pointer + " cannot be understood" + cause(e));
    }
  }

  private static String cause(Exception e) {
    return e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null
        ? ": " + cause.getMessage()
        : ", expected another value";
  }

  private static ColumnSettings column(String name, JsonNode node) {
    String pointer = InvalidPlanException.column(name);
    requireObject(node, pointer);
    requireKnown(node, COLUMN, pointer);
    List<String> missing = new ArrayList<>();
    node.path("missing_tokens").forEach(token -> missing.add(token.asText()));
    Amendment amendment = amendment(name, node, pointer, missing);
    return new ColumnSettings(amendment, treatment(node.path("treatment"), pointer));
  }

  private static Amendment amendment(
      String name, JsonNode node, String pointer, List<String> missing) {
    try {
      return new Amendment(
          name,
          optional(node, "kind", pointer, value -> convert(value, Kind.class, pointer + "/kind")),
          optional(node, "role", pointer, value -> convert(value, Role.class, pointer + "/role")),
          optional(node, "type", pointer, JsonNode::asText),
          optional(node, "pattern", pointer, JsonNode::asText),
          optional(node, "decimal", pointer, Configuration::mark),
          missing);
    } catch (InvalidPlanException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidPlanException(pointer, "column " + name + ": " + e.getMessage());
    }
  }

  private static @org.jspecify.annotations.Nullable Character mark(JsonNode node) {
    return node.asText().length() == 1 ? node.asText().charAt(0) : null;
  }

  private static <T> Optional<T> optional(
      JsonNode node,
      String property,
      String pointer,
      Function<JsonNode, @org.jspecify.annotations.Nullable T> read) {
    JsonNode value = node.path(property);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    T found = read.apply(value);
    if (found == null) {
      String place = pointer + "/" + property;
      throw new InvalidPlanException(
          place, place + " cannot be understood, expected another value");
    }
    return Optional.of(found);
  }

  private static Optional<TreatmentChoice> treatment(JsonNode node, String pointer) {
    return choice(node, pointer + "/treatment");
  }

  /**
   * Reads a treatment from JSON; absent and {@code null} are none.
   *
   * @param place JSON pointer to it
   * @throws InvalidPlanException naming the place and what was expected
   */
  public static Optional<TreatmentChoice> choice(JsonNode node, String place) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    requireObject(node, place);
    requireKnown(node, TREATMENT, place);
    requireObject(node.path("options"), place + "/options");
    if (!node.path("name").isTextual()) {
      throw new InvalidPlanException(place + "/name", place + "/name is missing, expected a name");
    }
    return Optional.of(convert(node, TreatmentChoice.class, place));
  }

  /**
   * Checks that a table has every column that something is said about.
   *
   * @throws InvalidPlanException naming the first that it lacks
   */
  public void requireColumns(List<String> names) {
    for (String name : columns.keySet()) {
      if (!names.contains(name)) {
        throw new InvalidPlanException(
            InvalidPlanException.column(name), "column = " + name + ", expected one of the table");
      }
    }
  }

  /** What people say about what columns are. */
  public List<Amendment> amendments() {
    return columns.values().stream().map(ColumnSettings::amendment).toList();
  }

  /** The treatments that people chose. */
  public Map<String, TreatmentChoice> treatments() {
    Map<String, TreatmentChoice> chosen = new LinkedHashMap<>();
    columns.forEach(
        (name, settings) -> settings.treatment().ifPresent(choice -> chosen.put(name, choice)));
    return chosen;
  }

  /** The usual plan for a table with what people chose. */
  public TreatmentPlan plan(TableProfile profile, Purpose purpose) {
    return TreatmentPlan.of(profile, purpose, treatments());
  }

  /** As JSON; what nobody said is left out. */
  public ObjectNode toJson() {
    ObjectNode json = TableJson.mapper().createObjectNode();
    json.put("version", VERSION);
    ObjectNode said = TableJson.mapper().valueToTree(reading);
    said.remove(
        said.properties().stream()
            .filter(e -> e.getValue().isNull())
            .map(Map.Entry::getKey)
            .toList());
    if (!said.isEmpty()) {
      json.set("reading", said);
    }
    ObjectNode all = json.putObject("columns");
    columns.forEach((name, settings) -> all.set(name, column(settings)));
    project.ifPresent(name -> json.put("project", name));
    return json;
  }

  private static ObjectNode column(ColumnSettings settings) {
    ObjectNode node = TableJson.mapper().valueToTree(settings.amendment());
    node.remove("column");
    settings
        .treatment()
        .ifPresent(
            choice ->
                node.putObject("treatment")
                    .put("name", choice.name())
                    .set("options", choice.options()));
    return node;
  }
}
