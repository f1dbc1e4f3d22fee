import type { Dataset } from '../Dataset.ts';

/** A table of two features with the classes a, b and c in turn, or as `targets` say. */
export function tinyTable(samples: number, targets?: readonly number[]): Dataset {
  const classes = Int32Array.from(targets ?? Array.from({ length: samples }, (_, i) => i % 3));
  const counts = [0, 0, 0];
  for (const index of classes) counts[index] += 1;
  return {
    kind: 'table',
    samples,
    sampleShape: [2],
    features: Float32Array.from({ length: 2 * samples }, (_, i) => i / 2),
    targets: classes,
    target: { kind: 'class', name: 'letter', labels: ['a', 'b', 'c'], counts },
    featureNames: ['x', 'y'],
    givenTestSamples: 0,
    warnings: [],
  };
}

/** Images of 1×3×3 bytes, the last two of them a given test part. */
export function tinyImages(samples: number): Dataset {
  return {
    ...tinyTable(samples),
    kind: 'image',
    sampleShape: [1, 3, 3],
    features: Uint8Array.from({ length: 9 * samples }, (_, i) => (i * 37) % 256),
    featureNames: [],
    givenTestSamples: 2,
  };
}

/** A table whose target is a number. */
export function tinyRegression(samples: number): Dataset {
  return {
    ...tinyTable(samples),
    targets: Float32Array.from({ length: samples }, (_, i) => i / 4),
    target: { kind: 'number', name: 'price', minimum: 0, maximum: (samples - 1) / 4 },
  };
}
