/** What a one-click repair of the leakage scanner changes in an experiment. */
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { LeakageRepair } from '../../../../core/contract/LeakageReport.ts';

type Repaired = Pick<ExperimentSpec, 'split' | 'preprocessing'>;

/** Changes the draft of an experiment. */
export function repairSpec(draft: Repaired, repair: LeakageRepair): void {
  if (isRepaired(draft, repair)) return;
  const { column } = repair;
  if (repair.kind === 'group-by') draft.split = { ...draft.split, method: 'grouped', column };
  else draft.preprocessing.excludedColumns = [...draft.preprocessing.excludedColumns, column];
}

export function isRepaired({ split, preprocessing }: Repaired, repair: LeakageRepair): boolean {
  if (repair.kind === 'exclude-column') {
    return preprocessing.excludedColumns.includes(repair.column);
  }
  return split.method === 'grouped' && split.column === repair.column;
}
