/** Store version 2: runs that went on after an interruption, and why a run ended before its last epoch. */
export const resumptionMigration = `
ALTER TABLE runs ADD COLUMN resumed_at INTEGER;
ALTER TABLE runs ADD COLUMN end_reason TEXT;
`;
