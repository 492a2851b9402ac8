package dev.likeness.ingest.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of datasets on the wire. */
@Schema(name = "DatasetPage")
public record DatasetPage(
    @Schema(description = "From new to old.") List<DatasetView> items,
    @Schema(
            description = "Leads to the next page; null on the last.",
            nullable = true,
            implementation = String.class)
        Optional<String> nextCursor) {}
