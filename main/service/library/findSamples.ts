/**
 * Looks for samples in slices, so that a search through a million texts lets other requests pass.
 */
import { setImmediate } from 'node:timers/promises';
import type { SampleCondition, SampleOrder } from '../../../core/contract/SampleQuery.ts';
import type { Dataset } from '../../../core/data/Dataset.ts';
import { matchSamples } from '../../../core/data/query/matchSamples.ts';
import { orderSamples } from '../../../core/data/query/orderSamples.ts';

const SLICE = 4096;

export interface SampleQuery {
  readonly filter: readonly SampleCondition[];
  readonly sort: SampleOrder | null;
}

/** Their places; null where all are wanted as they stand. Throws as matchSamples and orderSamples. */
export async function findSamples(
  dataset: Dataset,
  { filter, sort }: SampleQuery,
): Promise<Uint32Array | null> {
  if (filter.length === 0 && sort === null) return null;
  const matches = matchSamples(dataset, filter);
  const found = new Uint32Array(dataset.samples);
  let count = 0;
  for (let index = 0; index < dataset.samples; index += 1) {
    if (matches(index)) {
      found[count] = index;
      count += 1;
    }
    if (index % SLICE === SLICE - 1) await setImmediate();
  }
  const chosen = found.slice(0, count);
  return sort ? orderSamples(dataset, chosen, sort) : chosen;
}
