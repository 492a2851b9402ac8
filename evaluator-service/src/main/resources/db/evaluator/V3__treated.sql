-- Columns that hold treated values on purpose are not compared with the source.
ALTER TABLE evaluations ADD COLUMN treated text NOT NULL DEFAULT '';
