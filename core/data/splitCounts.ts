import type { SplitSpec } from '../contract/ExperimentSpec.ts';
import type { SplitCounts } from '../contract/RunRecord.ts';

/** What of a dataset, or of its DatasetInfo, decides how many samples each split gets. */
export interface SplitSource {
  readonly samples: number;
  readonly given: SplitCounts | null;
}

/**
 * Sizes of the three splits, without drawing them.
 *
 * The shares are of all M samples outside a given test part: validation = round(share · M), so 1/6
 * of MNIST's 60,000 is exactly 10,000. The given test part, where there is one, is the whole test
 * split; else test = round(share · M). The training split is the rest, 0 when nothing is left.
 */
export function splitCounts(
  source: SplitSource,
  spec: Pick<SplitSpec, 'validation' | 'test'>,
): SplitCounts {
  const given = source.given?.test ?? 0;
  const free = source.samples - given;
  const drawnTest = given > 0 ? 0 : Math.round(spec.test * free);
  const validation = Math.min(Math.round(spec.validation * free), free - drawnTest);
  return {
    train: free - drawnTest - validation,
    validation,
    test: given + drawnTest,
  };
}
