/**
 * Store version 6: what a person changed about the samples of datasets.
 *
 * `edited_datasets` holds each state by its hash, so that a run finds the data it was trained on when
 * the dataset has been edited further; `current_edits` says which of them a dataset is in, and
 * `edit_steps` how it came there. All are bound to the hash of what was imported: another dataset that
 * takes the name takes no edits with it.
 */
export const editsMigration = `
CREATE TABLE edited_datasets (
  hash TEXT PRIMARY KEY,
  imported_hash TEXT NOT NULL,
  excluded INTEGER NOT NULL,
  relabelled INTEGER NOT NULL,
  target TEXT NOT NULL,
  edits TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE current_edits (
  dataset TEXT PRIMARY KEY,
  imported_hash TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES edited_datasets (hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE edit_steps (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset TEXT NOT NULL,
  imported_hash TEXT NOT NULL,
  edits_before TEXT NOT NULL,
  edits_after TEXT NOT NULL,
  is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX edit_steps_by_dataset ON edit_steps (dataset, imported_hash);
`;
