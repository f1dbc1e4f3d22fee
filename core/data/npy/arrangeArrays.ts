/**
 * Which of a file's arrays are samples and which their targets: `x_train, y_train, x_test, y_test` as
 * Keras writes them, `X, y`, `images, labels`, or the only two there are.
 */
import { StudioError } from '../../contract/StudioError.ts';
import type { NpyArray } from './readNpy.ts';

export interface ArrayPart {
  readonly samples: NpyArray;
  readonly samplesName: string;
  readonly targets: NpyArray;
  readonly targetsName: string;
  readonly split: 0 | 1 | 2 | null;
}

const sampleWords = ['x', 'data', 'images', 'features', 'inputs', 'samples'];
const targetWords = ['y', 'target', 'targets', 'labels', 'label', 'classes'];
const splitWords: readonly (readonly [string, 0 | 1 | 2])[] = [
  ['train', 0],
  ['val', 1],
  ['valid', 1],
  ['validation', 1],
  ['test', 2],
];

/** Throws StudioError `invalid-dataset`, listing what is there. */
export function arrangeArrays(arrays: ReadonlyMap<string, NpyArray>, name: string): ArrayPart[] {
  const parts = [
    ...splitWords.flatMap(([word, split]) =>
      partOf(arrays, (base) => [`${base}_${word}`, `${word}_${base}`], split),
    ),
    ...partOf(arrays, (base) => [base], null),
  ];
  if (parts.length > 0) {
    for (const part of parts) refuseLengths(part);
    // A part for each split, or one for all.
    const named = parts.filter(({ split }) => split !== null);
    return named.length > 0 ? named : parts.slice(0, 1);
  }
  const listed = [...arrays].map(([key, { shape }]) => `${key} [${shape.join(', ')}]`).join(', ');
  throw new StudioError(
    'invalid-dataset',
    `"${name}" must hold samples and targets, named x and y. It holds ${listed || 'nothing'}.`,
    { where: name, hint: 'Save with numpy.savez(path, x=samples, y=targets).' },
  );
}

function partOf(
  arrays: ReadonlyMap<string, NpyArray>,
  spell: (base: string) => readonly string[],
  split: 0 | 1 | 2 | null,
): ArrayPart[] {
  const find = (words: readonly string[]) => {
    const wanted = new Set(words.flatMap(spell));
    return [...arrays].find(([key]) => wanted.has(key.toLowerCase()));
  };
  const [samples, targets] = [find(sampleWords), find(targetWords)];
  if (!samples || !targets) return [];
  return [
    {
      samplesName: samples[0],
      samples: samples[1],
      targetsName: targets[0],
      targets: targets[1],
      split,
    },
  ];
}

function refuseLengths({ samples, samplesName, targets, targetsName }: ArrayPart): void {
  const [count = 0, ...rest] = targets.shape;
  const isColumn = rest.every((size) => size === 1);
  if (samples.shape[0] === count && isColumn && samples.shape.length > 1) return;
  throw new StudioError(
    'invalid-dataset',
    `"${samplesName}" must be [N, ...] and "${targetsName}" [N]. ` +
      `Received [${samples.shape.join(', ')}] and [${targets.shape.join(', ')}].`,
    { where: samplesName },
  );
}
