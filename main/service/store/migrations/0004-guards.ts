/** Store version 4: the weight-decay penalty, norms of the gradient, and what guards saw in a run. */
export const guardsMigration = `
ALTER TABLE epoch_metrics ADD COLUMN penalty REAL;
ALTER TABLE epoch_metrics ADD COLUMN gradient_norm REAL;
ALTER TABLE iteration_metrics ADD COLUMN gradient_norm REAL;

CREATE TABLE findings (
  run INTEGER NOT NULL REFERENCES runs (sequence) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  layer TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  finding TEXT NOT NULL,
  PRIMARY KEY (run, kind, layer)
) STRICT, WITHOUT ROWID;
`;
