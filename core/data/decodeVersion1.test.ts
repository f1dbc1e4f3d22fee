import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { bytesOf } from './bytesOf.ts';
import { decodeDataset, decodeWithHash } from './decodeDataset.ts';
import { joinBytes } from './joinBytes.ts';
import { caughtError } from './testing/caughtError.ts';
import { tinyImages, tinyTable } from './testing/tinyDatasets.ts';

const target = { kind: 'class', name: 'letter', labels: ['a', 'b', 'c'] };

/** As 0.1.0 wrote it. */
function version1(changes: object, features: Uint8Array, targets: Int32Array): Uint8Array {
  const header = JSON.stringify({
    kind: 'table',
    samples: targets.length,
    sampleShape: [2],
    dtype: 'float32',
    featureNames: ['x', 'y'],
    target: { ...target, counts: [1, 1, 1] },
    givenTestSamples: 0,
    warnings: [],
    ...changes,
  });
  const text = strToU8(header.padEnd(Math.ceil(header.length / 8) * 8));
  const prefix = new Uint8Array(16);
  prefix.set(strToU8('DESCENTD'));
  prefix.set(bytesOf(Uint32Array.of(1, text.length)), 8);
  const padding = new Uint8Array((4 - (features.length % 4)) % 4);
  return joinBytes([prefix, text, features, padding, bytesOf(targets)]);
}

const table = tinyTable(3);
const tableBytes = version1({}, bytesOf(table.values), Int32Array.of(0, 1, 2));

it('reads a table of 0.1.0 and keeps its hash', () => {
  const { dataset, hash } = decodeWithHash(tableBytes);
  expect(dataset).toEqual(table);
  expect(hash).toBe('fd9778a1d46a4d76206c756f56bcc7f74a024044edc9c7ae1f900183b790b2de');
});

it('reads images of 0.1.0; their test part is at the end', () => {
  const images = tinyImages(5);
  const changes = {
    kind: 'image',
    sampleShape: [1, 3, 3],
    dtype: 'uint8',
    featureNames: [],
    givenTestSamples: 2,
    target: images.target,
  };
  const bytes = version1(changes, images.images, Int32Array.from(images.targets));
  expect(decodeDataset(bytes)).toEqual(images);
});

it.each([
  ['a cut header', tableBytes.slice(0, 40), 'it ends inside its header'],
  [
    'a missing byte',
    tableBytes.slice(0, -1),
    `it must be ${tableBytes.length} bytes long and is ${tableBytes.length - 1}`,
  ],
  ['a broken header', tableBytes.slice().fill(64, 16, 20), 'its header is malformed'],
  [
    'too few names',
    version1({ featureNames: ['x'] }, bytesOf(table.values), Int32Array.of(0, 1, 2)),
    'it names 1 features of 2',
  ],
  [
    'a value that is no number',
    version1({}, bytesOf(new Float32Array(6).fill(Number.NaN)), Int32Array.of(0, 1, 2)),
    'a feature is not a finite number',
  ],
  [
    'only test samples',
    version1({ givenTestSamples: 3 }, bytesOf(table.values), Int32Array.of(0, 1, 2)),
    'its test part leaves no other samples',
  ],
])('refuses %s', (_, bytes, reason) => {
  expect(caughtError(() => decodeDataset(bytes)).message).toBe(
    `The stored dataset is damaged: ${reason}.`,
  );
});
