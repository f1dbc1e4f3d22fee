/**
 * Store version 7: what the layer editor keeps between sessions. The undo log of an experiment goes
 * with its document; templates are the networks that a person saved.
 */
export const editorMigration = `
CREATE TABLE experiment_histories (
  experiment TEXT PRIMARY KEY REFERENCES experiments (id) ON DELETE CASCADE,
  history TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE templates (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  layers TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
