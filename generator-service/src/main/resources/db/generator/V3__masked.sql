-- Masked copies are jobs like others; treatments and the project whose key is used belong to both.
ALTER TABLE jobs
  ADD COLUMN kind            text NOT NULL DEFAULT 'SYNTHETIC'
                             CHECK (kind IN ('SYNTHETIC', 'MASKED')),
  ADD COLUMN treatments      text NOT NULL DEFAULT '{}',
  ADD COLUMN key_project     text,
  ADD COLUMN officer         boolean NOT NULL DEFAULT false;
