/** Nearly equal samples of a dataset, each kind in its own way. */
import type { Dataset, TableDataset, TextDataset } from '../Dataset.ts';
import type { NearPairs } from '../duplicates/NearPairs.ts';
import { nearImages } from '../duplicates/nearImages.ts';
import { nearTableRows } from '../duplicates/nearTableRows.ts';
import { nearDuplicates } from '../text/nearDuplicates.ts';
import { textsOf } from '../text/textsOf.ts';

/** More are not compared with each other; those that are, are spread evenly over the dataset. */
const MOST_COMPARED = 100_000;

export interface NearSamples {
  /** Indices a < b in the dataset. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly compared: number;
  /** Not all pairs were compared. */
  readonly isPartial: boolean;
}

/**
 * @param distinct Indices of samples that differ from each other, ascending.
 * @param most Of them that are compared.
 */
export function nearSamples(
  dataset: Dataset,
  distinct: Int32Array,
  excluded: ReadonlySet<string>,
  most = MOST_COMPARED,
): NearSamples {
  const step = Math.max(1, distinct.length / most);
  const compared = Math.min(distinct.length, most);
  const chosen = Int32Array.from(
    { length: compared },
    (_, place) => distinct[Math.floor(place * step)],
  );
  const { pairs, crowded } = nearPairs(dataset, chosen, excluded);
  return {
    pairs: pairs.map(([a, b]) => [chosen[a], chosen[b]] as const),
    compared,
    isPartial: crowded > 0 || compared < distinct.length,
  };
}

/** Positions in `chosen`. */
function nearPairs(dataset: Dataset, chosen: Int32Array, excluded: ReadonlySet<string>): NearPairs {
  switch (dataset.kind) {
    case 'image': {
      const [channels, height, width] = dataset.sampleShape;
      return nearImages(dataset.images, [channels, height, width], chosen);
    }
    case 'table':
      return nearRows(dataset, chosen, excluded);
    case 'text':
      return nearTexts(dataset, chosen);
    default:
      return dataset satisfies never;
  }
}

function nearRows(
  { columns, values }: TableDataset,
  chosen: Int32Array,
  excluded: ReadonlySet<string>,
): NearPairs {
  const used = [...columns.keys()].filter((place) => !excluded.has(columns[place].name));
  const kept = new Float32Array(chosen.length * used.length);
  for (const [row, index] of chosen.entries()) {
    for (const [at, place] of used.entries()) {
      kept[row * used.length + at] = values[index * columns.length + place];
    }
  }
  const isCategory = used.map((place) => columns[place].type === 'category');
  return nearTableRows({ samples: chosen.length, values: kept, isCategory });
}

/** Texts whose shingles overlap by four fifths; each of a group is paired with the first of it. */
function nearTexts(dataset: TextDataset, chosen: Int32Array): NearPairs {
  const groups = nearDuplicates(textsOf(dataset, chosen));
  const pairs = groups.flatMap(({ places: [first, ...others] }) =>
    others.map((other) => [first, other] as const),
  );
  return { pairs, crowded: 0 };
}
