import type { Splits } from '../splits/Splits.ts';

export type SplitName = keyof Splits;

const ORDER: readonly SplitName[] = ['train', 'validation', 'test'];

/** [N] 1 training, 2 validation, 3 test, 0 for samples in no split. */
export function splitOf(splits: Splits, samples: number): Uint8Array {
  const places = new Uint8Array(samples);
  for (const [place, name] of ORDER.entries()) {
    for (const index of splits[name]) places[index] = place + 1;
  }
  return places;
}

/** Null for a sample in no split. */
export function splitNameAt(places: Uint8Array, index: number): SplitName | null {
  return ORDER[places[index] - 1] ?? null;
}

/** Whether the samples, those in no split left out, stand in more than one. */
export function crossesSplits(group: readonly number[], places: Uint8Array): boolean {
  const found = new Set(group.map((index) => places[index]).filter((place) => place > 0));
  return found.size > 1;
}
