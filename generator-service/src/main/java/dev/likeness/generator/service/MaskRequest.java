package dev.likeness.generator.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish for a masked copy, as it came in.
 *
 * @param datasetId the dataset
 * @param treatments by name of column, a JSON object
 * @param project whose key values shall match under; empty for the dataset's own
 */
public record MaskRequest(UUID datasetId, JsonNode treatments, Optional<String> project) {}
