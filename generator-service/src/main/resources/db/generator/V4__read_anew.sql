-- A file may be read anew; a profile of the earlier reading says nothing about the new columns.
ALTER TABLE known_datasets ADD COLUMN profile_reading_version integer NOT NULL DEFAULT 1;
