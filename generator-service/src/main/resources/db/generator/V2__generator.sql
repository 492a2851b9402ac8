-- What the generator knows of datasets, learnt from events in whatever order they come.
CREATE TABLE known_datasets (
  dataset_id       uuid PRIMARY KEY,
  tenant           text NOT NULL,
  project          text NOT NULL,
  version          integer NOT NULL DEFAULT 0,
  row_count        bigint,
  canonical_key    text,
  canonical_bytes  bigint,
  canonical_sha256 text,
  reading_key      text,
  reading_bytes    bigint,
  reading_sha256   text,
  profile_version  integer NOT NULL DEFAULT 0,
  profile_key      text,
  profile_bytes    bigint,
  profile_sha256   text,
  failed_code      text
);

-- What people asked for and what became of it. Leases and fences are in work_items, not here.
CREATE TABLE jobs (
  id               uuid PRIMARY KEY,
  tenant           text NOT NULL,
  project          text NOT NULL,
  dataset_id       uuid NOT NULL,
  model            text NOT NULL,
  row_count        bigint NOT NULL CHECK (row_count >= 1),
  seed             bigint NOT NULL,
  options          text NOT NULL,
  columns          text,
  state            text NOT NULL
                   CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  attempt          integer NOT NULL,
  version          bigint NOT NULL,
  profile_version  integer NOT NULL DEFAULT 0,
  profile_key      text,
  profile_bytes    bigint,
  profile_sha256   text,
  model_key        text,
  model_bytes      bigint,
  model_sha256     text,
  csv_key          text,
  csv_bytes        bigint,
  csv_sha256       text,
  cancel_requested boolean NOT NULL DEFAULT false,
  error_code       text,
  error_detail     text,
  error_action     text,
  created_at       timestamptz NOT NULL,
  waits_until      timestamptz,
  started_at       timestamptz,
  finished_at      timestamptz
);

CREATE INDEX jobs_newest ON jobs (tenant, created_at DESC, id DESC);
CREATE INDEX jobs_of_dataset ON jobs (dataset_id, created_at DESC, id DESC);
CREATE INDEX jobs_waiting ON jobs (waits_until) WHERE waits_until IS NOT NULL;
