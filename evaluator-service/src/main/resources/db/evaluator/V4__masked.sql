-- Masked copies are judged by what they still show, not by how alike they are.
ALTER TABLE evaluations ADD COLUMN masked boolean NOT NULL DEFAULT false;
