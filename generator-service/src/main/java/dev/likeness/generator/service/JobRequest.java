package dev.likeness.generator.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.likeness.synthesis.Relations;
import dev.likeness.table.condition.Conditions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A wish for new rows, as it came in.
 *
 * @param datasetId the dataset that they shall resemble
 * @param model name of the model
 * @param rows how many
 * @param seed of everything random
 * @param options of the model, a JSON object
 * @param columns names of the wanted columns
 * @param treatments by name of column, a JSON object
 * @param conditions what rows shall be like
 * @param relations whether relations are kept
 */
public record JobRequest(
    UUID datasetId,
    Optional<String> model,
    OptionalLong rows,
    OptionalLong seed,
    JsonNode options,
    Optional<List<String>> columns,
    JsonNode treatments,
    Conditions conditions,
    Relations relations) {}
