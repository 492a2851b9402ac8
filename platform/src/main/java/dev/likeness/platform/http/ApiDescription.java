package dev.likeness.platform.http;

import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Gives the API description what every operation shares: a title, and an example for each problem
 * code that a response names in backticks and has no example for.
 */
public final class ApiDescription implements OASFilter {

  private static final Pattern CODE = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");
  private static final String INSTANCE = "urn:uuid:5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05";

  private static final Map<String, Problem> KNOWN =
      Stream.of(
              Problems.datasetNotFound(),
              Problems.jobNotFound(),
              Problems.jobNotFinished(),
              Problems.jobFailed("model-failed"),
              Problems.jobCancelled(),
              Problems.profilingFailed("internal-error"),
              Problems.unsupportedMediaType(),
              Problems.malformedForm(),
              Problems.invalidParameter("limit", "1 to 200"),
              Problems.invalidValue("A value has another type than expected."))
          .collect(Collectors.toUnmodifiableMap(Problem::code, Function.identity()));

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getInfo()
        .title("Likeness")
        .description("Synthetic tables that keep the statistics and lose the people.");
    if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
      api.getPaths()
          .getPathItems()
          .forEach(
              (path, item) ->
                  item.getOperations().forEach((method, named) -> name(method, path, named)));
    }
  }

  /** Operations that two paths share have no id of their own; it follows from the path. */
  private static void name(PathItem.HttpMethod method, String path, Operation operation) {
    if (operation.getOperationId() == null) {
      String words =
          Stream.of(path.split("[^A-Za-z0-9]+"))
              .filter(word -> !word.isEmpty())
              .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
              .collect(Collectors.joining());
      operation.setOperationId(method.name().toLowerCase(Locale.ROOT) + words);
    }
  }

  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getResponses() != null) {
      operation.getResponses().getAPIResponses().forEach(ApiDescription::addExamples);
    }
    return operation;
  }

  private static void addExamples(String status, APIResponse response) {
    if (response.getContent() == null || response.getDescription() == null) {
      return;
    }
    MediaType problem = response.getContent().getMediaType(Problem.MEDIA_TYPE);
    if (problem != null && problem.getExample() == null && problem.getExamples() == null) {
      codes(response.getDescription())
          .forEach(code -> problem.addExample(code, example(Integer.parseInt(status), code)));
    }
  }

  private static List<String> codes(String description) {
    return CODE.matcher(description).results().map(found -> found.group(1)).toList();
  }

  private static Example example(int status, String code) {
    Problem problem = KNOWN.getOrDefault(code, sketch(status, code));
    return OASFactory.createExample()
        .value(
            Map.of(
                "type",
                "https://likeness.dev/problems/" + code,
                "title",
                problem.title(),
                "status",
                status,
                "detail",
                problem.detail(),
                "code",
                code,
                "action",
                problem.action(),
                "instance",
                INSTANCE));
  }

  /** For codes of one service only; their title is the code in words. */
  private static Problem sketch(int status, String code) {
    String words = code.replace('-', ' ');
    String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return Problem.of(
        status, code, title, "What is wrong, in one sentence.", "What to do about it.");
  }
}
