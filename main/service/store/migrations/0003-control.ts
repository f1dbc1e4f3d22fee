/**
 * Store version 3: runs that are paused, the position inside an unfinished epoch, and changes of the
 * learning rate.
 *
 * A paused run stays `running` in `status` and has `paused` set: a wider CHECK would mean to rebuild
 * the table that all others refer to. A position is one row a run, with what its epoch's metrics
 * are the means of.
 */
export const controlMigration = `
ALTER TABLE runs ADD COLUMN paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1));
ALTER TABLE runs ADD COLUMN learning_rate_changes TEXT NOT NULL DEFAULT '[]';

CREATE TABLE positions (
  run INTEGER PRIMARY KEY REFERENCES runs (sequence) ON DELETE CASCADE,
  epoch INTEGER NOT NULL,
  iteration INTEGER NOT NULL,
  sums TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  data BLOB NOT NULL
) STRICT;
`;
