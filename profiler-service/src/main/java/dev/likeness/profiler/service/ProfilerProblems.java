package dev.likeness.profiler.service;

import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.problem.Problems;

/** What the profiler alone may refuse, in one place. */
final class ProfilerProblems {

  private static final int UNPROCESSABLE = 422;

  private ProfilerProblems() {}

  static Problem beingProfiled() {
    return Problem.of(
            409,
            "profile-not-ready",
            "The columns are being looked at",
            "The profile of this dataset is being made; it can be amended when it is there.",
            "Send the request again in a moment.")
        .retryAfter(1);
  }

  static Problem changed() {
    return Problem.of(
        412,
        "profile-changed",
        "The profile has changed",
        "The profile is no longer the one that If-Match names.",
        "Read the profile again, look at what changed, and send the request with its ETag.");
  }

  static Problem unknownColumn(String pointer) {
    return Problem.of(
            UNPROCESSABLE,
            "unknown-column",
            "There is no such column",
            "Something is said about a column that the dataset does not have.",
            "GET /v1/datasets/{id} lists the columns; names are case-sensitive.")
        .at(pointer);
  }

  static Problem unknownProperty(String pointer) {
    return Problem.of(
            400,
            "unknown-property",
            "Unknown property",
            "The request has a property that does not exist here.",
            "Remove it, or correct its name; see /openapi for the properties.")
        .at(pointer);
  }

  static Problem invalid(String pointer, String expected) {
    return Problems.invalidValue("The value is not what is expected: " + expected + ".")
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

  static Problem readingDiffers(String pointer) {
    return Problem.of(
            UNPROCESSABLE,
            "reading-differs",
            "The file was read otherwise",
            "The configuration says something else about the file than how it was read.",
            "Read the file so first: PATCH /v1/datasets/{id}/reading with that part.")
        .at(pointer);
  }
}
