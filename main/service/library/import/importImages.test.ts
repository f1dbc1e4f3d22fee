import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { grey, idx, npy, png } from './testing/foreignFiles.ts';
import { importFile, inspectFile, writeFiles, writeOne } from './testing/importFile.ts';

describe('images', () => {
  const red = () => [200, 10, 10] as const;
  const files = {
    'train/cat/1.png': png(4, 3, red),
    'train/dog/1.png': png(4, 3, grey(7)),
    'valid/cat/2.png': png(4, 3, red),
    'test/dog/2.png': png(8, 6, grey(9)),
    'readme.txt': 'not an image',
  };

  it('are read from a folder with splits, one size, sorted by path', async () => {
    const { dataset, written, hash } = await importFile(writeFiles(files));
    if (dataset.kind !== 'image') throw new Error(dataset.kind);
    expect(dataset.sampleShape).toEqual([3, 3, 4]);
    expect(dataset.target).toMatchObject({ labels: ['cat', 'dog'], counts: [2, 2] });
    expect([...(dataset.givenSplits ?? [])]).toEqual([2, 0, 0, 1]);
    expect([...dataset.images.subarray(0, 36)]).toEqual(new Array(36).fill(9));
    expect(dataset.images[36]).toBe(200);
    expect(written.hash).toBe(hash);
    expect(written.imageSizes).toMatchObject({
      distinct: 2,
      most: [
        { height: 3, width: 4, count: 3 },
        { height: 6, width: 8, count: 1 },
      ],
      widths: { minimum: 4, maximum: 8 },
      heights: { median: 3 },
    });
    expect(dataset.warnings).toEqual([
      '1 other file was left out: .txt.',
      '1 of 4 images had another size and were resized to a width of 4 and a height of 3.',
    ]);
  });

  it('in a folder for a split, but in none for a class, are left out and counted', async () => {
    const { 'test/dog/2.png': flat, ...others } = files;
    const folder = writeFiles({ ...others, 'test/7.png': flat, 'test/8.png': flat });
    const { dataset } = await importFile(folder);
    expect(dataset.target).toMatchObject({ labels: ['cat', 'dog'], counts: [2, 1] });
    expect(dataset.samples).toBe(3);
    const note = '2 images were left out: they lie in "test", in no folder for a class.';
    expect(dataset.warnings[0]).toBe(note);
    expect((await inspectFile(folder)).warnings).toContain(note);
    const bare = { 'train/1.png': flat, 'train/2.png': flat, 'test/3.png': flat };
    await expect(inspectFile(writeFiles(bare))).rejects.toThrow(
      'Folders that are named for splits are no classes. Every image lies in "test", "train".',
    );
  });

  it('left out, and folders made one, are named', async () => {
    const folder = writeFiles({
      'cat/1.png': png(2, 2, red),
      ' cat/2.png': png(2, 2, grey(2)),
      'dog/1.png': png(2, 2, grey(1)),
      'dog/1.tif': 'I',
      'dog/2.TIF': 'I',
      'cat/LICENSE': 'MIT',
    });
    const { dataset } = await importFile(folder);
    expect(dataset.target).toMatchObject({ labels: ['cat', 'dog'], counts: [2, 1] });
    expect(dataset.warnings).toEqual([
      'Folders " cat", "cat" are one class: "cat".',
      '3 other files were left out: .tif (2), LICENSE (1).',
    ]);
    expect((await inspectFile(folder)).warnings).toEqual(dataset.warnings);
  });

  it('are the same from a ZIP, below any folder', async () => {
    const below = Object.fromEntries(
      Object.entries(files).map(([path, file]) => [
        `pets/${path}`,
        typeof file === 'string' ? strToU8(file) : file,
      ]),
    );
    const zip = await importFile(writeOne('pets.zip', zipSync(below)));
    expect(zip.format).toBe('zip');
    expect(zip.hash).toBe((await importFile(writeFiles(files))).hash);
  });

  it('take the size and the colour that are chosen', async () => {
    const choices = { size: [2, 5], color: 'grey' } as const;
    const folder = writeFiles(files);
    const { dataset } = await importFile(folder, { ...choices, size: [2, 5] });
    expect(dataset.kind === 'image' && dataset.sampleShape).toEqual([1, 2, 5]);
    const seen = await inspectFile(folder, { ...choices, size: [2, 5] });
    expect(seen).toMatchObject({ kind: 'image', shape: [1, 2, 5], samples: 4, classCount: 2 });
    const [image] = seen.images;
    expect(image?.pixels).toHaveLength(10);
    // Beside it the picture of the file, in its own size and colour.
    const { height = 0, width = 0, original } = image ?? {};
    expect(original?.shape).toEqual([3, height, width]);
    expect(original?.pixels).toHaveLength(3 * height * width);
    const asItIs = await inspectFile(folder, {});
    expect(asItIs.images.map((one) => one.original)).toContain(null);
  });

  it('of no common size become a square, stretched, cropped or padded as is chosen', async () => {
    const half = (x: number) => grey(x < 2 ? 10 : 200)();
    const folder = writeFiles({
      'a/1.png': png(4, 2, half),
      'a/2.png': png(2, 4, grey(50)),
      'b/1.png': png(3, 9, grey(60)),
      'b/2.png': png(2, 2, grey(70)),
    });
    const imported = async (fit?: 'stretch' | 'crop' | 'pad') => {
      const { dataset, written } = await importFile(folder, fit && { fit });
      if (dataset.kind !== 'image') throw new Error(dataset.kind);
      // The sides are 2, 2, 2, 2, 3, 4, 4 and 9.
      expect(dataset.sampleShape).toEqual([1, 3, 3]);
      const [seen] = (await inspectFile(folder, fit && { fit })).images;
      const first = [...dataset.images.subarray(0, 9)];
      expect(seen?.pixels).toEqual(first);
      return { first, fit: written.summary.fit, note: dataset.warnings.at(-1) };
    };
    const stretched = await imported();
    expect(stretched.fit).toBeUndefined();
    expect(stretched.note).toMatch(/^4 of 4 images .* were resized to a width of 3/);
    const cropped = await imported('crop');
    expect(cropped.fit).toBe('crop');
    expect(cropped.note).toMatch(/ were cropped and resized to a width of 3 and a height of 3\.$/);
    expect(cropped.first.slice(0, 3)).toEqual([10, 105, 200]);
    const padded = await imported('pad');
    expect(padded.fit).toBe('pad');
    expect(padded.note).toMatch(/ were resized and padded to a width of 3 and a height of 3\.$/);
    expect(padded.first.slice(6)).toEqual([0, 0, 0]);
  });

  it('of arrays keep their bytes, channels last or first', async () => {
    const bytes = Uint8Array.from({ length: 36 }, (_, at) => at);
    const labels = npy('|u1', [3], Uint8Array.of(0, 1, 1));
    const last = zipSync({ 'x_train.npy': npy('|u1', [3, 2, 2, 3], bytes), 'y_train.npy': labels });
    const { dataset } = await importFile(writeOne('a.npz', last));
    if (dataset.kind !== 'image') throw new Error(dataset.kind);
    expect([...dataset.images.subarray(0, 12)]).toEqual([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]);
    expect([...(dataset.givenSplits ?? [])]).toEqual([0, 0, 0]);
    const first = zipSync({ 'x.npy': npy('|u1', [3, 3, 2, 2], bytes), 'y.npy': labels });
    const other = (await importFile(writeOne('b.npz', first))).dataset;
    expect(other.kind === 'image' && [...other.images]).toEqual([...bytes]);
  });

  it('come back from PNG, whatever their pixels', async () => {
    const pixels = fc.uint8Array({ minLength: 27, maxLength: 27 });
    await fc.assert(
      fc.asyncProperty(fc.array(pixels, { minLength: 3, maxLength: 5 }), async (all) => {
        const folder = writeFiles(
          Object.fromEntries(
            all.map((one, at) => [
              `${at % 2}/${at}.png`,
              png(3, 3, (x, y) => [0, 9, 18].map((plane) => one[plane + 3 * y + x] ?? 0) as never),
            ]),
          ),
        );
        const { dataset } = await importFile(folder, { color: 'rgb' });
        const order = [...all.keys()].sort((a, b) => (a % 2) - (b % 2) || a - b);
        expect(dataset.kind === 'image' && [...dataset.images]).toEqual(
          order.flatMap((at) => [...(all[at] ?? [])]),
        );
      }),
      { numRuns: 15 },
    );
  });
});

test('IDX files keep their test part', async () => {
  const labels = (count: number) =>
    idx(
      0x801,
      [count],
      Uint8Array.from({ length: count }, (_, i) => i % 2),
    );
  const pixels = Uint8Array.from({ length: 24 }, (_, at) => at);
  const folder = writeFiles({
    'train-images-idx3-ubyte': idx(0x803, [4, 2, 2], pixels.subarray(0, 16)),
    'train-labels-idx1-ubyte': labels(4),
    't10k-images-idx3-ubyte': idx(0x803, [2, 2, 2], pixels.subarray(16)),
    't10k-labels-idx1-ubyte': labels(2),
  });
  const { dataset, hash, written } = await importFile(folder);
  expect(dataset.kind === 'image' && [...dataset.images]).toEqual([...pixels]);
  expect([...(dataset.givenSplits ?? [])]).toEqual([0, 0, 0, 0, 2, 2]);
  expect(written).toMatchObject({ hash, given: [4, 0, 2] });
});
