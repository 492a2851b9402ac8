package dev.likeness.ingest.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What may be said about a file, as the API description shows it; requests are read as JSON, where
 * a property that is null and one that is absent differ.
 */
@Schema(
    name = "ReadingPatch",
    description = "What is said about a file. Null: detect it again. Absent: leave it.")
record ReadingPatch(
    @Schema(nullable = true, examples = "windows-1252") String charset,
    @Schema(
            nullable = true,
            description =
                "One character, or one and a blank that belongs to it; two blanks for any number of"
                    + " them; `tab`.",
            examples = ";")
        String delimiter,
    @Schema(nullable = true, description = "One character, or empty for none.") String quote,
    @Schema(nullable = true, description = "One character.") String escape,
    @Schema(nullable = true) Boolean header,
    @Schema(nullable = true, minimum = "0") Integer skippedLines,
    @Schema(nullable = true, description = "Name of a workbook's sheet.") String sheet,
    @Schema(nullable = true, description = "Name of an archive's entry.") String entry,
    @Schema(
            nullable = true,
            enumeration = {".", ","})
        String decimal,
    @Schema(nullable = true, description = "At most 100 texts.") List<String> missingTokens) {}
