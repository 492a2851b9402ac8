-- Datasets: what came in.
create table datasets (
  id            uuid        primary key,
  tenant        text        not null,
  name          text        not null,
  state         text        not null check (state in ('UPLOADED', 'PROFILED', 'PROFILING_FAILED')),
  row_count     bigint      not null,
  bytes         bigint      not null,
  sha256        text        not null,
  canonical_key text        not null,
  canonical_bytes bigint    not null,
  canonical_sha256 text     not null,
  reading_key   text        not null,
  reading_bytes bigint      not null,
  reading_sha256 text       not null,
  created_at    timestamptz not null
);
create index datasets_by_time on datasets (tenant, created_at desc, id desc);

-- Jobs: what may go out, as far as downloads need to know.
create table jobs (
  id         uuid        primary key,
  tenant     text        not null,
  dataset_id uuid        not null,
  state      text        not null check (state in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  code       text,
  csv_key    text,
  csv_bytes  bigint,
  csv_sha256 text,
  updated_at timestamptz not null
);
