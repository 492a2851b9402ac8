-- What somebody did, each line with the hash of the one before; see dev.likeness.privacy.audit.
create table audit (
  tenant   text        not null,
  sequence bigint      not null,
  at       timestamptz not null,
  actor    text        not null,
  action   text        not null,
  details  text        not null,
  previous text        not null,
  hash     text        not null,
  primary key (tenant, sequence)
);

-- How each chain stands; its row is the lock of those who append.
create table audit_heads (
  tenant   text   primary key,
  sequence bigint not null,
  hash     text   not null
);

-- Signed statements of how a chain stood; copies lie in files.
create table audit_checkpoints (
  tenant    text        not null,
  sequence  bigint      not null,
  hash      text        not null,
  at        timestamptz not null,
  key       text        not null,
  signature text        not null,
  primary key (tenant, sequence)
);

-- Erasures: what was to be forgotten and what has been. The receipt outlives the dataset.
create table erasures (
  id           uuid        primary key,
  tenant       text        not null,
  dataset_id   uuid        not null unique,
  requested_by text        not null,
  requested_at timestamptz not null,
  completed_at timestamptz,
  key_id       text,
  erased       text        not null,
  survives     text        not null
);

create table erasure_acknowledgements (
  erasure_id uuid        not null references erasures (id),
  service    text        not null,
  objects    bigint      not null,
  row_count  bigint      not null,
  at         timestamptz not null,
  primary key (erasure_id, service)
);

-- Wishes to undo masking. Columns are positions; only the hash of a link's token is kept.
create table reveals (
  id           uuid        primary key,
  tenant       text        not null,
  job_id       uuid        not null,
  dataset_id   uuid        not null,
  positions    text        not null,
  purpose      text        not null,
  state        text        not null
               check (state in ('AWAITING_SECOND_PERSON', 'READY', 'STREAMED')),
  requested_by text        not null,
  requested_at timestamptz not null,
  approved_by  text,
  expires_at   timestamptz not null,
  streamed_at  timestamptz,
  token_hash   text        not null
);
create index reveals_of_person on reveals (tenant, requested_by, requested_at);
create index reveals_by_time on reveals (tenant, requested_at desc, id desc);
