package dev.likeness.generator.service;

import dev.likeness.platform.problem.Problem;
import dev.likeness.synthesis.UnmetConditionException;
import dev.likeness.synthesis.auto.NoModelException;
import dev.likeness.table.condition.InvalidConditionException;
import dev.likeness.table.options.InvalidOptionException;
import java.time.Duration;
import java.util.List;

/** Everything that the generator may refuse, in one place. */
public final class GeneratorProblems {

  private static final int UNPROCESSABLE = 422;
  private static final int CONFLICT = 409;

  private GeneratorProblems() {}

  static Problem profileLate(Duration deadline) {
    return Problem.of(
        CONFLICT,
        "profile-timeout",
        "The dataset's columns did not become known in time",
        "The dataset was not profiled within " + deadline.toSeconds() + " seconds.",
        "See that the profiler runs, then POST /v1/jobs/{id}/retry.");
  }

  /** A value of the right type that is not permitted. */
  public static Problem invalid(String pointer, String detail, String action) {
    return Problem.of(UNPROCESSABLE, "invalid-value", "A value is not permitted", detail, action)
        .at(pointer);
  }

  static Problem rowsOutOfRange(long rows, long max) {
    return Problem.of(
            UNPROCESSABLE,
            "rows-out-of-range",
            "The number of rows is out of range",
            "rows = " + rows + ", expected in [1, " + max + "].",
            "Ask for at least one row and at most " + max + ".")
        .at("/rows");
  }

  static Problem emptyDataset() {
    return Problem.of(
            UNPROCESSABLE,
            "dataset-empty",
            "The dataset has no rows",
            "The dataset has a header and no rows, so there is nothing to resemble.",
            "Upload a file with at least one row.")
        .at("/dataset_id");
  }

  static Problem unknownModel(List<String> known) {
    return Problem.of(
            UNPROCESSABLE,
            "unknown-model",
            "There is no such model",
            "No model has this name.",
            "Use one of: " + String.join(", ", known) + ".")
        .at("/model");
  }

  static Problem unknownColumn(int index) {
    return Problem.of(
            UNPROCESSABLE,
            "unknown-column",
            "There is no such column",
            "columns[" + index + "] is not a column of the dataset.",
            "GET /v1/datasets/{id} lists the columns; names are case-sensitive.")
        .at("/columns/" + index);
  }

  static Problem unknownTreatedColumn(String pointer) {
    return Problem.of(
            UNPROCESSABLE,
            "unknown-column",
            "There is no such column",
            "A treatment is given for a column that the dataset does not have.",
            "GET /v1/datasets/{id} lists the columns; names are case-sensitive.")
        .at(pointer);
  }

  static Problem invalidTreatment(String pointer, String detail) {
    return Problem.of(
            UNPROCESSABLE,
            "invalid-treatment",
            "A treatment is not permitted",
            detail + ".",
            "GET /v1/treatments lists the treatments and their options.")
        .at(pointer);
  }

  static Problem invalidOption(InvalidOptionException e) {
    return Problem.of(
            UNPROCESSABLE,
            "invalid-option",
            "An option is not permitted",
            e.option() + " = " + e.reason() + ".",
            "GET /v1/models lists the options of every model with their ranges.")
        .at("/options/" + e.option().replace("~", "~0").replace("/", "~1"));
  }

  /** A condition that cannot be understood or met. */
  public static Problem invalidCondition(InvalidConditionException e) {
    return Problem.of(
            UNPROCESSABLE,
            e.reason().code(),
            "A condition is not permitted",
            sentence(e.getMessage()),
            "Correct the condition; the columns page shows the values that a column has.")
        .at(e.pointer());
  }

  private static String sentence(String text) {
    String end = text.endsWith("?") ? "" : ".";
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + end;
  }

  static Problem unmetCondition(UnmetConditionException e) {
    return Problem.of(
        UNPROCESSABLE,
        "unmet-condition",
        "No row meets the conditions",
        sentence(e.getMessage()),
        "Ask for something that happens more often, or use another model.");
  }

  static Problem noModel(NoModelException e) {
    return Problem.of(
        UNPROCESSABLE,
        "no-model",
        "No model could learn the table",
        sentence(e.getMessage()).replace("..", "."),
        "Leave columns out, or name a model and its options: GET /v1/models lists them.");
  }

  static Problem jobFinished(String state) {
    return Problem.of(
        CONFLICT,
        "job-finished",
        "The job has ended",
        "The job is " + state + " and cannot be cancelled any more.",
        "Nothing needs to be done.");
  }

  static Problem notRetryable(String state) {
    return Problem.of(
        CONFLICT,
        "job-not-retryable",
        "The job cannot be tried again",
        "The job is " + state + "; only failed and cancelled jobs can be tried again.",
        "POST /v1/jobs starts another job.");
  }
}
