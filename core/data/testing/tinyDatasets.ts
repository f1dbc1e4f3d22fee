import { strToU8 } from 'fflate';
import type { ImageDataset, TableDataset, TextDataset } from '../Dataset.ts';
import { joinBytes } from '../joinBytes.ts';

/** A table of two features with the classes a, b and c in turn, or as `targets` say. */
export function tinyTable(samples: number, targets?: readonly number[]): TableDataset {
  const classes = Int32Array.from(targets ?? Array.from({ length: samples }, (_, i) => i % 3));
  const counts = [0, 0, 0];
  for (const index of classes) counts[index] += 1;
  return {
    kind: 'table',
    samples,
    target: { kind: 'class', name: 'letter', labels: ['a', 'b', 'c'], counts },
    targets: classes,
    columns: [
      { name: 'x', type: 'number' },
      { name: 'y', type: 'number' },
    ],
    values: Float32Array.from({ length: 2 * samples }, (_, i) => i / 2),
    givenSplits: null,
    warnings: [],
  };
}

/** Images of 1×3×3 bytes, the last two of them a given test part. */
export function tinyImages(samples: number): ImageDataset {
  return {
    ...tinyTable(samples),
    kind: 'image',
    columns: [],
    values: new Float32Array(),
    sampleShape: [1, 3, 3],
    images: Uint8Array.from({ length: 9 * samples }, (_, i) => (i * 37) % 256),
    givenSplits: new Uint8Array(samples).fill(2, samples - 2),
  };
}

/** A table whose target is a number. */
export function tinyRegression(samples: number): TableDataset {
  return {
    ...tinyTable(samples),
    targets: Float32Array.from({ length: samples }, (_, i) => i / 4),
    target: { kind: 'number', name: 'price', minimum: 0, maximum: (samples - 1) / 4 },
  };
}

/** Sentences in two languages, one of them empty, with the length of each as a column. */
export function tinyTexts(samples: number): TextDataset {
  const sentences = ['I like it', '나는 좋아한다', '', 'not at all 👎'];
  const texts = Array.from({ length: samples }, (_, i) => strToU8(sentences[i % 4]));
  const offsets = new Uint32Array(samples + 1);
  for (const [index, text] of texts.entries()) offsets[index + 1] = offsets[index] + text.length;
  return {
    ...tinyTable(samples),
    kind: 'text',
    columns: [{ name: 'bytes', type: 'number' }],
    values: Float32Array.from(texts, ({ length }) => length),
    texts: joinBytes(texts),
    offsets,
  };
}

/** Numbers, categories and dates, with a value missing in each column now and then. */
export function tinyMixed(samples: number): TableDataset {
  const row = (i: number) => [
    i % 5 === 4 ? Number.NaN : i / 3,
    i % 7 === 6 ? Number.NaN : i % 3,
    i % 11 === 10 ? Number.NaN : 19_000 + i,
  ];
  return {
    ...tinyTable(samples),
    columns: [
      { name: 'size', type: 'number' },
      { name: 'color', type: 'category', labels: ['red', 'green', '파랑'] },
      { name: 'day', type: 'date' },
    ],
    values: Float32Array.from(Array.from({ length: samples }, (_, i) => row(i)).flat()),
  };
}
