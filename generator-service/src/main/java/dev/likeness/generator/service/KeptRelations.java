package dev.likeness.generator.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.likeness.table.TableJson;
import dev.likeness.table.relation.Relation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What holds in every row of a job, in short. A job keeps it as JSON with columns by position only,
 * as {@code {3} → {5}}: their names may be values.
 */
final class KeptRelations {

  private static final Pattern POSITION = Pattern.compile("\\{(\\d+)}");

  private KeptRelations() {}

  /**
   * Relations as a job keeps them.
   *
   * @param names of the dataset's columns
   */
  static String write(List<Relation> relations, List<String> names) {
    try {
      return TableJson.mapper()
          .writeValueAsString(
              relations.stream()
                  .map(relation -> relation.notation(name -> "{" + names.indexOf(name) + "}"))
                  .toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("relations cannot be written as JSON", e);
    }
  }

  /**
   * Relations as people read them.
   *
   * @param names of the dataset's columns
   */
  static List<String> read(String json, List<String> names) {
    try {
      return TableJson.mapper().readValue(json, new TypeReference<List<String>>() {}).stream()
          .map(kept -> named(kept, names))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the relations of a job are not JSON", e);
    }
  }

  private static String named(String kept, List<String> names) {
    return POSITION
        .matcher(kept)
        .replaceAll(at -> Matcher.quoteReplacement(names.get(Integer.parseInt(at.group(1)))));
  }
}
