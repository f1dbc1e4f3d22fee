/**
 * Store version 1: runs with their metrics and checkpoints, evaluations, test openings,
 * experiments, preferences.
 *
 * Committed migrations are never edited; a change is a new file with the next number. Losses may be
 * NULL: SQLite has no NaN, and a diverged loss is one.
 */
export const initialMigration = `
CREATE TABLE owners (
  id TEXT PRIMARY KEY,
  pid INTEGER NOT NULL,
  process_started TEXT,
  heartbeat_at INTEGER NOT NULL
) STRICT;

CREATE TABLE run_numbers (
  slug TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;

CREATE TABLE runs (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('queued', 'running', 'completed', 'stopped', 'failed', 'crashed')),
  spec TEXT NOT NULL,
  dataset_id TEXT NOT NULL,
  dataset_name TEXT NOT NULL,
  dataset_hash TEXT NOT NULL,
  splits TEXT,
  parameters INTEGER,
  executor TEXT,
  progress TEXT NOT NULL,
  best_epoch INTEGER,
  error TEXT,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  owner TEXT REFERENCES owners (id),
  trainer_pid INTEGER
) STRICT;
CREATE INDEX runs_by_status ON runs (status);
CREATE INDEX runs_by_dataset ON runs (dataset_id);

CREATE TABLE epoch_metrics (
  run INTEGER NOT NULL REFERENCES runs (sequence) ON DELETE CASCADE,
  epoch INTEGER NOT NULL,
  iteration INTEGER NOT NULL,
  learning_rate REAL NOT NULL,
  train_loss REAL,
  train_accuracy REAL,
  validation_loss REAL,
  validation_accuracy REAL,
  seconds REAL NOT NULL,
  PRIMARY KEY (run, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE iteration_metrics (
  run INTEGER NOT NULL REFERENCES runs (sequence) ON DELETE CASCADE,
  iteration INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  loss REAL,
  learning_rate REAL NOT NULL,
  PRIMARY KEY (run, iteration)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoints (
  run INTEGER NOT NULL REFERENCES runs (sequence) ON DELETE CASCADE,
  epoch INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (run, epoch)
) STRICT;

CREATE TABLE evaluations (
  run INTEGER NOT NULL REFERENCES runs (sequence) ON DELETE CASCADE,
  split TEXT NOT NULL CHECK (split IN ('train', 'validation', 'test')),
  evaluated_at INTEGER NOT NULL,
  result TEXT NOT NULL
) STRICT;
CREATE INDEX evaluations_by_run ON evaluations (run, evaluated_at);

CREATE TABLE test_openings (
  run INTEGER NOT NULL REFERENCES runs (sequence) ON DELETE CASCADE,
  opened_at INTEGER NOT NULL
) STRICT;
CREATE INDEX test_openings_by_run ON test_openings (run, opened_at);

CREATE TABLE experiments (
  id TEXT PRIMARY KEY,
  spec TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE preferences (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`;
