package dev.likeness.ingest.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /upload}, the plain name of {@code POST /v1/datasets}. */
@Path("/upload")
@Tag(
    name = "Front door",
    description = "Upload, generate, evaluate, download, by their plain names.")
public class UploadResource extends UploadOperations {

  @Inject
  UploadResource(UploadEndpoint endpoint) {
    super(endpoint);
  }
}
