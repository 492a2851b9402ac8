-- What platform keeps for a service. The same script runs once in the schema of each service.

create table work_items (
  id                 bigint generated always as identity primary key,
  tenant             text        not null,
  job_id             uuid        not null,
  stage              text        not null,
  row_from           bigint      not null,
  row_to             bigint      not null,
  capability         text        not null,
  state              text        not null default 'READY'
                     check (state in ('READY', 'LEASED', 'DONE', 'FAILED', 'CANCELLED')),
  attempt            integer     not null default 0,
  failures           integer     not null default 0,
  takeovers          integer     not null default 0,
  not_before         timestamptz not null default now(),
  cancel_requested   boolean     not null default false,
  owner              text,
  lease_until        timestamptz,
  fence              bigint      not null default 0,
  progress_stage     text,
  progress           double precision not null default 0,
  error_code         text,
  created_at         timestamptz not null default now(),
  started_at         timestamptz,
  updated_at         timestamptz not null default now(),
  unique (job_id, stage, row_from)
);
create index work_items_ready on work_items (not_before, id) where state = 'READY';
create index work_items_leased on work_items (lease_until) where state = 'LEASED';

create table outbox (
  id         bigint generated always as identity primary key,
  tenant     text        not null,
  event_id   uuid        not null unique,
  topic      text        not null,
  record_key text        not null,
  payload    text        not null,
  created_at timestamptz not null default now()
);

create table inbox (
  event_id   uuid        primary key,
  tenant     text        not null,
  seen_at    timestamptz not null default now()
);

create table idempotency_keys (
  tenant       text        not null,
  operation    text        not null,
  key          text        not null,
  request_hash text        not null,
  status       integer,
  location     text,
  body         text,
  created_at   timestamptz not null default now(),
  primary key (tenant, operation, key)
);
