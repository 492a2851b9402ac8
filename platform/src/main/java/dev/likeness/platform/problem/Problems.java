package dev.likeness.platform.problem;

import dev.likeness.privacy.key.KeyUnavailableException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The table from exceptions to problems, and the problems that more than one service has. */
@Singleton
public class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  private final List<ProblemMapping> mappings;

  @Inject
  Problems(@Any Instance<ProblemMapping> mappings) {
    this.mappings = mappings.stream().toList();
  }

  /** The problem that an exception stands for; empty for those that nobody foresaw. */
  public Optional<Problem> known(Throwable failure) {
    if (failure instanceof ProblemException e) {
      return Optional.of(e.problem());
    }
    if (failure instanceof KeyUnavailableException e) {
      return Optional.of(keyUnavailable(e));
    }
    return mappings.stream().flatMap(mapping -> mapping.of(failure).stream()).findFirst();
  }

  /** The problem that an exception stands for; an unforeseen one is logged as an incident. */
  public Problem of(Throwable failure) {
    return known(failure).orElseGet(() -> internalError(report(failure)));
  }

  /**
   * Logs an unforeseen exception, without its message.
   *
   * @return id of the incident
   */
  public UUID report(Throwable failure) {
    UUID incident = UUID.randomUUID();
    LOG.errorf("incident %s: %s", incident, StackText.of(failure));
    return incident;
  }

  /** Something nobody foresaw. */
  public static Problem internalError(UUID incident) {
    return Problem.of(
        500,
        "internal-error",
        "Internal error",
        "Something went wrong on the server; incident " + incident + ".",
        "Try again. If it happens again, give the incident number to the operator.");
  }

  /** Processes keep dying under a work item. */
  public static Problem workerLost() {
    return Problem.of(
        500,
        "worker-lost",
        "Worker lost",
        "The process that did this work ended again and again before it was done.",
        "Ask the operator whether the machine has enough memory for this table, then retry.");
  }

  /** No such path. */
  public static Problem notFound() {
    return Problem.of(
        404,
        "not-found",
        "Not found",
        "There is nothing at this path.",
        "See /openapi for the paths that exist.");
  }

  /** A path with other methods. */
  public static Problem methodNotAllowed() {
    return Problem.of(
        405,
        "method-not-allowed",
        "Method not allowed",
        "This path does not answer this method.",
        "See /openapi for the methods of each path.");
  }

  /** A body of another kind. */
  public static Problem unsupportedMediaType() {
    return Problem.of(
        415,
        "unsupported-media-type",
        "Unsupported media type",
        "This path does not read bodies of the given Content-Type.",
        "See /openapi for the media types that it reads.");
  }

  /** An answer of a kind that nobody can give. */
  public static Problem notAcceptable() {
    return Problem.of(
        406,
        "not-acceptable",
        "Not acceptable",
        "This path cannot answer in a media type that the Accept header permits.",
        "Leave the Accept header out, or see /openapi for the media types.");
  }

  /** A multipart body that breaks off or whose parts nobody can find. */
  public static Problem malformedForm() {
    return Problem.of(
        400,
        "malformed-form",
        "Malformed form",
        "The multipart body cannot be read: its boundary is not found, or it ends too early.",
        "Let the HTTP client write the Content-Type header with its boundary.");
  }

  /** A parameter or property with a value that it cannot have. */
  public static Problem invalidValue(String detail) {
    return Problem.of(
        422, "invalid-value", "Invalid value", detail, "Correct the value and send it again.");
  }

  /** A query or path parameter with a value that it cannot have. */
  public static Problem invalidParameter(String name, String expected) {
    return Problem.of(
        400,
        "invalid-parameter",
        "Invalid parameter",
        "Parameter " + name + " has a value outside of what is expected: " + expected + ".",
        "Correct the parameter and send the request again.");
  }

  /** A query parameter of another type, where the name is not known. */
  public static Problem invalidParameterType() {
    return Problem.of(
        400,
        "invalid-parameter",
        "Invalid parameter",
        "A parameter of the query has another type than expected.",
        "Correct the parameter and send the request again; see /openapi for the types.");
  }

  /** An object of a version that did not encrypt; clear objects are never read. */
  public static Problem storedInTheClear() {
    return Problem.of(
        409,
        "stored-in-the-clear",
        "Stored in the clear",
        "A version before encryption stored this, or somebody put a clear object in its place.",
        "Upload the file again, and delete the old dataset.");
  }

  /** The key of the data cannot be had; without it nobody can read them. */
  private static Problem keyUnavailable(KeyUnavailableException e) {
    int status = e.code().equals("key-missing") ? 410 : 503;
    return Problem.of(status, e.code(), "Key unavailable", e.getMessage(), e.remedy());
  }

  /** No such dataset. */
  public static Problem datasetNotFound() {
    return Problem.of(
        404,
        "dataset-not-found",
        "Dataset not found",
        "There is no dataset with this id.",
        "Upload the file, or list the datasets by GET /v1/datasets.");
  }

  /** No such job. */
  public static Problem jobNotFound() {
    return Problem.of(
        404,
        "job-not-found",
        "Job not found",
        "There is no job with this id.",
        "Start one by POST /v1/jobs, or list them by GET /v1/jobs.");
  }

  /** The columns of the dataset could not be told. */
  public static Problem profilingFailed(String code) {
    return Problem.of(
        409,
        "profiling-failed",
        "Profiling failed",
        "The columns of this dataset could not be told (" + code + ").",
        "Upload the file again; if it fails again, give this code to the operator.");
  }

  /** The job ended without rows. */
  public static Problem jobFailed(String code) {
    return Problem.of(
        409,
        "job-failed",
        "Job failed",
        "The job ended without rows (" + code + ").",
        "See the job's error by GET /v1/jobs/{id}, then retry it or start another.");
  }

  /** Somebody cancelled the job. */
  public static Problem jobCancelled() {
    return Problem.of(
        409,
        "job-cancelled",
        "Job cancelled",
        "The job was cancelled before it had rows.",
        "Retry it by POST /v1/jobs/{id}/retry, or start another.");
  }

  /** The job is not done yet. */
  public static Problem jobNotFinished() {
    return Problem.of(
            409,
            "job-not-finished",
            "Job not finished",
            "The job has not ended yet.",
            "Wait for it: GET /v1/jobs/{id} tells how far it is.")
        .retryAfter(1);
  }
}
