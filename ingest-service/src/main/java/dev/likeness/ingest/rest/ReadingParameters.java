package dev.likeness.ingest.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.likeness.ingest.service.OptionsPatch;
import dev.likeness.platform.problem.Problems;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.ReadOptions;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What may be said about a file in the query of its upload. */
public class ReadingParameters {

  /** Character set. */
  @Parameter(description = "Character set of the text, such as `windows-1252`.")
  @RestQuery
  Optional<String> charset;

  /** Delimiter. */
  @Parameter(description = "Between fields; `tab` for a tabulator.")
  @RestQuery
  Optional<String> delimiter;

  /** Quote. */
  @Parameter(description = "Around fields; empty for none.")
  @RestQuery
  Optional<String> quote;

  /** Escape. */
  @Parameter(description = "Before a quote within quotes.")
  @RestQuery
  Optional<String> escape;

  /** Header. */
  @Parameter(description = "Whether the first record of the table names the columns.")
  @RestQuery
  Optional<Boolean> header;

  /** Skipped lines. */
  @Parameter(name = "skipped_lines", description = "Records above the table.")
  @RestQuery("skipped_lines")
  Optional<Integer> skippedLines;

  /** Sheet. */
  @Parameter(description = "Name of the workbook's sheet.")
  @RestQuery
  Optional<String> sheet;

  /** Entry. */
  @Parameter(description = "Name of the archive's entry.")
  @RestQuery
  Optional<String> entry;

  /** Decimal mark. */
  @Parameter(description = "Mark before the fraction of numbers, `.` or `,`.")
  @RestQuery
  Optional<String> decimal;

  /** Missing tokens. */
  @Parameter(
      name = "missing_tokens",
      description = "A text that means \"no value\"; give the parameter once for each.")
  @RestQuery("missing_tokens")
  List<String> missingTokens;

  /** The options; those of a JSON text win. */
  ReadOptions options(Optional<String> json) {
    ObjectNode patch = TableJson.mapper().createObjectNode();
    charset.ifPresent(value -> patch.put("charset", value));
    delimiter.ifPresent(value -> patch.put("delimiter", value));
    quote.ifPresent(value -> patch.put("quote", value));
    escape.ifPresent(value -> patch.put("escape", value));
    header.ifPresent(value -> patch.put("header", value));
    skippedLines.ifPresent(value -> patch.put("skipped_lines", value));
    sheet.ifPresent(value -> patch.put("sheet", value));
    entry.ifPresent(value -> patch.put("entry", value));
    decimal.ifPresent(value -> patch.put("decimal", value));
    if (!missingTokens.isEmpty()) {
      missingTokens.forEach(patch.withArray("missing_tokens")::add);
    }
    json.map(ReadingParameters::object).ifPresent(patch::setAll);
    return OptionsPatch.apply(ReadOptions.none(), patch);
  }

  private static ObjectNode object(String json) {
    try {
      JsonNode node = TableJson.mapper().readTree(json);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw notAnObject();
    }
    throw notAnObject();
  }

  private static RuntimeException notAnObject() {
    return Problems.invalidValue("The field options is no JSON object.")
        .at("/options")
        .toException();
  }
}
