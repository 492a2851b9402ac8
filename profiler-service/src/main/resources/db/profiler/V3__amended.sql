-- What people say about columns lies, encrypted, in the object store; names of columns may be data
-- where a file has no header. Here stands who said something, about which column, and when.
alter table profiles add column reading_version integer not null default 1;
alter table profiles add column said_key text;
alter table profiles add column said_bytes bigint;
alter table profiles add column said_sha256 text;

create table amendments (
  id              bigint      generated always as identity primary key,
  dataset_id      uuid        not null references profiles on delete cascade,
  profile_version integer     not null,
  column_position integer     not null,
  amended_by      text        not null,
  amended_at      timestamptz not null
);

create index amendments_of_dataset on amendments (dataset_id, profile_version);
