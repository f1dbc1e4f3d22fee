import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Dataset } from './Dataset.ts';
import { datasetHash, headerHash } from './datasetHash.ts';
import { DatasetHeader } from './datasetHeader.ts';
import { decodeDataset, decodeWithHash } from './decodeDataset.ts';
import { encodeDataset } from './encodeDataset.ts';
import { caughtError } from './testing/caughtError.ts';
import {
  tinyImages,
  tinyMixed,
  tinyRegression,
  tinyTable,
  tinyTexts,
} from './testing/tinyDatasets.ts';

const anySize = fc.integer({ min: 3, max: 30 });
const anyDataset: fc.Arbitrary<Dataset> = fc
  .tuple(
    fc.oneof(
      anySize.map((samples): Dataset => tinyTable(samples)),
      ...[tinyImages, tinyRegression, tinyTexts, tinyMixed].map((tiny) =>
        anySize.map((samples): Dataset => tiny(samples)),
      ),
    ),
    fc.option(fc.array(fc.nat(2), { minLength: 30, maxLength: 30 })),
    fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 2 }),
  )
  .map(([dataset, splits, warnings]) => ({
    ...dataset,
    givenSplits: splits ? Uint8Array.of(0, ...splits).slice(0, dataset.samples) : null,
    warnings,
  }));

const headerOf = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return DatasetHeader.parse(JSON.parse(strFromU8(bytes.subarray(view.getUint32(16, true)))));
};

describe('encodeDataset and decodeDataset', () => {
  it('come back with every kind of dataset, to the byte', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        const bytes = encodeDataset(dataset);
        expect(decodeDataset(bytes)).toEqual(dataset);
        expect(encodeDataset(decodeDataset(bytes))).toEqual(bytes);
        expect(headerHash(headerOf(bytes))).toBe(datasetHash(dataset));
        expect(decodeWithHash(bytes).hash).toBe(datasetHash(dataset));
      }),
    );
  });

  it('never take damaged bytes for a dataset that says something else', () => {
    const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(anyDataset, place, fc.integer({ min: 1, max: 255 }), (dataset, at, flip) => {
        const bytes = encodeDataset(dataset);
        bytes[Math.floor(at * bytes.length)] ^= flip;
        try {
          const { warnings: _, ...decoded } = decodeDataset(bytes);
          const { hash } = decodeWithHash(bytes);
          const { warnings: __, ...original } = dataset;
          if (hash === datasetHash(dataset)) expect(decoded).toEqual(original);
        } catch (error) {
          expect(error).toMatchObject({ code: 'invalid-dataset' });
        }
      }),
      { numRuns: 500 },
    );
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
  const inconsistent =
    <T extends Dataset>(dataset: T, change: Partial<T>) =>
    () =>
      decodeDataset(encodeDataset({ ...dataset, ...change }));
  const patched = (dataset: Dataset, from: string, to: string) => () => {
    const bytes = encodeDataset(dataset);
    const view = new DataView(bytes.buffer);
    const at = view.getUint32(16, true);
    const header = strToU8(strFromU8(bytes.subarray(at)).replace(from, to));
    view.setUint32(12, header.length, true);
    return decodeDataset(Uint8Array.of(...bytes.subarray(0, at), ...header));
  };
  const given = new Uint8Array(4).fill(2);

  it.each([
    ['nothing', damaged(() => new Uint8Array()), 'it does not begin with "DESCENTD"'],
    ['another file', damaged((bytes) => bytes.fill(65, 0, 4)), 'it does not begin with "DESCENTD"'],
    [
      'a later version',
      damaged((bytes) => bytes.fill(3, 8, 9)),
      'its version is 3, and this studio reads 2',
    ],
    [
      'a missing byte',
      damaged((bytes) => bytes.slice(0, -1)),
      'it must be 500 bytes long and is 499',
    ],
    ['a broken header', damaged((bytes) => bytes.fill(64, -3)), 'its header is malformed'],
    ['a flipped class', damaged((bytes) => bytes.fill(9, 68, 69)), 'class 9 is none of 3'],
    ['a moved class', damaged((bytes) => bytes.fill(1, 68, 69)), 'its class counts do not add up'],
    [
      'an infinite value',
      inconsistent(tinyTable(4), { values: new Float32Array(8).fill(Number.POSITIVE_INFINITY) }),
      'a value of column "x" is not finite',
    ],
    [
      'a category without a label',
      inconsistent(tinyMixed(4), { values: new Float32Array(12).fill(3) }),
      'category 3 of column "color" is none of 3',
    ],
    [
      'a category between two others',
      inconsistent(tinyMixed(4), { values: new Float32Array(12).fill(0.5) }),
      'category 0.5 of column "color" is none of 3',
    ],
    [
      'labels of a number',
      inconsistent(tinyTable(4), {
        columns: [
          { name: 'x', type: 'number', labels: ['a'] },
          { name: 'y', type: 'number' },
        ],
      }),
      'the labels of column "x" do not fit its type',
    ],
    [
      'too few columns',
      inconsistent(tinyTable(4), { columns: [{ name: 'x', type: 'number' }] }),
      'its values must be 16 bytes long and are 32',
    ],
    [
      'only test samples',
      inconsistent(tinyTable(4), { givenSplits: given }),
      'its test part leaves no other samples',
    ],
    [
      'a fourth part',
      inconsistent(tinyTable(4), { givenSplits: Uint8Array.of(0, 1, 2, 3) }),
      'a sample is in no split',
    ],
    [
      'texts that overlap',
      inconsistent(tinyTexts(4), { offsets: Uint32Array.of(0, 9, 2, 2, 46) }),
      'its texts overlap',
    ],
    [
      'a section outside',
      patched(tinyTable(4), '"offset":24', '"offset":8000'),
      'its values lie outside',
    ],
    [
      'images without a size',
      patched(tinyImages(4), '"sampleShape":[1,3,3],', ''),
      'its images have no size',
    ],
    [
      'a missing section',
      patched(tinyTable(4), '"kind":"table"', '"kind":"text"'),
      'it has no offsets',
    ],
  ])('refuse %s', (_, work, reason) => {
    expect(caughtError(work)).toMatchObject({
      code: 'invalid-dataset',
      message: `The stored dataset is damaged: ${reason}.`,
    });
  });
});

describe('datasetHash', () => {
  it('depends on values, targets, labels, names and given splits, and on nothing else', () => {
    const dataset = tinyTable(6);
    const hash = datasetHash(dataset);
    expect(datasetHash({ ...tinyTable(6), warnings: ['noticed'] })).toBe(hash);
    const values = dataset.values.slice();
    values[3] += 1;
    const others: Dataset[] = [
      { ...dataset, values },
      tinyTable(6, [0, 1, 2, 2, 1, 0]),
      { ...dataset, columns: [dataset.columns[0], { name: 'z', type: 'number' }] },
      { ...dataset, givenSplits: Uint8Array.of(0, 0, 0, 0, 0, 2) },
    ];
    for (const other of others) expect(datasetHash(other)).not.toBe(hash);
  });

  it('is sha256, stated once for good', () => {
    expect(
      [tinyTable(3), tinyImages(3), tinyTexts(3)].map((one) => datasetHash(one)),
    ).toMatchInlineSnapshot(`
      [
        "41a45d2086d5e1545077f8b51acbb4e2b3aa7dc78362d372d045b3b607960324",
        "a4980bdb5d8275dbdcfdac3b3f1d477141b22eb359d2a45a20fc2ae4c13151a8",
        "f5a70ece12ac03c8635562d57588a0997811c5a2c9092534f0e31e93f4bc1774",
      ]
    `);
  });
});
