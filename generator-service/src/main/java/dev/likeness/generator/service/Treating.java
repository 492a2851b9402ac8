package dev.likeness.generator.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.generator.config.CaesarLegacyConfig;
import dev.likeness.generator.persistence.KnownDataset;
import dev.likeness.platform.access.Caller;
import dev.likeness.platform.access.Callers;
import dev.likeness.platform.access.Role;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.privacy.plan.Fences;
import dev.likeness.privacy.plan.InvalidPlanException;
import dev.likeness.privacy.plan.PlannedProfile;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentChoice;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.privacy.treatment.UnknownTreatmentException;
import dev.likeness.table.options.InvalidOptionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which treatments a job uses: those of its request, else those that people chose for the dataset,
 * else the usual ones; and the fences around treatments that only obscure.
 */
@ApplicationScoped
public class Treating {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TREATMENTS = "/treatments";

  private final CaesarLegacyConfig caesar;
  private final Callers callers;
  private final Readings readings;

  Treating(CaesarLegacyConfig caesar, Callers callers, Readings readings) {
    this.caesar = caesar;
    this.callers = callers;
    this.readings = readings;
  }

  /** Whether whoever asks is a privacy officer. */
  boolean isOfficer() {
    return callers
        .current()
        .map(Caller::roles)
        .filter(r -> r.contains(Role.PRIVACY_OFFICER))
        .isPresent();
  }

  /**
   * Checks the treatments of a request as far as they can be checked now: names and options always,
   * columns by the reading, everything where the profile is known.
   */
  void check(JsonNode treatments, KnownDataset dataset, Purpose purpose) {
    Map<String, TreatmentChoice> chosen = chosen(treatments);
    List<String> columns = readings.columnNames(dataset.reading());
    for (Map.Entry<String, TreatmentChoice> choice : chosen.entrySet()) {
      if (!columns.contains(choice.getKey())) {
        throw GeneratorProblems.unknownTreatedColumn(pointer(choice.getKey())).toException();
      }
      bind(choice.getKey(), choice.getValue());
    }
    dataset
        .profile()
        .map(readings::planned)
        .ifPresent(planned -> plan(planned, purpose, treatments, isOfficer()));
  }

  private static void bind(String column, TreatmentChoice choice) {
    try {
      choice.bound();
    } catch (UnknownTreatmentException e) {
      throw GeneratorProblems.invalidTreatment(pointer(column) + "/name", e.getMessage())
          .toException();
    } catch (InvalidOptionException e) {
      throw GeneratorProblems.invalidTreatment(
              pointer(column) + "/options/" + e.option(), choice.name() + "." + e.getMessage())
          .toException();
    }
  }

  private static String pointer(String column) {
    return TREATMENTS + "/" + column.replace("~", "~0").replace("/", "~1");
  }

  private static Map<String, TreatmentChoice> chosen(JsonNode treatments) {
    Map<String, TreatmentChoice> chosen = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : treatments.properties()) {
      String place = pointer(entry.getKey());
      try {
        Configuration.choice(entry.getValue(), place)
            .ifPresent(choice -> chosen.put(entry.getKey(), choice));
      } catch (InvalidPlanException e) {
        throw GeneratorProblems.invalidTreatment(e.pointer(), e.getMessage()).toException();
      }
    }
    return chosen;
  }

  /**
   * The plan of a job; a column whose treatment is {@code null} in the request has the usual one.
   */
  TreatmentPlan plan(
      PlannedProfile planned, Purpose purpose, JsonNode treatments, boolean officer) {
    Map<String, TreatmentChoice> stored = new LinkedHashMap<>(planned.treatments());
    treatments.properties().forEach(entry -> stored.remove(entry.getKey()));
    TreatmentPlan plan =
        TreatmentPlan.of(planned.profile(), purpose, stored).with(chosen(treatments));
    try {
      plan.check(planned.profile(), purpose, new Fences(caesar.enabled(), officer));
      return plan;
    } catch (InvalidPlanException e) {
      String place = e.pointer().replaceFirst("^/columns", TREATMENTS);
      throw GeneratorProblems.invalidTreatment(
              place.replaceFirst("^(/treatments/[^/]*)/treatment", "$1"), e.getMessage())
          .toException();
    }
  }

  /** Treatments as a job keeps them. */
  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("treatments of a job are not JSON", e);
    }
  }
}
