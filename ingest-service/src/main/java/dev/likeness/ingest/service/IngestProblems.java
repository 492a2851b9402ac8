package dev.likeness.ingest.service;

import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.ProblemMapping;
import dev.likeness.table.io.UnreadableTableException;
import dev.likeness.table.options.InvalidOptionException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The problems of this service, and what stands behind the exceptions of the table engine. */
@Singleton
public class IngestProblems implements ProblemMapping {

  @Override
  public Optional<Problem> of(Throwable failure) {
    return failure instanceof UnreadableTableException e
        ? Optional.of(unreadable(e))
        : Optional.empty();
  }

  private static Problem unreadable(UnreadableTableException e) {
    int status = e.code().equals("file-too-large") ? 413 : 400;
    return Problem.of(status, e.code(), title(e.code()), e.getMessage(), e.remedy());
  }

  private static String title(String code) {
    String words = code.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** An option of a reading is out of its range. */
  static Problem invalidOption(InvalidOptionException e) {
    return Problem.of(
            422,
            "invalid-option",
            "An option is not permitted",
            "The option " + e.option() + " has a value outside of what is permitted.",
            "What is permitted: "
                + e.reason().replaceFirst("^\\?, expected ", "")
                + ". See /openapi for the options of a reading.")
        .at("/" + e.option());
  }

  /** The upload is not there any more. */
  static Problem uploadNotKept() {
    return Problem.of(
        409,
        "upload-not-kept",
        "Upload not kept",
        "The file was not kept after it was read, so it cannot be read anew.",
        "Upload the file again with the options that it needs, or set"
            + " likeness.ingest.keep-upload=true.");
  }

  /** Somebody else changed the reading at the same time. */
  static Problem readingChanged() {
    return Problem.of(
        409,
        "reading-changed",
        "Reading changed",
        "Somebody else changed how this file is read, or deleted it, at the same time.",
        "See the dataset as it is now, and send the change again if it still applies.");
  }

  /** The form has no file. */
  public static Problem missingFile() {
    return Problem.of(
        400,
        "missing-file",
        "Missing file",
        "The form has no field with the name file.",
        "Send the file as the multipart field file, or as the body itself with Content-Type: "
            + "text/csv.");
  }

  /** The file is larger than permitted. */
  public static Problem fileTooLarge(long limit) {
    return Problem.of(
        413,
        "file-too-large",
        "File too large",
        "The file is larger than " + limit + " bytes.",
        "Send a smaller file, or ask the operator to raise likeness.ingest.max-file-size.");
  }

  /** The job's result does not exist in this format. */
  public static Problem formatNotAvailable() {
    return Problem.of(
        404,
        "format-not-available",
        "Format not available",
        "Results do not exist in this format.",
        "Ask for format=csv.");
  }

  /** There is no such sample. */
  public static Problem sampleNotFound() {
    return Problem.of(
        404,
        "sample-not-found",
        "Sample not found",
        "There is no sample with this name.",
        "List the samples by GET /v1/samples.");
  }

  /** The range lies outside of the file. */
  public static Problem rangeNotSatisfiable(long bytes) {
    return Problem.of(
        416,
        "range-not-satisfiable",
        "Range not satisfiable",
        "The range asked for lies outside of the file, which has " + bytes + " bytes.",
        "Ask for a range within the file, or for all of it.");
  }
}
