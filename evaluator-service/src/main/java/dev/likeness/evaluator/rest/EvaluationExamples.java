package dev.likeness.evaluator.rest;

/** Examples of the API description; every one is what the service really says. */
final class EvaluationExamples {

  static final String PENDING =
      """
      {"job_id": "7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02", "state": "WAITING"}
      """;

  static final String NOT_FOUND =
      """
      {"type": "https://likeness.dev/problems/job-not-found", "title": "Job not found",
       "status": 404, "detail": "There is no job with this id.", "code": "job-not-found",
       "action": "Start one by POST /v1/jobs, or list them by GET /v1/jobs.",
       "instance": "urn:uuid:5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05"}
      """;

  static final String CANCELLED =
      """
      {"type": "https://likeness.dev/problems/job-cancelled", "title": "Job cancelled",
       "status": 409, "detail": "The job was cancelled before it had rows.",
       "code": "job-cancelled",
       "action": "Retry it by POST /v1/jobs/{id}/retry, or start another.",
       "instance": "urn:uuid:5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05"}
      """;

  static final String REPORT =
      """
      {"job_id": "7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02", "state": "SUCCEEDED",
       "kind": "synthetic", "warnings": [], "compared_with": null, "rows": {"train": 800, "control": 200, "synthetic": 1000},
       "quality": {"value": 0.96, "expected": 0.98, "definition": "mean of shape and trend"},
       "shape": {"value": 0.98, "expected": 0.99, "definition": "…"},
       "trend": {"value": 0.94, "expected": 0.97, "definition": "…"},
       "verdict": {"utility": "…", "privacy": "…"},
       "columns": [], "pairs": [], "pairs_total": 21, "seconds": 0.4, "notes": []}
      """;

  static final String MASKED =
      """
      {"job_id": "7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02", "state": "SUCCEEDED",
       "kind": "masked", "rows": 1000,
       "protected": {"value": 0.5, "personal": 2, "covered": 1, "definition": "…"},
       "singled_out": null, "verdict": "Of 2 personal columns 1 stands in clear text.",
       "warnings": [{"code": "caesar-legacy", "message": "…", "columns": ["surname"]}],
       "columns": [{"position": 1, "name": "surname", "role": "direct", "type": "family_name",
         "treatment": "caesar-legacy", "protection": "clear", "dropped": false}],
       "seconds": 0.1, "notes": []}
      """;

  private EvaluationExamples() {}
}
