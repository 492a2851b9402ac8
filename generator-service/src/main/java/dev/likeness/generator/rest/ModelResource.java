package dev.likeness.generator.rest;

import dev.likeness.generator.service.ModelCatalog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The models that exist. */
@Path("/v1/models")
@Tag(name = "Models", description = "What can learn a table.")
public class ModelResource {

  private final ModelCatalog catalog;

  ModelResource(ModelCatalog catalog) {
    this.catalog = catalog;
  }

  /** Lists the models. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listModels",
      summary = "List the models with their options",
      description = "Names, types, defaults and ranges come from the models themselves.")
  @APIResponse(
      responseCode = "200",
      description = "Every model, by name.",
      content =
          @Content(
              schema = @Schema(implementation = ModelList.class),
              examples = @ExampleObject(name = "models", value = JobExamples.MODELS)))
  public ModelList list() {
    return new ModelList(catalog.models().stream().map(ModelList.ModelView::of).toList());
  }
}
