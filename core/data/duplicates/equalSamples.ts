import type { Dataset } from '../Dataset.ts';
import { exactDuplicates } from '../text/exactDuplicates.ts';
import { textsOf } from '../text/textsOf.ts';
import { contentRows } from './contentRows.ts';
import { equalRows } from './equalRows.ts';

/**
 * Samples that a network cannot tell apart: the same pixels, the same cells in all columns that are
 * not excluded, the same text apart from blanks. Groups of at least two, each ascending, in the order of
 * their first samples.
 */
export function equalSamples(dataset: Dataset, excluded: ReadonlySet<string>): number[][] {
  if (dataset.kind === 'text') return exactDuplicates(textsOf(dataset));
  return equalRows(contentRows(dataset, excluded));
}
