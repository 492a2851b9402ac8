package dev.likeness.generator.rest;

/** Examples of the API description; every one is what the service really says. */
final class JobExamples {

  static final String REQUEST =
      """
      {"dataset_id": "0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01", "model": "auto",
       "rows": 1000, "seed": 42, "options": {}, "columns": ["age", "city"],
       "conditions": [{"column": "age", "op": ">=", "value": 30}]}
      """;

  static final String JOB =
      """
      {"job_id": "7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02",
       "dataset_id": "0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01", "kind": "synthetic",
       "model": "auto", "rows": 1000, "seed": 42, "options": {"time_budget_seconds": 0},
       "columns": null,
       "treatments": {},
       "conditions": [{"column": "age", "op": ">=", "value": 30}], "rebalance": null,
       "relations": "keep", "relations_kept": null, "learnt_from": null, "project": null,
       "auto": {"model": null, "reason": "boost: 26,048 rows and 15 columns are enough to learn each column from all before it.",
         "estimated_seconds": 2.1, "costliest_column": "occupation", "story": []},
       "state": "RUNNING", "stage": "fitting", "percent": 42.5, "eta_seconds": 3, "error": null,
       "created_at": "2026-03-01T12:34:56.789Z", "started_at": "2026-03-01T12:34:57.012Z",
       "finished_at": null, "attempt": 1, "result": null,
       "links": {"self": "/v1/jobs/7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02",
         "events": "/v1/jobs/7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02/events",
         "cancel": "/v1/jobs/7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02/cancel",
         "evaluation": "/v1/jobs/7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02/evaluation",
         "download": "/v1/jobs/7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02/artifacts/csv"}}
      """;

  static final String MASKED =
      """
      {"job_id": "7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02",
       "dataset_id": "0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01", "kind": "masked", "model": null,
       "rows": 1000, "seed": 0, "options": {}, "columns": null,
       "treatments": {"email": {"name": "mask", "options": {"keep": 2}}},
       "conditions": [], "rebalance": null, "relations": null,
       "relations_kept": null, "learnt_from": null, "project": "crm", "auto": null,
       "state": "QUEUED", "stage": "waiting", "percent": 0.0, "eta_seconds": null, "error": null,
       "created_at": "2026-03-01T12:34:56.789Z", "started_at": null, "finished_at": null,
       "attempt": 1, "result": null,
       "links": {"self": "/v1/jobs/7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02",
         "events": "/v1/jobs/7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02/events",
         "cancel": "/v1/jobs/7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02/cancel",
         "download": "/v1/jobs/7e3f0f6c-52a8-4c5d-8f0b-3b1d2a4c5e02/artifacts/csv"}}
      """;

  static final String NOT_FOUND =
      """
      {"type": "https://likeness.dev/problems/job-not-found", "title": "Job not found",
       "status": 404, "detail": "There is no job with this id.", "code": "job-not-found",
       "action": "Start one by POST /v1/jobs, or list them by GET /v1/jobs.",
       "instance": "urn:uuid:5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05"}
      """;

  static final String UNPROCESSABLE =
      """
      {"type": "https://likeness.dev/problems/rows-out-of-range",
       "title": "The number of rows is out of range", "status": 422,
       "detail": "rows = 0, expected in [1, 10000000].", "code": "rows-out-of-range",
       "action": "Ask for at least one row and at most 10000000.", "pointer": "/rows",
       "instance": "urn:uuid:5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05"}
      """;

  static final String UNKNOWN_PROPERTY =
      """
      {"type": "https://likeness.dev/problems/unknown-property", "title": "Unknown property",
       "status": 400, "detail": "The request has a property that does not exist here.",
       "code": "unknown-property",
       "action": "Remove it, or correct its name; see /openapi for the properties.",
       "pointer": "/rowz", "instance": "urn:uuid:5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05"}
      """;

  static final String CONFLICT =
      """
      {"type": "https://likeness.dev/problems/job-finished", "title": "The job has ended",
       "status": 409, "detail": "The job is SUCCEEDED and cannot be cancelled any more.",
       "code": "job-finished", "action": "Nothing needs to be done.",
       "instance": "urn:uuid:5f0c2f3e-8f3a-4a58-9d40-6a1b2c3d4e05"}
      """;

  static final String MODELS =
      """
      {"items": [{"name": "independent", "summary": "Every column by itself.", "default": false,
        "options": []}]}
      """;

  static final String RECOMMENDATION =
      """
      {"dataset_id": "0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01", "profile_version": 1, "rows": 32561,
       "model": "boost", "options": {}, "tried": false,
       "reason": "boost: 32,561 rows and 15 columns are enough to learn each column from all before it.",
       "estimated_seconds": 2.1, "time_budget_seconds": null,
       "costliest_column": {"name": "hours-per-week", "share": 0.14},
       "alternatives": [{"model": "gaussian-copula", "options": {}, "estimated_seconds": 0.7,
         "reason": "It learns how columns hang together two by two."}],
       "passed_over": []}
      """;

  private JobExamples() {}
}
