package dev.likeness.generator.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.generator.service.ModelCatalog;
import dev.likeness.table.options.OptionDescriptor;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The models that exist.
 *
 * @param items one entry for each, by name
 */
@Schema(name = "ModelList")
public record ModelList(List<ModelView> items) {

  /**
   * A model.
   *
   * @param name as typed
   * @param summary what it is good for
   * @param isDefault whether jobs use it that name none
   * @param options what can be set
   */
  @Schema(name = "Model")
  public record ModelView(
      @Schema(examples = "gaussian-copula") String name,
      String summary,
      @JsonProperty("default") @Schema(name = "default") boolean isDefault,
      List<OptionView> options) {

    /** A model as it is known. */
    static ModelView of(ModelCatalog.Entry model) {
      return new ModelView(
          model.name(),
          model.summary(),
          model.usual(),
          model.options().stream().map(OptionView::of).toList());
    }
  }

  /**
   * An option of a model.
   *
   * @param name as typed
   * @param type of its values
   * @param values that an enum may have, else null
   * @param defaultValue what holds when it is left out
   * @param min smallest permitted number, or null
   * @param max largest permitted number, or null
   * @param description what it changes
   */
  @Schema(name = "ModelOption")
  public record OptionView(
      String name,
      @Schema(enumeration = {"integer", "number", "boolean", "string", "enum"}) String type,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> values,
      @JsonProperty("default") @Schema(name = "default", implementation = Object.class)
          JsonNode defaultValue,
      @Nullable Double min,
      @Nullable Double max,
      String description) {

    private static final String CHOICE = "choice";

    /** An option as its model describes it. */
    static OptionView of(OptionDescriptor option) {
      boolean choice = option.type().equals(CHOICE);
      return new OptionView(
          option.name(),
          choice ? "enum" : option.type(),
          choice ? option.choices() : null,
          typed(option),
          limit(option.min()),
          limit(option.max()),
          option.doc());
    }

    private static JsonNode typed(OptionDescriptor option) {
      JsonNodeFactory json = JsonNodeFactory.instance;
      String text = option.defaultsTo();
      return switch (option.type()) {
        case "integer" -> json.numberNode(Long.parseLong(text));
        case "number" -> json.numberNode(Double.parseDouble(text));
        case "boolean" -> json.booleanNode(Boolean.parseBoolean(text));
        default -> json.textNode(text);
      };
    }

    private static @Nullable Double limit(OptionalDouble limit) {
      return limit.isPresent() ? limit.getAsDouble() : null;
    }
  }
}
