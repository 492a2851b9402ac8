package dev.likeness.table.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.table.condition.InvalidConditionException.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Conditions in JSON.
 *
 * <pre>
 * "conditions": [{"column": "age", "op": "&gt;=", "value": 30},
 *                {"column": "state", "op": "in", "value": ["CA", "NY"]},
 *                {"column": "phone", "op": "is missing"}]
 * "conditions": [{"rows": 500, "where": [{"column": "churn", "op": "=", "value": "yes"}]},
 *                {"rows": 500, "where": [{"column": "churn", "op": "=", "value": "no"}]}]
 * "rebalance": {"column": "churn", "shares": {"yes": 0.5, "no": 0.4}, "missing": 0.1}
 * </pre>
 *
 * <p>A value is a string, as it would stand in the column, a plain number or a boolean.
 */
public final class ConditionsJson {

  private static final String CONDITIONS = "/conditions";
  private static final String REBALANCE = "/rebalance";

  private ConditionsJson() {}

  /**
   * Reads both properties; either may be missing or null.
   *
   * @throws InvalidConditionException with a pointer from the object that holds the properties
   */
  public static Conditions read(JsonNode conditions, JsonNode rebalance) {
    List<Conditions.Group> groups = groups(conditions);
    return new Conditions(
        groups, isAbsent(rebalance) ? Optional.empty() : Optional.of(rebalance(rebalance)));
  }

  /**
   * Reads what {@link #write(Conditions)} wrote.
   *
   * @throws InvalidConditionException with a pointer from the document
   */
  public static Conditions read(JsonNode document) {
    return read(document.path("conditions"), document.path("rebalance"));
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static List<Conditions.Group> groups(JsonNode list) {
    if (isAbsent(list) || (list.isArray() && list.isEmpty())) {
      return List.of();
    }
    if (!list.isArray()) {
      throw malformed(CONDITIONS, "conditions: expected a list");
    }
    return list.get(0).has("where") || list.get(0).has("rows")
        ? counted(list)
        : List.of(new Conditions.Group(OptionalLong.empty(), where(list, CONDITIONS)));
  }

  private static List<Conditions.Group> counted(JsonNode list) {
    List<Conditions.Group> groups = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String pointer = CONDITIONS + "/" + i;
      JsonNode group = object(list.get(i), pointer, Set.of("rows", "where"));
      JsonNode rows = group.path("rows");
      if (!rows.isIntegralNumber() || !rows.canConvertToLong() || rows.asLong() < 1) {
        throw malformed(pointer + "/rows", "rows of a group: expected a whole number from 1 on");
      }
      if (!group.path("where").isArray()) {
        throw malformed(pointer + "/where", "where of a group: expected a list of conditions");
      }
      groups.add(
          new Conditions.Group(
              OptionalLong.of(rows.asLong()), where(group.path("where"), pointer + "/where")));
    }
    return groups;
  }

  private static List<Condition> where(JsonNode list, String pointer) {
    List<Condition> where = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      where.add(condition(list.get(i), pointer + "/" + i));
    }
    return where;
  }

  private static Condition condition(JsonNode given, String pointer) {
    JsonNode node = object(given, pointer, Set.of("column", "op", "value"));
    String column = text(node, "column", pointer);
    String name = text(node, "op", pointer).strip();
    if (name.equals("is missing") || name.equals("is present")) {
      if (node.has("value")) {
        throw malformed(pointer + "/value", name + " takes no value");
      }
      return new Condition.Presence(column, name.equals("is missing"));
    }
    if (name.equals("in")) {
      return new Condition.OneOf(column, literals(node.path("value"), pointer + "/value"));
    }
    Operator operator =
        Operator.of(name)
            .orElseThrow(
                () ->
                    malformed(
                        pointer + "/op",
                        "op: expected one of = != < <= > >= in, is missing, is present"));
    return new Condition.Comparison(
        column, operator, literal(node.path("value"), pointer + "/value"));
  }

  private static List<Literal> literals(JsonNode list, String pointer) {
    if (!list.isArray() || list.isEmpty()) {
      throw malformed(pointer, "value of in: expected a list of values");
    }
    List<Literal> literals = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      literals.add(literal(list.get(i), pointer + "/" + i));
    }
    return literals;
  }

  private static Literal literal(JsonNode node, String pointer) {
    if (node.isNumber()) {
      return Literal.of(node.decimalValue());
    } else if (node.isTextual() || node.isBoolean()) {
      return Literal.of(node.asText());
    }
    throw malformed(pointer, "value: expected a string, a number or a boolean");
  }

  private static Conditions.Rebalance rebalance(JsonNode given) {
    JsonNode node = object(given, REBALANCE, Set.of("column", "shares", "missing"));
    String column = text(node, "column", REBALANCE);
    List<Conditions.Share> shares = new ArrayList<>();
    JsonNode named = node.path("shares");
    if (!named.isObject() || named.isEmpty() && !node.has("missing")) {
      throw malformed(REBALANCE + "/shares", "shares: expected an object of values and shares");
    }
    for (Map.Entry<String, JsonNode> entry : named.properties()) {
      shares.add(
          new Conditions.Share(
              Optional.of(Literal.of(entry.getKey())),
              share(entry.getValue(), pointer(entry.getKey()))));
    }
    if (node.has("missing")) {
      double share = share(node.path("missing"), REBALANCE + "/missing");
      shares.add(new Conditions.Share(Optional.empty(), share));
    }
    return new Conditions.Rebalance(column, shares);
  }

  /** The place of the share of a value, or of missing values. */
  public static String pointer(Conditions.Share share) {
    return share
        .value()
        .map(Literal::text)
        .map(ConditionsJson::pointer)
        .orElse("/rebalance/missing");
  }

  private static String pointer(String value) {
    return "/rebalance/shares/" + value.replace("~", "~0").replace("/", "~1");
  }

  private static double share(JsonNode node, String pointer) {
    if (!node.isNumber()) {
      throw malformed(pointer, "share: expected a number from 0 to 1");
    }
    return node.asDouble();
  }

  private static JsonNode object(JsonNode node, String pointer, Set<String> properties) {
    if (!node.isObject()) {
      throw malformed(pointer, "expected an object");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!properties.contains(entry.getKey())) {
        throw malformed(pointer, "unknown property, expected " + String.join(", ", properties));
      }
    }
    return node;
  }

  private static String text(JsonNode node, String name, String pointer) {
    if (!node.path(name).isTextual()) {
      throw malformed(pointer + "/" + name, name + ": expected a string");
    }
    return node.path(name).asText();
  }

  private static InvalidConditionException malformed(String pointer, String expected) {
    return new InvalidConditionException(Reason.MALFORMED, pointer, expected);
  }

  /** The conditions of all groups as {@link #read} takes them; an empty list where none are. */
  public static ArrayNode write(List<Conditions.Group> groups) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Conditions.Group group : groups) {
      if (group.rows().isEmpty()) {
        group.where().forEach(condition -> list.add(write(condition)));
      } else {
        ObjectNode node = list.addObject().put("rows", group.rows().getAsLong());
        ArrayNode where = node.putArray("where");
        group.where().forEach(condition -> where.add(write(condition)));
      }
    }
    return list;
  }

  private static ObjectNode write(Condition condition) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("column", condition.column());
    switch (condition) {
      case Condition.Presence presence ->
          node.put("op", presence.missing() ? "is missing" : "is present");
      case Condition.OneOf oneOf -> {
        ArrayNode values = node.put("op", "in").putArray("value");
        oneOf.values().forEach(value -> values.add(write(value)));
      }
      case Condition.Comparison comparison ->
          node.put("op", comparison.operator().symbol()).set("value", write(comparison.value()));
    }
    return node;
  }

  private static JsonNode write(Literal value) {
    return value.number()
        ? JsonNodeFactory.instance.numberNode(new BigDecimal(value.text()))
        : JsonNodeFactory.instance.textNode(value.text());
  }

  /** Both properties in one document. */
  public static ObjectNode write(Conditions conditions) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("conditions", write(conditions.groups()));
    conditions.rebalance().ifPresent(rebalance -> document.set("rebalance", write(rebalance)));
    return document;
  }

  /** Shares of a column as {@link #read} takes them. */
  public static ObjectNode write(Conditions.Rebalance rebalance) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("column", rebalance.column());
    ObjectNode shares = node.putObject("shares");
    for (Conditions.Share share : rebalance.shares()) {
      share
          .value()
          .ifPresentOrElse(
              value -> shares.put(value.text(), share.share()),
              () -> node.put("missing", share.share()));
    }
    return node;
  }
}
