package dev.likeness.ingest.service;

import dev.likeness.platform.problem.Problem;

/** What the reveal desk refuses. */
final class RevealProblems {

  private RevealProblems() {}

  static Problem notFound() {
    return Problem.of(
        404,
        "reveal-not-found",
        "Reveal not found",
        "There is no reveal with this id.",
        "Ask for one by POST /v1/reveals.");
  }

  static Problem purpose(int length, int min, int max) {
    return Problem.of(
            422,
            "invalid-value",
            "Invalid value",
            "purpose has " + length + " characters, expected " + min + " to " + max + ".",
            "Say for whom and why the values are needed; it goes into the audit log.")
        .at("/purpose");
  }

  static Problem notMasked() {
    return Problem.of(
            409,
            "nothing-to-reveal",
            "Nothing to reveal",
            "This job made no masked copy, or one of which nothing can be undone.",
            "Name a job of POST /v1/datasets/{id}/masked that treated columns by fpe, encrypt or"
                + " tokenize.")
        .at("/artifact/job_id");
  }

  static Problem column(int position) {
    return Problem.of(
            422,
            "unknown-column",
            "Unknown column",
            "There is no such column in the masked copy, or its treatment cannot be undone.",
            "Name columns that were treated by fpe, encrypt or tokenize.")
        .at("/columns/" + position);
  }

  static Problem noColumns() {
    return Problem.of(
            422,
            "invalid-value",
            "Invalid value",
            "columns is empty, expected at least one.",
            "Name the columns to reveal, and no more than the purpose needs.")
        .at("/columns");
  }

  static Problem capReached(int cap) {
    return Problem.of(
            429,
            "reveal-cap-reached",
            "Reveal cap reached",
            "You have asked for " + cap + " reveals in the last 24 hours, which is the cap.",
            "Wait, or have the operator raise likeness.oversight.reveal.daily-cap.")
        .retryAfter(3600);
  }

  static Problem samePerson() {
    return Problem.of(
        403,
        "second-person-needed",
        "Second person needed",
        "A reveal is approved by another person than the one who asked for it.",
        "Ask another privacy officer.");
  }

  static Problem notAwaited() {
    return Problem.of(
        409,
        "approval-not-awaited",
        "Approval not awaited",
        "This reveal does not wait for a second person.",
        "Nothing needs to be done.");
  }

  static Problem awaiting() {
    return Problem.of(
            409,
            "awaiting-second-person",
            "Awaiting a second person",
            "Another privacy officer has not approved this reveal yet.",
            "Have it approved by POST /v1/reveals/{id}/approval.")
        .retryAfter(30);
  }

  static Problem wrongLink() {
    return Problem.of(
        403,
        "reveal-link-refused",
        "Reveal link refused",
        "The link has another token, or another person asks than the one it was made for.",
        "Use the link in the answer to your own POST /v1/reveals.");
  }

  static Problem gone() {
    return Problem.of(
        410,
        "reveal-gone",
        "Reveal gone",
        "The link was used, or it has expired.",
        "Ask again by POST /v1/reveals.");
  }
}
