-- What the rows of a job were to be like names values of cells: it lies in an encrypted object of the dataset.
ALTER TABLE evaluations
  ADD COLUMN conditions_key    text,
  ADD COLUMN conditions_bytes  bigint,
  ADD COLUMN conditions_sha256 text;
