/** Store version 5: the seal of the test split that a run began with. */
export const sealMigration = `
ALTER TABLE runs ADD COLUMN seal_hash TEXT;
`;
