package dev.likeness.generator.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.generator.service.MaskRequest;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a masked copy.
 *
 * @param treatments of columns by their names
 * @param project whose key values shall match under
 */
@Schema(description = "Asks for a masked copy. Everything may be left out.")
public record MaskedRequest(
    @Schema(
            description =
                "Treatments by name of column, such as"
                    + " `{\"email\": {\"name\": \"mask\", \"options\": {\"keep\": 2}}}`; `null` for"
                    + " the usual one. Columns left out have what the profile says.",
            type = SchemaType.OBJECT,
            implementation = Object.class)
        @Nullable ObjectNode treatments,
    @Schema(
            description =
                "Name of a project: equal values match in all copies made under its key, and its"
                    + " key outlives the dataset. Left out: the dataset's own key.",
            examples = "crm")
        @Nullable String project) {

  /** The wish behind the JSON. */
  MaskRequest toRequest(UUID dataset) {
    return new MaskRequest(
        dataset,
        treatments == null ? JsonNodeFactory.instance.objectNode() : treatments,
        Optional.ofNullable(project));
  }
}
