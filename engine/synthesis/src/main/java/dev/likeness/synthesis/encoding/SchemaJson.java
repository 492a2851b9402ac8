package dev.likeness.synthesis.encoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.synthesis.CorruptModelException;
import dev.likeness.table.Field;
import dev.likeness.table.Measure;
import dev.likeness.table.NumberFormat;
import dev.likeness.table.NumberSign;
import dev.likeness.table.Role;
import dev.likeness.table.Schema;
import dev.likeness.table.StorageType;
import dev.likeness.table.TemporalFormat;
import dev.likeness.table.TemporalNames;
import dev.likeness.table.TextFormat;
import dev.likeness.table.ValueFormat;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A schema in the header of a model, so that a model can be used without the table it saw. */
public final class SchemaJson {

  private SchemaJson() {}

  /** One object for each field. */
  public static ArrayNode write(Schema schema) {
    ArrayNode fields = JsonNodeFactory.instance.arrayNode();
    for (Field field : schema.fields()) {
      ObjectNode node = fields.addObject();
      node.put("name", field.name());
      node.put("type", field.type().name());
      node.put("measure", field.measure().name());
      node.put("role", field.role().name());
      write(field.format(), node.putObject("format"));
    }
    return fields;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws CorruptModelException when it cannot have been written by it
   */
  public static Schema read(JsonNode fields) {
    try {
      List<Field> read = new ArrayList<>();
      for (JsonNode node : fields) {
        StorageType type = StorageType.valueOf(node.path("type").asText());
        read.add(
            new Field(
                node.path("name").asText(),
                type,
                Measure.valueOf(node.path("measure").asText()),
                Role.valueOf(node.path("role").asText()),
                format(type, node.path("format"))));
      }
      return new Schema(read);
    } catch (CorruptModelException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new CorruptModelException("schema is not one");
    }
  }

  private static void write(ValueFormat format, ObjectNode node) {
    node.put("missing_token", format.missingToken());
    switch (format) {
      case NumberFormat f -> {
        node.put("decimals", f.decimals());
        node.put("min_decimals", f.minDecimals());
        node.put("decimal_mark", String.valueOf(f.decimalMark()));
        node.put("grouping", f.grouping().map(String::valueOf).orElse(""));
        node.put("min_integer_digits", f.minIntegerDigits());
        node.put("prefix", f.prefix());
        node.put("suffix", f.suffix());
        node.put("sign", f.sign().name());
        node.put("group_size", f.groupSize());
      }
      case TemporalFormat f -> {
        node.put("pattern", f.pattern());
        node.put("unit", f.unit().name());
        texts(f.names().months(), node.putArray("months"));
        texts(f.names().days(), node.putArray("days"));
        texts(f.names().halves(), node.putArray("halves"));
      }
      case TextFormat ignored -> {}
    }
  }

  private static ValueFormat format(StorageType type, JsonNode node) {
    String missing = node.path("missing_token").asText();
    return switch (type) {
      case NUMERIC ->
          new NumberFormat(
                  node.path("decimals").asInt(-1),
                  node.path("min_decimals").asInt(),
                  character(node.path("decimal_mark").asText()),
                  Optional.of(node.path("grouping").asText())
                      .filter(text -> !text.isEmpty())
                      .map(SchemaJson::character),
                  node.path("min_integer_digits").asInt(-1),
                  node.path("prefix").asText(),
                  node.path("suffix").asText(),
                  missing)
              .signed(
                  NumberSign.valueOf(node.path("sign").asText(NumberSign.MINUS.name())),
                  node.path("group_size").asInt(0));
      case TEMPORAL ->
          new TemporalFormat(
                  node.path("pattern").asText(),
                  ChronoUnit.valueOf(node.path("unit").asText()),
                  missing)
              .named(
                  new TemporalNames(
                      texts(node.path("months")),
                      texts(node.path("days")),
                      texts(node.path("halves"))));
      case CATEGORICAL, TEXT -> new TextFormat(missing);
    };
  }

  private static void texts(List<String> texts, ArrayNode array) {
    texts.forEach(array::add);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static char character(String text) {
    if (text.length() != 1) {
      throw new CorruptModelException("a mark of a number format is not one character");
    }
    return text.charAt(0);
  }
}
