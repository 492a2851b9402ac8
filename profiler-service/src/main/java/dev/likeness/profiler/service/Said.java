package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.table.TableJson;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people said about a dataset, with who said it about each column last.
 *
 * @param configuration what they said about columns, and the project
 * @param amended who and when, by column
 */
public record Said(Configuration configuration, Map<String, Amended> amended) {

  private static final String CONFIGURATION = "configuration";
  private static final String AMENDED = "amended";

  /** Copies the map. */
  public Said {
    amended = Collections.unmodifiableMap(new LinkedHashMap<>(amended));
  }

  /**
   * Who said something, and when.
   *
   * @param by name of the caller, as in the audit log
   * @param at when
   */
  public record Amended(String by, Instant at) {}

  /** Nobody said anything. */
  static Said none() {
    return new Said(Configuration.none(), Map.of());
  }

  /** What is said about columns that are there; another reading of the file may lack some. */
  Said about(List<String> columns) {
    Map<String, Configuration.ColumnSettings> settings = new LinkedHashMap<>();
    Map<String, Amended> who = new LinkedHashMap<>();
    configuration
        .columns()
        .forEach(
            (name, said) -> {
              if (columns.contains(name)) {
                settings.put(name, said);
              }
            });
    amended.forEach(
        (name, said) -> {
          if (columns.contains(name)) {
            who.put(name, said);
          }
        });
    return new Said(
        new Configuration(configuration.reading(), settings, configuration.project()), who);
  }

  /** What is said about columns, as JSON. */
  ObjectNode columns() {
    return (ObjectNode) configuration.toJson().get("columns");
  }

  byte[] bytes() {
    ObjectNode json = TableJson.mapper().createObjectNode();
    json.set(CONFIGURATION, configuration.toJson());
    ObjectNode who = json.putObject(AMENDED);
    amended.forEach(
        (name, said) -> who.putObject(name).put("by", said.by()).put("at", said.at().toString()));
    return json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  static Said read(JsonNode json) {
    Map<String, Amended> who = new LinkedHashMap<>();
    json.path(AMENDED)
        .properties()
        .forEach(
            entry ->
                who.put(
                    entry.getKey(),
                    new Amended(
                        entry.getValue().path("by").asText(),
                        Instant.parse(entry.getValue().path("at").asText()))));
    return new Said(Configuration.read(json.path(CONFIGURATION)), who);
  }
}
