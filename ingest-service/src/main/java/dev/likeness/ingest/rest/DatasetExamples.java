package dev.likeness.ingest.rest;

/** Examples of the API description; every one is what the service really says. */
final class DatasetExamples {

  static final String PREVIEW =
      """
      {"columns": ["id", "name"], "rows": [["1", "Ann"], ["2", null]]}
      """;

  static final String DATASET =
      """
      {"dataset_id": "0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01", "name": "people.csv",
       "state": "UPLOADED", "rows": 2, "bytes": 17,
       "sha256": "54d25d039a26cc0a50b4924266a336dfae6db2a249d0ef8f5e794f99643c7b0f",
       "created_at": "2026-03-01T12:34:56.789Z",
       "dialect": {"charset": "UTF-8", "delimiter": ",", "quote": "\\"", "header": true,
         "skipped_lines": 0, "line_end": "LF"},
       "reading": {"format": "csv", "container": "none", "entry": null, "sheet": null,
         "sheets": [], "charset": "UTF-8", "delimiter": ",", "quote": "\\"", "escape": "\\"",
         "header": true, "skipped_lines": 0, "line_end": "LF", "decimal": null,
         "missing_tokens": [], "overridden": [], "upload_kept": true, "version": 1},
       "columns": [{"position": 1, "name": "id"}, {"position": 2, "name": "name"}],
       "warnings": [{"code": "ragged-rows", "message": "1 row has fewer fields than the table;\
       the missing fields were taken as empty.", "count": 1, "first_row": 2, "column": null}],
       "preview": {"columns": ["id", "name"], "rows": [["1", "Ann"], ["2", null]]},
       "links": {"self": "/v1/datasets/0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01",
         "preview": "/v1/datasets/0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01/preview",
         "profile": "/v1/datasets/0b0c7a52-6c0f-4f3a-9a52-1f6f5a3f2d01/profile",
         "generate": "/v1/jobs"}}
      """;

  private DatasetExamples() {}
}
