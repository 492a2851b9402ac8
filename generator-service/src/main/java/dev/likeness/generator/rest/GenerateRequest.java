package dev.likeness.generator.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.generator.service.GeneratorProblems;
import dev.likeness.generator.service.JobRequest;
import dev.likeness.platform.problem.ProblemException;
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
 */
@Schema(description = "Asks for new rows. Only `dataset_id` is required.")
public record GenerateRequest(
    @Schema(description = "The dataset that the rows shall resemble.", required = true)
        @Nullable UUID datasetId,
    @Schema(
            description = "Name of the model, as in `GET /v1/models`.",
            defaultValue = "gaussian-copula")
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
        @Nullable ObjectNode treatments) {

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
        treatments == null ? JsonNodeFactory.instance.objectNode() : treatments);
  }

  private static ProblemException missing(String pointer, String name) {
    return GeneratorProblems.invalid(
            pointer, name + " is missing.", "Give it a value and send the request again.")
        .toException();
  }
}
