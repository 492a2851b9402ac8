-- A dataset may be read anew from the upload, if that was kept.
alter table datasets
  add column version       integer not null default 1,
  add column upload_key    text,
  add column upload_bytes  bigint,
  add column upload_sha256 text;
