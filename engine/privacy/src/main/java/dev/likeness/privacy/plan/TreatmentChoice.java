package dev.likeness.privacy.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.privacy.treatment.BoundTreatment;
import dev.likeness.privacy.treatment.Treatments;
import org.jspecify.annotations.Nullable;

/**
 * A treatment by name and options.
 *
 * @param name of the treatment
 * @param options that differ from the usual ones
 * @param byDefault nobody chose it
 */
public record TreatmentChoice(
    String name, ObjectNode options, @JsonProperty("default") boolean byDefault) {

  /** A choice that somebody made. */
  public static TreatmentChoice of(String name, ObjectNode options) {
    return new TreatmentChoice(name, options, false);
  }

  /** A choice that nobody made, with the usual options. */
  static TreatmentChoice usual(String name) {
    return new TreatmentChoice(name, JsonNodeFactory.instance.objectNode(), true);
  }

  TreatmentChoice with(String option, String value) {
    return new TreatmentChoice(name, options.deepCopy().put(option, value), byDefault);
  }

  TreatmentChoice with(String option, double value) {
    return new TreatmentChoice(name, options.deepCopy().put(option, value), byDefault);
  }

  TreatmentChoice with(String option, int value) {
    return new TreatmentChoice(name, options.deepCopy().put(option, value), byDefault);
  }

  @JsonCreator
  static TreatmentChoice read(
      @JsonProperty("name") String name,
      @JsonProperty("options") @Nullable JsonNode options,
      @JsonProperty("default") boolean byDefault) {
    ObjectNode given =
        options instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    return new TreatmentChoice(name, given, byDefault);
  }

  /**
   * The treatment itself.
   *
   * @throws dev.likeness.privacy.treatment.UnknownTreatmentException when it does not exist
   * @throws dev.likeness.table.options.InvalidOptionException when an option does not fit
   */
  public BoundTreatment<?> bound() {
    return Treatments.bind(name, options);
  }
}
