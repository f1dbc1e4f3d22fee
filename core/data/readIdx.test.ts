import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readIdx } from './readIdx.ts';
import { caughtError } from './testing/caughtError.ts';

/** IDX bytes with a header of the caller's choice, honest or not. */
function idx(magic: number, sizes: readonly number[], data: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * sizes.length + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  for (const [axis, size] of sizes.entries()) view.setUint32(4 + 4 * axis, size);
  bytes.set(data, 4 + 4 * sizes.length);
  return bytes;
}

const images = (count: number, height = 2, width = 3) =>
  idx(
    0x803,
    [count, height, width],
    Array.from({ length: count * height * width }, (_, i) => i % 256),
  );
const labels = (...values: number[]) => idx(0x801, [values.length], values);

const training = {
  'train-images-idx3-ubyte': images(4),
  'train-labels-idx1-ubyte': labels(7, 3, 7, 3),
};

describe('readIdx', () => {
  it('reads a pair; the labels that occur become classes', () => {
    const dataset = readIdx(training);
    expect(dataset).toMatchObject({
      kind: 'image',
      samples: 4,
      sampleShape: [1, 2, 3],
      target: { kind: 'class', name: 'label', labels: ['3', '7'], counts: [2, 2] },
      givenSplits: null,
    });
    expect([...dataset.targets]).toEqual([1, 0, 1, 0]);
    expect([...dataset.images.subarray(6, 9)]).toEqual([6, 7, 8]);
  });

  it('keeps the test part of four files as the last samples, gzip or plain, in any order', () => {
    const dataset = readIdx({
      't10k-labels.idx1-ubyte': labels(3, 5),
      't10k-images.idx3-ubyte': images(2),
      'README.md': new Uint8Array(3),
      'train-labels-idx1-ubyte.gz': gzipSync(labels(7, 3, 7, 3)),
      'train-images-idx3-ubyte.gz': gzipSync(images(4)),
    });
    expect(dataset).toMatchObject({
      samples: 6,
      givenSplits: Uint8Array.of(0, 0, 0, 0, 2, 2),
    });
    expect(dataset.target).toMatchObject({ labels: ['3', '5', '7'], counts: [3, 1, 2] });
    expect([...dataset.targets]).toEqual([2, 0, 2, 0, 0, 1]);
  });

  it('takes a plain file before its gzip, and a lone test part as it comes', () => {
    const both = { ...training, 'train-labels-idx1-ubyte.gz': new Uint8Array(3) };
    expect(readIdx(both).samples).toBe(4);
    const test = { 't10k-images-idx3-ubyte': images(2), 't10k-labels-idx1-ubyte': labels(0, 1) };
    expect(readIdx(test)).toMatchObject({ samples: 2, givenSplits: null });
  });

  const damagedGzip = gzipSync(images(4));
  damagedGzip[damagedGzip.length - 6] ^= 1;
  const bomb = gzipSync(idx(0x803, [1, 2, 3], new Array<number>(200_000).fill(0)));

  it.each([
    ['no IDX at all', { 'a.txt': images(1) }, 'There is no IDX images file here.', null],
    [
      'images without labels',
      { 'train-images-idx3-ubyte.gz': images(4) },
      '"train-images-idx3-ubyte.gz" has no file of labels beside it.',
      'train-images-idx3-ubyte.gz',
    ],
    [
      'labels without images',
      { 'train-labels-idx1-ubyte': labels(1) },
      '"train-labels-idx1-ubyte" has no file of images beside it.',
      'train-labels-idx1-ubyte',
    ],
    [
      'two training parts',
      {
        ...training,
        'fashion-images-idx3-ubyte': images(1),
        'fashion-labels-idx1-ubyte': labels(1),
      },
      'There must be one training part and at most one test part. Found fashion-images-idx3-ubyte, train-images-idx3-ubyte.',
      null,
    ],
    [
      'labels where images should be',
      { ...training, 'train-images-idx3-ubyte': idx(0x801, [12], new Array<number>(12).fill(0)) },
      '"train-images-idx3-ubyte" must begin with the IDX magic number 0x00000803: unsigned bytes in 3 dimensions. Received 0x00000801.',
      'train-images-idx3-ubyte',
    ],
    [
      'floats',
      { ...training, 'train-images-idx3-ubyte': idx(0xd03, [1, 1, 1], [0, 0, 0, 0]) },
      '"train-images-idx3-ubyte" must begin with the IDX magic number 0x00000803: unsigned bytes in 3 dimensions. Received 0x00000D03.',
      'train-images-idx3-ubyte',
    ],
    [
      'an empty file',
      { ...training, 'train-labels-idx1-ubyte': new Uint8Array() },
      '"train-labels-idx1-ubyte" must begin with an IDX header of 8 bytes. Received 0 bytes.',
      'train-labels-idx1-ubyte',
    ],
    [
      'a truncated file',
      { ...training, 'train-images-idx3-ubyte': images(4).subarray(0, 30) },
      '"train-images-idx3-ubyte" must be 40 bytes long, as its header says [4, 2, 3]. Received 30 bytes.',
      'train-images-idx3-ubyte',
    ],
    [
      'a header that lies small',
      { ...training, 'train-labels-idx1-ubyte': idx(0x801, [2], [1, 0, 1, 0]) },
      '"train-labels-idx1-ubyte" must be 10 bytes long, as its header says [2]. Received 12 bytes.',
      'train-labels-idx1-ubyte',
    ],
    [
      'a header that lies large',
      { ...training, 'train-images-idx3-ubyte': idx(0x803, [4e9, 28, 28], [0]) },
      '"train-images-idx3-ubyte" must hold between 1 and 2147483647 bytes of data. Its header says [4000000000, 28, 28].',
      'train-images-idx3-ubyte',
    ],
    [
      'counts that differ',
      { ...training, 'train-labels-idx1-ubyte': labels(1, 0, 1) },
      '"train-images-idx3-ubyte" holds 4 images and "train-labels-idx1-ubyte" 3 labels; there must be one label for each image.',
      'train-labels-idx1-ubyte',
    ],
    [
      'sizes that differ',
      {
        ...training,
        't10k-images-idx3-ubyte': images(2, 3, 3),
        't10k-labels-idx1-ubyte': labels(3, 7),
      },
      'All images must have one size. "train-images-idx3-ubyte" holds 3×2 and "t10k-images-idx3-ubyte" 3×3 pixels.',
      't10k-images-idx3-ubyte',
    ],
    [
      'one class',
      { ...training, 'train-labels-idx1-ubyte': labels(4, 4, 4, 4) },
      'There must be at least two classes. Every label is 4.',
      'train-images-idx3-ubyte',
    ],
    [
      'gzip with a wrong checksum',
      { ...training, 'train-images-idx3-ubyte': damagedGzip },
      '"train-images-idx3-ubyte" is damaged gzip data: its checksum does not match.',
      'train-images-idx3-ubyte',
    ],
    [
      'gzip cut short',
      { ...training, 'train-images-idx3-ubyte': gzipSync(images(4)).subarray(0, 25) },
      '"train-images-idx3-ubyte" is damaged gzip data: unexpected EOF.',
      'train-images-idx3-ubyte',
    ],
    [
      'gzip that holds more than it announces',
      { ...training, 'train-images-idx3-ubyte': bomb },
      '"train-images-idx3-ubyte" is damaged gzip data: it holds more than the 22 bytes it announces.',
      'train-images-idx3-ubyte',
    ],
  ])('refuses %s', (_, files, message, where) => {
    const error = caughtError(() => readIdx(files));
    expect(error).toMatchObject({ code: 'invalid-dataset', message, where });
  });

  it('names the file that it misses', () => {
    const files = { 'train-images-idx3-ubyte.gz': images(4) };
    expect(caughtError(() => readIdx(files)).hint).toBe('Expected "train-labels-idx1-ubyte.gz".');
  });
});
