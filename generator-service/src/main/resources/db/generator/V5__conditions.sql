-- What rows shall be like names values of cells, so it lies in an encrypted object of the dataset.
ALTER TABLE jobs
  ADD COLUMN conditions_key    text,
  ADD COLUMN conditions_bytes  bigint,
  ADD COLUMN conditions_sha256 text;
