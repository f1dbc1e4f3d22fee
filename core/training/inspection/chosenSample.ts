import type { ForwardPassSplit } from '../../contract/ForwardPass.ts';
import { StudioError } from '../../contract/StudioError.ts';
import type { Splits } from '../../data/splits/Splits.ts';

interface SampleWish {
  readonly split: ForwardPassSplit;
  /** In the split, from 0; behind its end the last. */
  readonly place: number;
  /** Its place in the dataset, in place of both. */
  readonly sample: number | null;
}

export interface ChosenSample {
  /** In the dataset. */
  readonly index: number;
  readonly split: ForwardPassSplit;
  readonly place: number;
  /** Of the split. */
  readonly samples: number;
}

/**
 * The sample that is to be looked at. Throws StudioError `invalid-request` for an empty split, and for
 * a sample that is in neither of the two that may be looked at.
 */
export function chosenSample(splits: Splits, wish: SampleWish): ChosenSample {
  const { split, place } = wish.sample === null ? wish : placeOf(splits, wish.sample);
  const samples = splits[split].length;
  if (samples === 0) {
    throw new StudioError('invalid-request', `The ${split} split holds no samples.`, {
      where: 'split',
    });
  }
  const within = Math.min(place, samples - 1);
  return { index: splits[split][within], split, place: within, samples };
}

function placeOf(splits: Splits, sample: number): Omit<SampleWish, 'sample'> {
  for (const split of ['validation', 'train'] as const) {
    const place = splits[split].indexOf(sample);
    if (place >= 0) return { split, place };
  }
  if (splits.test.includes(sample)) {
    throw new StudioError(
      'invalid-request',
      `Sample ${sample} is in the test split, which stays sealed.`,
      { hint: 'See through a sample of the training or the validation split.' },
    );
  }
  throw new StudioError('invalid-request', `Sample ${sample} is in no split.`, {
    hint: 'It is excluded, or dropped because a value is missing.',
  });
}
