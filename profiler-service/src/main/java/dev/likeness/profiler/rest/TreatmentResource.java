package dev.likeness.profiler.rest;

import dev.likeness.privacy.treatment.Treatments;
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

/** What can be done to columns. */
@Path("/v1/treatments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Treatments", description = "What can be done to columns.")
public class TreatmentResource {

  private static final String LIST =
      """
      {"items": [{"name": "mask", "summary": "Covers all but a few letters and digits; format and length stay.",
        "reversible": false, "options": [{"name": "keep", "type": "integer", "default": 4,
          "min": 0.0, "max": 64.0, "description": "How many letters and digits are left."}]}]}
      """;

  /** Lists the treatments. */
  @GET
  @Operation(
      operationId = "listTreatments",
      summary = "List the treatments with their options",
      description =
          "Names, types, defaults and ranges come from the treatments themselves. `reversible`:"
              + " whoever has the key can undo it, with the usual options.")
  @APIResponse(
      responseCode = "200",
      description = "Every treatment, by name.",
      content =
          @Content(
              schema = @Schema(implementation = TreatmentList.class),
              examples = @ExampleObject(name = "treatments", value = LIST)))
  public TreatmentList list() {
    return new TreatmentList(
        Treatments.all().stream().map(TreatmentList.TreatmentView::of).toList());
  }
}
