package dev.likeness.profiler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.platform.access.Caller;
import dev.likeness.platform.access.Callers;
import dev.likeness.platform.access.Role;
import dev.likeness.privacy.plan.Configuration;
import dev.likeness.privacy.plan.Fences;
import dev.likeness.privacy.plan.InvalidPlanException;
import dev.likeness.privacy.plan.Purpose;
import dev.likeness.privacy.plan.TreatmentPlan;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadOptions;
import dev.likeness.table.io.Reading;
import dev.likeness.table.profile.TableProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Understands configurations and holds treatments to the rules; says what is wrong with them. */
@Singleton
public class Plans {

  static final String COLUMNS = "/columns";

  private static final List<String> PROPERTIES =
      List.of("version", "reading", "columns", "project");

  private final boolean caesar;
  private final Callers callers;

  @Inject
  Plans(
      @ConfigProperty(name = "likeness.caesar-legacy.enabled", defaultValue = "false")
          boolean caesar,
      Callers callers) {
    this.caesar = caesar;
    this.callers = callers;
  }

  /**
   * What is said about columns, and the project, as a configuration.
   *
   * @param place JSON pointer to the columns in the request
   */
  Configuration configuration(ObjectNode columns, Optional<String> project, String place) {
    ObjectNode json = TableJson.mapper().createObjectNode();
    json.set("columns", columns);
    project.ifPresent(name -> json.put("project", name));
    try {
      return Configuration.read(json);
    } catch (InvalidPlanException e) {
      throw problem(e, place);
    }
  }

  /** A configuration file, checked against the columns and the reading of a dataset. */
  Configuration configuration(JsonNode file, List<String> names, Reading reading) {
    ColumnRules.require(file.isObject(), "", "an object");
    file.fieldNames()
        .forEachRemaining(
            name -> {
              if (!PROPERTIES.contains(name)) {
                throw ProfilerProblems.unknownProperty(ColumnRules.step(name)).toException();
              }
            });
    JsonNode columns = file.path("columns");
    boolean none = columns.isMissingNode() || columns.isNull();
    ColumnRules.require(none || columns.isObject(), COLUMNS, "an object");
    ObjectNode said =
        none ? TableJson.mapper().createObjectNode() : (ObjectNode) columns.deepCopy();
    ColumnRules.check(said, names, COLUMNS);
    ObjectNode whole = file.deepCopy();
    whole.set("columns", MergePatch.apply(TableJson.mapper().createObjectNode(), said));
    Configuration configuration = read(whole);
    checkReading(configuration.reading(), reading);
    return new Configuration(ReadOptions.none(), configuration.columns(), configuration.project());
  }

  private static Configuration read(ObjectNode whole) {
    try {
      return Configuration.read(whole);
    } catch (InvalidPlanException e) {
      throw problem(e, COLUMNS);
    }
  }

  /** What the file says about reading must be how the dataset was read, said or detected. */
  private static void checkReading(ReadOptions said, Reading reading) {
    JsonNode wanted = TableJson.mapper().valueToTree(said);
    JsonNode now = TableJson.mapper().valueToTree(reading.options());
    JsonNode found = TableJson.mapper().valueToTree(reading.dialect());
    for (String option : said.given()) {
      JsonNode value = wanted.path(option);
      boolean same = value.equals(now.path(option)) || value.equals(found.path(option));
      if (!same) {
        throw ProfilerProblems.readingDiffers("/reading" + ColumnRules.step(option)).toException();
      }
    }
  }

  /**
   * Checks the treatments of a configuration against the columns as they are said to be.
   *
   * @param place JSON pointer to the columns in the request
   */
  void check(Configuration wanted, TableProfile table, String place) {
    boolean officer =
        callers
            .current()
            .map(Caller::roles)
            .filter(roles -> roles.contains(Role.PRIVACY_OFFICER))
            .isPresent();
    try {
      new TreatmentPlan(wanted.treatments())
          .check(
              Supposed.profile(table, wanted.amendments()),
              Purpose.MASKED_COPY,
              new Fences(caesar, officer));
    } catch (InvalidPlanException e) {
      throw problem(e, place);
    }
  }

  private static RuntimeException problem(InvalidPlanException e, String place) {
    String pointer =
        e.pointer().startsWith(COLUMNS)
            ? place + e.pointer().substring(COLUMNS.length())
            : e.pointer();
    boolean treatment = pointer.contains("/treatment") || e.pointer().equals(COLUMNS);
    return treatment
        ? ProfilerProblems.invalidTreatment(pointer, e.getMessage()).toException()
        : ProfilerProblems.invalid(pointer, e.getMessage()).toException();
  }

  /** The usual treatments of a masked copy, and those that people chose. */
  static TreatmentPlan plan(TableProfile table, Configuration said) {
    return TreatmentPlan.of(
        Supposed.profile(table, said.amendments()),
        Purpose.MASKED_COPY,
        Map.copyOf(said.treatments()));
  }
}
