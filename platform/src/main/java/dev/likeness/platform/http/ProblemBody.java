package dev.likeness.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.platform.problem.FieldError;
import dev.likeness.platform.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem on the wire. */
@Schema(
    name = "Problem",
    description = "What went wrong, after RFC 9457, with a stable code and what to do about it.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    @Schema(
            description = "The kind of problem, as a URI that ends in its code.",
            examples = "https://likeness.dev/problems/empty-file")
        String type,
    @Schema(description = "The kind of problem in words.", examples = "Empty file") String title,
    @Schema(description = "HTTP status.", examples = "400") int status,
    @Schema(description = "What happened this time; never a value of the data.") String detail,
    @Schema(description = "Stable name of the kind of problem.", examples = "empty-file")
        String code,
    @Schema(description = "What to do about it.") String action,
    @Schema(description = "JSON pointer into the request.", examples = "/rows")
        Optional<String> pointer,
    @Schema(description = "Each place when there are several.") List<FieldError> errors,
    @Schema(description = "Names this occurrence.") String instance) {

  /** The wire form of a problem that occurs now. */
  public static ProblemBody of(Problem problem) {
    return new ProblemBody(
        Problem.TYPES + problem.code(),
        problem.title(),
        problem.status(),
        problem.detail(),
        problem.code(),
        problem.action(),
        problem.pointer(),
        problem.errors(),
        "urn:uuid:" + UUID.randomUUID());
  }
}
