package dev.likeness.profiler.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.likeness.privacy.treatment.Treatment;
import dev.likeness.privacy.treatment.Treatments;
import dev.likeness.table.options.OptionDescriptor;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The treatments that exist.
 *
 * @param items one entry for each, by name
 */
@Schema(name = "TreatmentList")
public record TreatmentList(List<TreatmentView> items) {

  /**
   * A treatment.
   *
   * @param name as typed
   * @param summary what becomes of the cells
   * @param reversible whether whoever has the key can undo it
   * @param options what can be set
   */
  @Schema(name = "Treatment")
  public record TreatmentView(
      @Schema(examples = "fpe") String name,
      String summary,
      boolean reversible,
      List<OptionView> options) {

    static TreatmentView of(Treatment<?> treatment) {
      return new TreatmentView(
          treatment.name(),
          treatment.summary(),
          Treatments.isReversible(treatment),
          Treatments.describe(treatment).stream().map(OptionView::of).toList());
    }
  }

  /**
   * An option of a treatment.
   *
   * @param name as typed
   * @param type of its values
   * @param values that an enum may have, else absent
   * @param defaultValue what holds when it is left out
   * @param min smallest permitted number, or null
   * @param max largest permitted number, or null
   * @param description what it changes
   */
  @Schema(name = "TreatmentOption")
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
