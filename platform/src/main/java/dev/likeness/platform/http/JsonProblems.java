package dev.likeness.platform.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a JSON body. Jackson's own messages are never passed on: they quote values.
 */
final class JsonProblems {

  private JsonProblems() {}

  static Problem of(JacksonException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException e -> unknownProperty(e);
      case JsonEOFException e -> malformed(e);
      case JsonParseException e -> malformed(e);
      case JsonMappingException e when e.getCause() instanceof InputCoercionException ->
          Problems.invalidValue("A number is larger or smaller than any that can be meant here.")
              .at(pointer(e.getPath()));
      case JsonMappingException e
          when e.getCause() instanceof JacksonException cause
              && !(cause instanceof JsonMappingException) ->
          malformed(cause);
      case JsonMappingException e -> wrongType(e);
      default -> malformed(failure);
    };
  }

  private static Problem unknownProperty(UnrecognizedPropertyException e) {
    return Problem.of(
            400,
            "unknown-property",
            "Unknown property",
            "The request has a property that does not exist here.",
            "Remove it, or correct its name; see /openapi for the properties.")
        .at(pointer(e.getPath()));
  }

  private static Problem wrongType(JsonMappingException e) {
    return Problems.invalidValue(
            "A value has another type than expected" + expected(e) + ", or is missing.")
        .at(pointer(e.getPath()));
  }

  private static String expected(JsonMappingException e) {
    if (!(e instanceof MismatchedInputException mismatch) || mismatch.getTargetType() == null) {
      return "";
    }
    return word(mismatch.getTargetType()).map(w -> " (" + w + ")").orElse("");
  }

  private static Optional<String> word(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "Integer", "int", "Long", "long", "BigInteger" -> Optional.of("a whole number");
      case "Double", "double", "BigDecimal" -> Optional.of("a number");
      case "String" -> Optional.of("a text");
      case "Boolean", "boolean" -> Optional.of("true or false");
      case "UUID" -> Optional.of("a UUID");
      case "List", "ArrayList", "Set" -> Optional.of("a list");
      case "Map", "ObjectNode", "JsonNode" -> Optional.of("an object");
      default -> Optional.empty();
    };
  }

  static Problem missingBody() {
    return malformed("The body is missing.");
  }

  private static Problem malformed(JacksonException e) {
    String place =
        Optional.ofNullable(e.getLocation())
            .filter(l -> l.getLineNr() > 0)
            .map(l -> " at line " + l.getLineNr() + ", column " + l.getColumnNr())
            .orElse("");
    return malformed("The body is not well-formed JSON" + place + ".");
  }

  private static Problem malformed(String detail) {
    return Problem.of(
        400,
        "malformed-json",
        "Malformed JSON",
        detail,
        "Send one JSON object, with the header Content-Type: application/json.");
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      pointer.append('/');
      pointer.append(
          step.getFieldName() == null
              ? Integer.toString(step.getIndex())
              : step.getFieldName().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
