package dev.likeness.platform.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.likeness.platform.problem.FieldError;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.ProblemException;
import dev.likeness.platform.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Exceptions that leave a resource, as problems: the HTTP half of the one table. */
public class ProblemMappers {

  private static final String FORM_PARSER = "org.jboss.resteasy.reactive.server.core.multipart.";

  private final Problems problems;

  @Inject
  ProblemMappers(Problems problems) {
    this.problems = problems;
  }

  /** A problem as a response. */
  public static Response response(Problem problem) {
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(ProblemBody.of(problem));
    problem.retryAfter().ifPresent(s -> response.header(HttpHeaders.RETRY_AFTER, s));
    return response.build();
  }

  /** What services throw on purpose. */
  @ServerExceptionMapper
  public Response problem(ProblemException e) {
    return response(e.problem());
  }

  /** No resource at this path; with a cause: a parameter that could not be converted. */
  @ServerExceptionMapper(priority = 1)
  public Response notFound(NotFoundException e) {
    return response(e.getCause() == null ? Problems.notFound() : Problems.invalidParameterType());
  }

  /** A resource with other methods. */
  @ServerExceptionMapper(priority = 1)
  public Response notAllowed(NotAllowedException e) {
    return response(Problems.methodNotAllowed());
  }

  /** A body of another kind. */
  @ServerExceptionMapper(priority = 1)
  public Response notSupported(NotSupportedException e) {
    return response(Problems.unsupportedMediaType());
  }

  /** An answer of another kind. */
  @ServerExceptionMapper(priority = 1)
  public Response notAcceptable(NotAcceptableException e) {
    return response(Problems.notAcceptable());
  }

  /** JSON of another shape than the request's. */
  @ServerExceptionMapper(priority = 1)
  public Response json(JacksonException e) {
    return response(JsonProblems.of(e));
  }

  /** JSON of another shape, thrown by the reader of bodies. */
  @ServerExceptionMapper(priority = 1)
  public Response mapping(JsonMappingException e) {
    return response(JsonProblems.of(e));
  }

  /** JSON of another type than declared, for which the framework has a mapper of its own. */
  @ServerExceptionMapper(priority = 1)
  public Response mismatch(MismatchedInputException e) {
    return response(JsonProblems.of(e));
  }

  /** JSON with a property that the request does not have. */
  @ServerExceptionMapper(priority = 1)
  public Response unknownProperty(UnrecognizedPropertyException e) {
    return response(JsonProblems.of(e));
  }

  /** Values that a constraint forbids. */
  @ServerExceptionMapper(priority = 1)
  public Response violation(ConstraintViolationException e) {
    if (e.getConstraintViolations().stream().anyMatch(ProblemMappers::isMissingBody)) {
      return response(JsonProblems.missingBody());
    }
    List<FieldError> errors =
        e.getConstraintViolations().stream()
            .map(v -> new FieldError(pointer(v), v.getMessage()))
            .sorted(java.util.Comparator.comparing(FieldError::pointer))
            .toList();
    Problem problem =
        Problems.invalidValue("A value is outside of what is permitted.").withErrors(errors);
    return response(errors.size() == 1 ? problem.at(errors.getFirst().pointer()) : problem);
  }

  /** Whatever else JAX-RS itself refuses. */
  @ServerExceptionMapper(priority = 2)
  public Response web(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    Optional<JacksonException> json = causedBy(e, JacksonException.class);
    if (json.isPresent() && status == 400) {
      return response(JsonProblems.of(json.get()));
    }
    return response(status >= 500 ? problems.of(e) : refused(status));
  }

  /** Everything that nobody foresaw, and what services' own tables know. */
  @ServerExceptionMapper(priority = 3)
  public Response other(Throwable e, HttpServerRequest request) {
    if (isMalformedForm(e)) {
      return response(Problems.malformedForm());
    }
    return response(
        isMediaType(request.getHeader(HttpHeaders.CONTENT_TYPE))
            ? problems.of(e)
            : Problems.unsupportedMediaType());
  }

  /** The framework's parser of forms throws bare exceptions; those of the disk start elsewhere. */
  private static boolean isMalformedForm(Throwable e) {
    StackTraceElement[] stack = e.getStackTrace();
    return e instanceof IOException
        && stack.length > 0
        && stack[0].getClassName().startsWith(FORM_PARSER);
  }

  /** The framework crashes over a Content-Type that is none. */
  private static boolean isMediaType(@Nullable String contentType) {
    try {
      return contentType == null || MediaType.valueOf(contentType) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Problem refused(int status) {
    return switch (status) {
      case 404 -> Problems.notFound();
      case 405 -> Problems.methodNotAllowed();
      case 406 -> Problems.notAcceptable();
      case 413 ->
          Problem.of(
              413,
              "file-too-large",
              "File too large",
              "The request is larger than this server takes.",
              "Send a smaller file, or ask the operator to raise the limit.");
      case 415 -> Problems.unsupportedMediaType();
      default ->
          Problem.of(
              status,
              "bad-request",
              "Bad request",
              "The request cannot be read.",
              "See /openapi for what this path expects.");
    };
  }

  /** A whole parameter that is not there; other parameters than the body are optional here. */
  private static boolean isMissingBody(ConstraintViolation<?> violation) {
    return violation.getInvalidValue() == null && pointer(violation).isEmpty();
  }

  private static String pointer(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .skip(2)
        .map(Path.Node::getName)
        .forEach(name -> pointer.append('/').append(SnakeCaseStrategy.INSTANCE.translate(name)));
    return pointer.toString();
  }

  private static <T extends Throwable> Optional<T> causedBy(Throwable e, Class<T> type) {
    Throwable cause = e.getCause();
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
