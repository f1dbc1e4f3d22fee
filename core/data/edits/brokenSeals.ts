/**
 * Which sealed test splits an edit would change: told before it is made. Plain data, so that
 * another process may look.
 */
import { z } from 'zod';
import { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { Dataset } from '../Dataset.ts';
import { sealHash } from '../sealHash.ts';
import { drawSplits, drawWithExcluded, type SplitWish } from '../splits/drawSplits.ts';

/** A test split that was sealed when a run began, and what drew it. */
export const SealedSplit = z.strictObject({
  wish: ExperimentSpec.pick({ split: true, seed: true, preprocessing: true }),
  seal: z.string(),
});
export type SealedSplit = z.infer<typeof SealedSplit>;

export const BrokenSeals = z.strictObject({
  /** The edited samples that lie in one of these splits. */
  samples: z.array(z.number().int().nonnegative()),
  seals: z.array(z.string()),
});
export type BrokenSeals = z.infer<typeof BrokenSeals>;

/**
 * A seal counts where the dataset still has it: one that was broken before cannot be broken again.
 *
 * @param dataset As it is before the edit.
 * @param changed Indices of the samples that the edit changes.
 */
export function brokenSeals(
  dataset: Dataset,
  changed: readonly number[],
  sealed: readonly SealedSplit[],
): BrokenSeals {
  const samples = new Set<number>();
  const seals = new Set<string>();
  const known = new Set(sealed.map(({ seal }) => seal));
  for (const wish of distinctWishes(sealed)) {
    const test = new Set(drawWithExcluded(dataset, wish).test);
    const touched = changed.filter((index) => test.has(index));
    if (touched.length === 0) continue;
    const seal = sealHash(dataset, drawSplits(dataset, wish).test);
    if (seal === null || !known.has(seal)) continue;
    seals.add(seal);
    for (const index of touched) samples.add(index);
  }
  return { samples: [...samples], seals: [...seals] };
}

/** Only what decides a split. */
function distinctWishes(sealed: readonly SealedSplit[]): SplitWish[] {
  const wishes = sealed.map(({ wish: { split, seed, preprocessing } }) =>
    JSON.stringify({ split, seed, preprocessing }),
  );
  return [...new Set(wishes)].map((wish): SplitWish => JSON.parse(wish));
}
