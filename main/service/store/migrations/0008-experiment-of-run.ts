/**
 * Store version 8: the experiment document that a run was started from, so that renaming one leaves
 * it its runs. Runs of earlier versions are given the one document of their experiment's name; where
 * several have that name, or none, they keep nothing but the name. A damaged run or document is
 * passed over: it must not keep the store from opening.
 */
export const experimentOfRunMigration = `
ALTER TABLE runs ADD COLUMN experiment TEXT REFERENCES experiments (id) ON DELETE SET NULL;
CREATE INDEX runs_by_experiment ON runs (experiment);

UPDATE runs SET experiment = (
  SELECT min(experiments.id) FROM experiments
  WHERE CASE WHEN json_valid(experiments.spec) THEN experiments.spec ->> '$.name' END
    = CASE WHEN json_valid(runs.spec) THEN runs.spec ->> '$.name' END
  HAVING count(*) = 1
);
`;
