-- Profiles: what the columns of a dataset are.
create table profiles (
  dataset_id       uuid        primary key,
  tenant           text        not null,
  state            text        not null check (state in ('PROFILING', 'PROFILED', 'FAILED')),
  version          integer     not null,
  code             text,
  canonical_key    text        not null,
  canonical_bytes  bigint      not null,
  canonical_sha256 text        not null,
  reading_key      text        not null,
  reading_bytes    bigint      not null,
  reading_sha256   text        not null,
  profile_key      text,
  profile_bytes    bigint,
  profile_sha256   text,
  created_at       timestamptz not null,
  updated_at       timestamptz not null
);
