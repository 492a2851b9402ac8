package dev.likeness.platform.problem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A problem after RFC 9457.
 *
 * @param status HTTP status
 * @param code stable name in kebab-case; the last part of the type URI
 * @param title the kind of problem, the same for every occurrence
 * @param detail what happened this time
 * @param action what the reader can do about it
 * @param pointer JSON pointer into the request
 * @param errors several places at once; empty when there is one
 * @param retryAfter seconds after which the same request may succeed
 */
public record Problem(
    int status,
    String code,
    String title,
    String detail,
    String action,
    Optional<String> pointer,
    List<FieldError> errors,
    OptionalInt retryAfter) {

  /** Where the types of problems live. */
  public static final String TYPES = "https://likeness.dev/problems/";

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Copies the list. */
  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem with nothing optional. */
  public static Problem of(int status, String code, String title, String detail, String action) {
    return new Problem(
        status, code, title, detail, action, Optional.empty(), List.of(), OptionalInt.empty());
  }

  /** The same problem at a place in the request. */
  public Problem at(String pointer) {
    return new Problem(
        status, code, title, detail, action, Optional.of(pointer), errors, retryAfter);
  }

  /** The same problem at several places. */
  public Problem withErrors(List<FieldError> errors) {
    return new Problem(status, code, title, detail, action, pointer, errors, retryAfter);
  }

  /** The same problem with advice when to come back. */
  public Problem retryAfter(int seconds) {
    return new Problem(
        status, code, title, detail, action, pointer, errors, OptionalInt.of(seconds));
  }

  /** As something to throw. */
  public ProblemException toException() {
    return ProblemException.of(this);
  }
}
