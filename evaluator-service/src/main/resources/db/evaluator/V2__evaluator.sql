-- What the evaluator knows of datasets, learnt from events in whatever order they come.
CREATE TABLE known_datasets (
  dataset_id       uuid PRIMARY KEY,
  tenant           text NOT NULL,
  version          integer NOT NULL,
  row_count        bigint NOT NULL,
  canonical_key    text NOT NULL,
  canonical_bytes  bigint NOT NULL,
  canonical_sha256 text NOT NULL,
  reading_key      text NOT NULL,
  reading_bytes    bigint NOT NULL,
  reading_sha256   text NOT NULL
);

-- Every version of a profile: a job pins the one that it used.
CREATE TABLE known_profiles (
  dataset_id      uuid NOT NULL,
  profile_version integer NOT NULL,
  tenant          text NOT NULL,
  profile_key     text NOT NULL,
  profile_bytes   bigint NOT NULL,
  profile_sha256  text NOT NULL,
  PRIMARY KEY (dataset_id, profile_version)
);

-- One row for each job that was ever heard of.
CREATE TABLE evaluations (
  job_id          uuid PRIMARY KEY,
  tenant          text NOT NULL,
  project         text NOT NULL,
  dataset_id      uuid NOT NULL,
  state           text NOT NULL
                  CHECK (state IN ('GENERATING', 'WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED',
                                   'JOB_FAILED', 'JOB_CANCELLED')),
  profile_version integer NOT NULL DEFAULT 0,
  split_seed      bigint NOT NULL DEFAULT 0,
  split_share     double precision NOT NULL DEFAULT 0,
  row_count       bigint NOT NULL DEFAULT 0,
  columns         text NOT NULL DEFAULT '',
  csv_key         text,
  csv_bytes       bigint,
  csv_sha256      text,
  report_key      text,
  report_bytes    bigint,
  report_sha256   text,
  error_code      text,
  error_detail    text,
  error_action    text,
  waits_until     timestamptz,
  created_at      timestamptz NOT NULL,
  finished_at     timestamptz
);

CREATE INDEX evaluations_of_dataset ON evaluations (dataset_id) WHERE waits_until IS NOT NULL;
CREATE INDEX evaluations_waiting ON evaluations (waits_until) WHERE waits_until IS NOT NULL;
