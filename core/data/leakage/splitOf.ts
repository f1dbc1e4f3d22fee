import type { Splits } from '../splitDataset.ts';

export type SplitName = keyof Splits;

/** In this order a sample is worth keeping where it is: the sealed test split first. */
const ORDER: readonly SplitName[] = ['train', 'validation', 'test'];

/** [N] 1 training, 2 validation, 3 test, 0 for samples in no split. */
export function splitOf(splits: Splits, samples: number): Uint8Array {
  const places = new Uint8Array(samples);
  for (const [place, name] of ORDER.entries()) {
    for (const index of splits[name]) places[index] = place + 1;
  }
  return places;
}

/** Whether the samples, those in no split left out, stand in more than one. */
export function crossesSplits(group: readonly number[], places: Uint8Array): boolean {
  const found = new Set(group.map((index) => places[index]).filter((place) => place > 0));
  return found.size > 1;
}

/**
 * Those of a group that must leave so that one split keeps it: the sealed test split before the
 * validation split before the training split, because what is measured must stay what it was.
 */
export function outsideKeptSplit(group: readonly number[], places: Uint8Array): number[] {
  const kept = Math.max(...group.map((index) => places[index]));
  return group.filter((index) => places[index] > 0 && places[index] < kept);
}
