/**
 * Looks for ways in which a split tells more than it should.
 *
 * A pure function of dataset, splits and the experiment's choices, so that a repair can be judged by
 * scanning again.
 */
import type { LeakageReport } from '../../contract/LeakageReport.ts';
import type { Dataset } from '../Dataset.ts';
import type { Splits } from '../splitDataset.ts';
import { columnFindings } from './columnFindings.ts';
import { copyFindings } from './copyFindings.ts';
import { splitOf } from './splitOf.ts';

export interface LeakageScan {
  readonly dataset: Dataset;
  readonly splits: Splits;
  readonly excludedColumns: readonly string[];
  /** The column by which the split keeps samples together; null for none. */
  readonly groupedBy: string | null;
}

export function scanLeakage(scan: LeakageScan): LeakageReport {
  const { dataset, splits, excludedColumns, groupedBy } = scan;
  const places = splitOf(splits, dataset.samples);
  const { findings, compared, isPartial } = copyFindings(dataset, places);
  const excluded = new Set(excludedColumns);
  findings.push(...columnFindings({ dataset, places, excluded, groupedBy }));
  const rank = { error: 0, warning: 1 };
  findings.sort((a, b) => rank[a.severity] - rank[b.severity] || b.samples - a.samples);
  return { findings, compared, samples: dataset.samples, isPartial };
}
