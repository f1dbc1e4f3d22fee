import type { LeakageFinding } from '../../../../core/contract/LeakageReport.ts';
import type { DatasetRow } from '../useDatasetRows.ts';

/** Samples that belong together, as far as they are shown. */
export interface FoundGroup {
  readonly members: LeakageFinding['groups'][number];
  /** So many are known, of which the first are members. */
  readonly all: number;
}

/** By their places in the dataset. */
export type FoundRowsByIndex = ReadonlyMap<number, DatasetRow>;
