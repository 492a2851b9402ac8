-- How many rows of a large table were learnt: a sentence with numbers only; null where all were.
ALTER TABLE jobs ADD COLUMN learnt_from text;
