-- What is found between columns, when somebody asks for it; the findings lie in the object store.
-- They rest on the version at which the columns were looked at last: treatments change nothing.
alter table profiles add column looked_version integer not null default 1;

create table findings (
  dataset_id      uuid        not null references profiles on delete cascade,
  kind            text        not null check (kind in ('RELATIONS', 'ASSOCIATIONS')),
  looked_version  integer     not null,
  state           text        not null check (state in ('LOOKING', 'FOUND', 'FAILED')),
  code            text,
  object_key      text,
  updated_at      timestamptz not null,
  primary key (dataset_id, kind)
);
