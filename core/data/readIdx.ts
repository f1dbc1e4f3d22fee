/**
 * Reads images and their labels from IDX files: one pair, or MNIST's four files, whose own test
 * part is kept apart.
 *
 * The caller hands in the files of a folder by name, read or not needed ones among them:
 * idxFileName says which ones count. Labels become classes, one for each value that occurs.
 */
import { StudioError } from '../contract/StudioError.ts';
import type { ImageDataset } from './Dataset.ts';
import { idxFileName } from './idx/idxFileName.ts';
import { readIdxFile } from './idx/readIdxFile.ts';
import { joinBytes } from './joinBytes.ts';

/**
 * `files`: contents by file name. With files of a training and a test part the test samples come
 * last and are marked in givenSplits; a single part gives no splits.
 *
 * Throws StudioError `invalid-dataset`, naming the file.
 */
export function readIdx(files: Readonly<Record<string, Uint8Array>>): ImageDataset {
  const pairs = [...findPairs(Object.keys(files)).values()];
  const training = pairs.filter(({ isTestPart }) => !isTestPart);
  const test = pairs.filter(({ isTestPart }) => isTestPart);
  if (pairs.length === 0) throw invalid('There is no IDX images file here.', null);
  if (training.length > 1 || test.length > 1) {
    const found = pairs.map(({ images, labels }) => images ?? labels).join(', ');
    throw invalid(
      `There must be one training part and at most one test part. Found ${found}.`,
      null,
    );
  }
  const parts = [...training, ...test].map((pair) => readPart(pair, files));
  return toDataset(parts, training.length > 0 ? (parts[1]?.labels.length ?? 0) : 0);
}

interface Pair {
  images: string | null;
  labels: string | null;
  readonly isTestPart: boolean;
}

/**
 * A plain file beside its gzip is the same file unpacked; the first in order of name counts, which
 * is the plain one.
 */
function findPairs(names: readonly string[]): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const name of [...names].sort()) {
    const parsed = idxFileName(name);
    if (!parsed) continue;
    const { prefix, content, isTestPart } = parsed;
    const pair = pairs.get(prefix) ?? { images: null, labels: null, isTestPart };
    pair[content] ??= name;
    pairs.set(prefix, pair);
  }
  return pairs;
}

interface Part {
  readonly name: string;
  readonly height: number;
  readonly width: number;
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

function readPart({ images, labels }: Pair, files: Readonly<Record<string, Uint8Array>>): Part {
  if (images === null || labels === null) {
    const present = images ?? labels ?? '';
    const absent = images ? 'labels' : 'images';
    const expected = images
      ? images.replace(/images([-.])idx3/i, 'labels$1idx1')
      : present.replace(/labels([-.])idx1/i, 'images$1idx3');
    throw invalid(
      `"${present}" has no file of ${absent} beside it.`,
      present,
      `Expected "${expected}".`,
    );
  }
  const { shape, values } = readIdxFile(files[images], images, 3);
  const read = readIdxFile(files[labels], labels, 1);
  if (shape[0] !== read.shape[0]) {
    throw invalid(
      `"${images}" holds ${shape[0]} images and "${labels}" ${read.shape[0]} labels; ` +
        'there must be one label for each image.',
      labels,
    );
  }
  return { name: images, height: shape[1], width: shape[2], pixels: values, labels: read.values };
}

function toDataset(parts: readonly Part[], testSamples: number): ImageDataset {
  const [first] = parts;
  for (const { name, height, width } of parts) {
    if (height !== first.height || width !== first.width) {
      throw invalid(
        `All images must have one size. "${first.name}" holds ${first.width}×${first.height} ` +
          `and "${name}" ${width}×${height} pixels.`,
        name,
      );
    }
  }
  const rawLabels = joinBytes(parts.map(({ labels }) => labels));
  const values = [...new Set(rawLabels)].sort((a, b) => a - b);
  if (values.length < 2) {
    throw invalid(`There must be at least two classes. Every label is ${values[0]}.`, first.name);
  }
  const targets = Int32Array.from(rawLabels, (value) => values.indexOf(value));
  const counts = values.map(() => 0);
  for (const index of targets) counts[index] += 1;
  return {
    kind: 'image',
    samples: rawLabels.length,
    sampleShape: [1, first.height, first.width],
    targets,
    target: { kind: 'class', name: 'label', labels: values.map(String), counts },
    columns: [],
    values: new Float32Array(),
    images: joinBytes(parts.map(({ pixels }) => pixels)),
    givenSplits:
      testSamples > 0
        ? new Uint8Array(rawLabels.length).fill(2, rawLabels.length - testSamples)
        : null,
    warnings: [],
  };
}

function invalid(message: string, where: string | null, hint: string | null = null): StudioError {
  return new StudioError('invalid-dataset', message, { where, hint });
}
