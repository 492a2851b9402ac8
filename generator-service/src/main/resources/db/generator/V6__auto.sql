-- How a job that names no model came by one: a JSON object. It names no column but by position, and no value.
ALTER TABLE jobs ADD COLUMN choice text;
