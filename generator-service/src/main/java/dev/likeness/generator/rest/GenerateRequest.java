package dev.likeness.generator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.generator.service.GeneratorProblems;
import dev.likeness.generator.service.JobRequest;
import dev.likeness.platform.problem.ProblemException;
import dev.likeness.synthesis.Relations;
import dev.likeness.table.condition.Conditions;
import dev.likeness.table.condition.ConditionsJson;
import dev.likeness.table.condition.InvalidConditionException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks for new rows.
 *
 * @param datasetId the dataset that they shall resemble
 * @param model name of the model
 * @param rows how many
 * @param seed of everything random
 * @param options of the model
 * @param columns names of the wanted columns
 * @param treatments of columns by their names
 * @param conditions what rows shall be like
 * @param relations whether relations are kept
 * @param rebalance shares that a column shall have
 */
@Schema(description = "Asks for new rows. Only `dataset_id` is required.")
public record GenerateRequest(
    @Schema(description = "The dataset that the rows shall resemble.", required = true)
        @Nullable UUID datasetId,
    @Schema(
            description =
                "Name of the model, as in `GET /v1/models`. `auto` picks the one that"
                    + " `GET /v1/datasets/{id}/recommendation` names, and the next where that fails;"
                    + " `auto.story` of the job tells.",
            defaultValue = "auto")
        @Nullable String model,
    @Schema(
            description = "How many rows; as many as the dataset has when left out.",
            minimum = "1",
            examples = "1000")
        @Nullable Long rows,
    @Schema(
            description = "Same file, options and seed: same bytes.",
            defaultValue = "42",
            examples = "42")
        @Nullable Long seed,
    @Schema(
            description = "Options of the model; what is left out has its default.",
            type = SchemaType.OBJECT,
            implementation = Object.class)
        @Nullable ObjectNode options,
    @Schema(description = "Names of the wanted columns; all when left out.")
        @Nullable List<String> columns,
    @Schema(
            description =
                "Treatments by name of column, such as"
                    + " `{\"email\": {\"name\": \"fake\", \"options\": {}}}`; `null` for the usual"
                    + " one. Columns left out have what the profile says.",
            type = SchemaType.OBJECT,
            implementation = Object.class)
        @Nullable ObjectNode treatments,
    @Schema(
            description =
                "What rows shall be like: a list of `{\"column\": \"age\", \"op\": \">=\","
                    + " \"value\": 30}` that all hold (`op` is one of `=`, `!=`, `<`, `<=`, `>`,"
                    + " `>=`, `in`, `is missing`, `is present`); or a list of groups of rows,"
                    + " `{\"rows\": 500, \"where\": […]}`, one after another. Values are written as"
                    + " in the column, numbers also as plain numbers.",
            type = SchemaType.ARRAY,
            implementation = Object[].class)
        @Nullable JsonNode conditions,
    @Schema(
            description =
                "`keep`: relations that hold in every training row (equal columns, sums, what"
                    + " follows from what, orders) hold in every new row; `off`: they are left to"
                    + " the model. `relations_kept` of the job names them.",
            enumeration = {"keep", "off"},
            defaultValue = "keep")
        @Nullable String relations,
    @Schema(
            description =
                "Shares that a column shall have:"
                    + " `{\"column\": \"churn\", \"shares\": {\"yes\": 0.5}, \"missing\": 0.1}`."
                    + " What is left goes to all other values as they come.",
            type = SchemaType.OBJECT,
            implementation = Object.class)
        @Nullable ObjectNode rebalance) {

  /**
   * The wish behind the JSON.
   *
   * @throws dev.likeness.platform.problem.ProblemException when a value is missing
   */
  JobRequest toRequest() {
    if (datasetId == null) {
      throw missing("/dataset_id", "dataset_id");
    }
    if (columns != null && columns.contains(null)) {
      int at = columns.indexOf(null);
      throw missing("/columns/" + at, "columns[" + at + "]");
    }
    return new JobRequest(
        datasetId,
        Optional.ofNullable(model),
        rows == null ? OptionalLong.empty() : OptionalLong.of(rows),
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        options == null ? JsonNodeFactory.instance.objectNode() : options,
        Optional.ofNullable(columns),
        treatments == null ? JsonNodeFactory.instance.objectNode() : treatments,
        wished(),
        related());
  }

  private Relations related() {
    return Relations.of(relations == null ? Relations.KEEP.label() : relations)
        .orElseThrow(
            () ->
                GeneratorProblems.invalid(
                        "/relations", "relations is none of keep, off.", "Say keep or off.")
                    .toException());
  }

  private Conditions wished() {
    try {
      return ConditionsJson.read(orMissing(conditions), orMissing(rebalance));
    } catch (InvalidConditionException e) {
      throw GeneratorProblems.invalidCondition(e).toException();
    }
  }

  private static JsonNode orMissing(@Nullable JsonNode node) {
    return node == null ? JsonNodeFactory.instance.missingNode() : node;
  }

  private static ProblemException missing(String pointer, String name) {
    return GeneratorProblems.invalid(
            pointer, name + " is missing.", "Give it a value and send the request again.")
        .toException();
  }
}
