-- Whether relations are kept, and which are: JSON texts with columns by position, as {3} → {5}.
ALTER TABLE jobs ADD COLUMN relations text NOT NULL DEFAULT 'keep';
ALTER TABLE jobs ADD COLUMN relations_kept text;
