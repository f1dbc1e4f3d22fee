/** What guards saw in a run: one row of each kind and layer, from its first epoch to its last. */
import type { GuardFinding } from '../../../core/contract/GuardFinding.ts';
import type { SqlDatabase } from './SqlDatabase.ts';

export interface FindingStore {
  /** In the place of an earlier one of the same kind and layer, whose first epoch it keeps. */
  add(run: string, finding: GuardFinding): void;
  /** Those that were first seen behind this epoch. */
  drop(run: string, range: { readonly after: number }): void;
}

const RUN = '(SELECT sequence FROM runs WHERE id = ?)';

export function createFindingStore(database: SqlDatabase): FindingStore {
  return {
    add: (run, finding) =>
      void database.run(
        `INSERT INTO findings VALUES (${RUN}, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET finding = json_set(excluded.finding, '$.epoch', findings.epoch)`,
        run,
        finding.kind,
        (finding.layer ?? []).join('.'),
        finding.epoch,
        JSON.stringify(finding),
      ),
    drop: (run, { after }) =>
      void database.run(`DELETE FROM findings WHERE run = ${RUN} AND epoch > ?`, run, after),
  };
}
