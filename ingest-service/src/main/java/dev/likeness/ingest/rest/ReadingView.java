package dev.likeness.ingest.rest;

import dev.likeness.ingest.service.DatasetInfo;
import dev.likeness.table.io.Dialect;
import dev.likeness.table.io.Origin;
import dev.likeness.table.io.Reading;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a file was read, on the wire. */
@Schema(
    name = "Reading",
    description =
        "What kind of file it is and how it was read. What is not in `overridden` was detected.")
public record ReadingView(
    @Schema(enumeration = {"csv", "xlsx", "parquet", "jsonl"}) String format,
    @Schema(enumeration = {"none", "gzip", "zip"}) String container,
    @Schema(
            description = "The archive's entry that was read.",
            nullable = true,
            implementation = String.class)
        Optional<String> entry,
    @Schema(
            description = "The workbook's sheet that was read.",
            nullable = true,
            implementation = String.class)
        Optional<String> sheet,
    @Schema(description = "Visible sheets of the workbook.") List<String> sheets,
    @Schema(examples = "UTF-8") String charset,
    @Schema(
            description =
                "One character, or one with a blank behind it that belongs to it; two blanks stand"
                    + " for any number of them.",
            examples = ",")
        String delimiter,
    @Schema(
            description = "Null where fields have no quotes.",
            examples = "\"",
            nullable = true,
            implementation = String.class)
        Optional<String> quote,
    @Schema(
            description = "What stands before a quote within quotes; the quote itself if doubled.",
            nullable = true,
            implementation = String.class)
        Optional<String> escape,
    @Schema(description = "Whether the first record names the columns.") boolean header,
    @Schema(description = "Records above the table.") int skippedLines,
    @Schema(enumeration = {"LF", "CRLF", "CR", "MIXED"}) String lineEnd,
    @Schema(
            description = "The decimal mark; null: judged column by column.",
            nullable = true,
            implementation = String.class)
        Optional<String> decimal,
    @Schema(description = "Texts that mean \"no value\"; none: judged column by column.")
        List<String> missingTokens,
    @Schema(description = "What people said instead of having it detected.")
        List<String> overridden,
    @Schema(description = "Whether the file can be read anew.") boolean uploadKept,
    @Schema(description = "From 1; a higher one replaces a lower one.") int version) {

  static ReadingView of(DatasetInfo info) {
    Reading reading = info.reading();
    Dialect dialect = reading.dialect();
    Origin origin = reading.origin();
    return new ReadingView(
        origin.format(),
        origin.container(),
        origin.entry(),
        origin.sheet(),
        origin.sheets(),
        dialect.charset(),
        dialect.delimiterText(),
        mark(dialect.quote()),
        mark(dialect.escape()),
        dialect.header(),
        dialect.skippedLines(),
        dialect.lineEnd(),
        reading.decimal().map(String::valueOf),
        reading.missingTokens(),
        reading.overridden(),
        info.uploadKept(),
        info.version());
  }

  private static Optional<String> mark(char mark) {
    return mark == Dialect.NO_QUOTE ? Optional.empty() : Optional.of(String.valueOf(mark));
  }
}
