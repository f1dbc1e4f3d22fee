import { describe, expect, it } from 'vitest';
import type { Dataset } from './Dataset.ts';
import { datasetHash } from './datasetHash.ts';
import { decodeDataset } from './decodeDataset.ts';
import { encodeDataset } from './encodeDataset.ts';
import { caughtError } from './testing/caughtError.ts';
import { tinyImages, tinyRegression, tinyTable } from './testing/tinyDatasets.ts';

describe('encodeDataset and decodeDataset', () => {
  it.each([
    ['a table', tinyTable(7)],
    ['images with a given test part', tinyImages(5)],
    ['a regression', tinyRegression(4)],
    [
      'text beyond ASCII',
      { ...tinyTable(3), featureNames: ['키', '몸무게'], warnings: ['경고 🐧'] },
    ],
  ])('come back with %s', (_, dataset) => {
    const bytes = encodeDataset(dataset);
    expect(decodeDataset(bytes)).toEqual(dataset);
    expect(encodeDataset(decodeDataset(bytes))).toEqual(bytes);
  });

  it('do not share memory with the bytes, at any alignment, as a Buffer or not', () => {
    const dataset = tinyTable(6);
    const shifted = Buffer.concat([Buffer.from('x'), encodeDataset(dataset)]).subarray(1);
    const decoded = decodeDataset(shifted);
    shifted.fill(0);
    expect(decoded).toEqual(dataset);
  });

  const damaged = (edit: (bytes: Uint8Array) => Uint8Array | undefined) => {
    const bytes = encodeDataset(tinyTable(4));
    return () => decodeDataset(edit(bytes) ?? bytes);
  };
  const inconsistent = (change: Partial<Dataset>) => () =>
    decodeDataset(encodeDataset({ ...tinyTable(4), ...change }));
  const NaNs = new Float32Array(8).fill(Number.NaN);

  it.each([
    ['nothing', damaged(() => new Uint8Array()), 'it does not begin with "DESCENTD"'],
    ['another file', damaged((bytes) => bytes.fill(65, 0, 4)), 'it does not begin with "DESCENTD"'],
    [
      'a later version',
      damaged((bytes) => bytes.fill(2, 8, 9)),
      'its version is 2, and this studio reads 1',
    ],
    ['a cut header', damaged((bytes) => bytes.slice(0, 40)), 'it ends inside its header'],
    ['a broken header', damaged((bytes) => bytes.fill(64, 16, 20)), 'its header is malformed'],
    [
      'a missing byte',
      damaged((bytes) => bytes.slice(0, -1)),
      'it must be 272 bytes long and is 271',
    ],
    ['a flipped class', damaged((bytes) => bytes.fill(9, -4, -3)), 'class 9 is none of 3'],
    ['a moved class', damaged((bytes) => bytes.fill(1, -4, -3)), 'its class counts do not add up'],
    [
      'a value that is no number',
      inconsistent({ features: NaNs }),
      'a feature is not a finite number',
    ],
    ['too few names', inconsistent({ featureNames: ['x'] }), 'it names 1 features of 2'],
    [
      'only test samples',
      inconsistent({ givenTestSamples: 4 }),
      'its test part leaves no other samples',
    ],
  ])('refuse %s', (_, work, reason) => {
    expect(caughtError(work)).toMatchObject({
      code: 'invalid-dataset',
      message: `The stored dataset is damaged: ${reason}.`,
    });
  });
});

describe('datasetHash', () => {
  it('depends on features, targets, labels and names, and on nothing else', () => {
    const dataset = tinyTable(6);
    const hash = datasetHash(dataset);
    expect(datasetHash({ ...tinyTable(6), warnings: ['noticed'] })).toBe(hash);
    const features = dataset.features.slice();
    features[3] += 1;
    const others: Dataset[] = [
      { ...dataset, features },
      tinyTable(6, [0, 1, 2, 2, 1, 0]),
      { ...dataset, featureNames: ['x', 'z'] },
      { ...dataset, givenTestSamples: 1 },
    ];
    for (const other of others) expect(datasetHash(other)).not.toBe(hash);
  });

  it('is sha256, stated once for good', () => {
    expect(datasetHash(tinyTable(3))).toMatchInlineSnapshot(
      `"fd9778a1d46a4d76206c756f56bcc7f74a024044edc9c7ae1f900183b790b2de"`,
    );
  });
});
