/** Nearly equal samples of a dataset, each kind in its own way. */
import { strFromU8 } from 'fflate';
import type { Dataset, TextDataset } from '../Dataset.ts';
import type { NearPairs } from '../duplicates/NearPairs.ts';
import { nearImages } from '../duplicates/nearImages.ts';
import { nearTableRows } from '../duplicates/nearTableRows.ts';
import { nearDuplicates } from '../text/nearDuplicates.ts';

/** More are not compared with each other; those that are, are spread evenly over the dataset. */
const MOST_COMPARED = 100_000;

export interface NearSamples {
  /** Indices a < b in the dataset. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly compared: number;
  /** Not all pairs were compared. */
  readonly isPartial: boolean;
}

/** @param distinct Indices of samples that differ from each other, ascending. */
export function nearSamples(dataset: Dataset, distinct: Int32Array): NearSamples {
  const step = Math.max(1, distinct.length / MOST_COMPARED);
  const compared = Math.min(distinct.length, MOST_COMPARED);
  const chosen = Int32Array.from(
    { length: compared },
    (_, place) => distinct[Math.floor(place * step)],
  );
  const { pairs, crowded } = nearPairs(dataset, chosen);
  return {
    pairs: pairs.map(([a, b]) => [chosen[a], chosen[b]] as const),
    compared,
    isPartial: crowded > 0 || compared < distinct.length,
  };
}

/** Positions in `chosen`. */
function nearPairs(dataset: Dataset, chosen: Int32Array): NearPairs {
  switch (dataset.kind) {
    case 'image': {
      const [channels, height, width] = dataset.sampleShape;
      return nearImages(dataset.images, [channels, height, width], chosen);
    }
    case 'table': {
      const width = dataset.columns.length;
      const values = new Float32Array(chosen.length * width);
      for (const [row, index] of chosen.entries()) {
        values.set(dataset.values.subarray(index * width, (index + 1) * width), row * width);
      }
      const isCategory = dataset.columns.map(({ type }) => type === 'category');
      return nearTableRows({ samples: chosen.length, values, isCategory });
    }
    case 'text':
      return nearTexts(dataset, chosen);
    default:
      return dataset satisfies never;
  }
}

/** Texts whose shingles overlap by four fifths; each of a group is paired with the first of it. */
function nearTexts({ texts, offsets }: TextDataset, chosen: Int32Array): NearPairs {
  const groups = nearDuplicates({
    length: chosen.length,
    at: (place) => strFromU8(texts.subarray(offsets[chosen[place]], offsets[chosen[place] + 1])),
  });
  const pairs = groups.flatMap(({ places: [first, ...others] }) =>
    others.map((other) => [first, other] as const),
  );
  return { pairs, crowded: 0 };
}
