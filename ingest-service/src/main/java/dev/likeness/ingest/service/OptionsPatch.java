package dev.likeness.ingest.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadOptions;
import dev.likeness.table.options.InvalidOptionException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Changes to what people say about a file, as a JSON merge patch: null means "detect it". */
public final class OptionsPatch {

  /** What a property has to be. */
  private record Type(String words, Predicate<JsonNode> holds) {
    private static final Type TEXT = new Type("a text", JsonNode::isTextual);
    private static final Type MARK =
        new Type("a text of one character", n -> n.isTextual() && n.asText().length() == 1);
    private static final Type FLAG = new Type("true or false", JsonNode::isBoolean);
    private static final Type COUNT = new Type("a whole number", JsonNode::isInt);
    private static final Type TEXTS =
        new Type(
            "a list of texts", n -> n.isArray() && n.valueStream().allMatch(JsonNode::isTextual));
  }

  private static final Map<String, Type> PROPERTIES =
      Map.of(
          "charset", Type.TEXT,
          "delimiter", Type.TEXT,
          "quote", Type.TEXT,
          "escape", Type.TEXT,
          "header", Type.FLAG,
          "skipped_lines", Type.COUNT,
          "sheet", Type.TEXT,
          "entry", Type.TEXT,
          "decimal", Type.MARK,
          "missing_tokens", Type.TEXTS);

  private OptionsPatch() {}

  /** The options as changed; a problem with a pointer for what they cannot be. */
  public static ReadOptions apply(ReadOptions current, ObjectNode patch) {
    ObjectNode changed = TableJson.mapper().valueToTree(current);
    for (Map.Entry<String, JsonNode> property : patch.properties()) {
      String name = property.getKey();
      Type type = Optional.ofNullable(PROPERTIES.get(name)).orElseThrow(() -> unknown(name));
      JsonNode value = property.getValue();
      if (!value.isNull() && !type.holds().test(value)) {
        throw Problems.invalidValue(
                "A value has another type than expected (" + type.words() + ").")
            .at("/" + name)
            .toException();
      }
      changed.set(name, value);
    }
    return bind(changed);
  }

  private static RuntimeException unknown(String name) {
    return Problem.of(
            400,
            "unknown-property",
            "Unknown property",
            "The request has a property that does not exist here.",
            "Remove it, or correct its name; see /openapi for the properties.")
        .at("/" + name.replace("~", "~0").replace("/", "~1"))
        .toException();
  }

  private static ReadOptions bind(ObjectNode options) {
    try {
      return TableJson.mapper().treeToValue(options, ReadOptions.class);
    } catch (JsonProcessingException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof InvalidOptionException invalid) {
          throw IngestProblems.invalidOption(invalid).toException();
        }
      }
      throw Problems.invalidValue("A value has another type than expected.").toException();
    }
  }
}
