/** Whatever is in a file, every loader gives it back: the same data through all formats (seed 71). */
import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import { bytesOfFloats, idx, npy, png } from './testing/foreignFiles.ts';
import { importFile, writeFiles, writeOne } from './testing/importFile.ts';

const RUNS = { seed: 71, numRuns: 12 };

const float32 = fc
  .float({ noNaN: true, noDefaultInfinity: true, min: -(2 ** 99), max: 2 ** 99 })
  // Files of text know no negative zero.
  .map((value) => value + 0);
/** Also what CSV must quote. */
const town = fc.constantFrom(
  'A',
  'b c',
  'd,e',
  'say "hi"',
  '서울',
  'line\nbreak',
  'é',
  'tab\there',
);
const row = fc.record({ x: fc.option(float32, { freq: 6 }), z: float32, town });

const quoted = (cell: string | number | null) =>
  typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : (cell ?? '');

it('tables: CSV, TSV, JSON Lines and Parquet', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 4, maxLength: 30 }), async (rows) => {
      const full = rows.map((one, at) => ({ ...one, y: `c${at % 2}` }));
      const names = ['x', 'z', 'town', 'y'] as const;
      const lines = (delimiter: string) =>
        [
          names.join(delimiter),
          ...full.map((one) => names.map((name) => quoted(one[name])).join(delimiter)),
        ].join('\n');
      const columnData = names.map((name) => ({
        name,
        data: full.map((one) => one[name]),
        type: name === 'x' || name === 'z' ? ('DOUBLE' as const) : ('STRING' as const),
      }));
      const choices = { columns: [{ name: 'town', type: 'category' }] } as const;
      const read = async (name: string, content: string | Uint8Array) =>
        (await importFile(writeOne(name, content), { columns: [...choices.columns] })).dataset;
      const all = [
        await read('t.csv', lines(',')),
        await read('t.tsv', lines('\t')),
        await read('t.jsonl', full.map((one) => JSON.stringify(one)).join('\n')),
        await read('t.parquet', new Uint8Array(parquetWriteBuffer({ columnData }))),
      ];
      for (const { columns, values, targets } of all) {
        expect([...targets]).toEqual(full.map((_, at) => at % 2));
        const cells = full.map((_, at) => {
          const [x, z, place] = values.subarray(3 * at, 3 * at + 3);
          return { x: Number.isNaN(x) ? null : x, z, town: columns[2]?.labels?.[place ?? -1] };
        });
        expect(cells).toEqual(rows.map((one) => ({ ...one, town: one.town.trim() })));
      }
    }),
    RUNS,
  );
}, 60_000);

it('texts: CSV and JSON Lines', async () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  const text = fc.tuple(words, fc.constantFrom('good', '좋다', 'a "quoted" word'), words);
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 4, maxLength: 12 }), async (all) => {
      // NUL stands in no text; what a line break is, JSON and CSV write otherwise.
      const texts = all.map((parts, at) => `${at} ${parts.join(' ')} .`.replaceAll('\0', ''));
      const rows = texts.map((one, at) => [one, `c${at % 2}`] as const);
      const csv = ['text,kind', ...rows.map(([one, kind]) => `${quoted(one)},${kind}`)].join('\n');
      const lines = rows.map(([one, kind]) => JSON.stringify({ text: one, kind })).join('\n');
      for (const [name, content] of [['t.csv', csv] as const, ['t.jsonl', lines] as const]) {
        const { dataset } = await importFile(writeOne(name, content), { text: 'text' });
        if (dataset.kind !== 'text') throw new Error(dataset.kind);
        const { texts: bytes, offsets } = dataset;
        const read = texts.map((_, at) =>
          Buffer.from(bytes.subarray(offsets[at], offsets[at + 1])).toString(),
        );
        expect(read.map((one) => one.trim())).toEqual(texts.map((one) => one.trim()));
      }
    }),
    RUNS,
  );
}, 60_000);

it('numbers: NPY and NPZ', async () => {
  const matrix = fc.array(fc.tuple(float32, float32), { minLength: 4, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(matrix, async (rows) => {
      const labels = rows.map((_, at) => at % 2);
      const one = bytesOfFloats(...rows.flatMap(([a, b], at) => [a, b, labels[at] ?? 0]));
      const single = await importFile(writeOne('m.npy', npy('<f4', [rows.length, 3], one)));
      const pair = await importFile(
        writeOne(
          'm.npz',
          zipSync({
            'x.npy': npy('<f4', [rows.length, 2], bytesOfFloats(...rows.flat())),
            'y.npy': npy('|u1', [rows.length], Uint8Array.from(labels)),
          }),
        ),
      );
      for (const { dataset } of [single, pair]) {
        expect([...dataset.values]).toEqual(rows.flat());
        expect([...dataset.targets]).toEqual(labels);
      }
    }),
    RUNS,
  );
}, 60_000);

it('images: a folder, a ZIP of it, IDX, IDX as gzip, NPZ', async () => {
  const side = fc.integer({ min: 1, max: 6 });
  const images = fc.tuple(side, side).chain(([height, width]) =>
    fc.record({
      height: fc.constant(height),
      width: fc.constant(width),
      all: fc.array(fc.uint8Array({ minLength: height * width, maxLength: height * width }), {
        minLength: 3,
        maxLength: 6,
      }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(images, async ({ height, width, all }) => {
      // In a folder images come class by class.
      const labels = all.map((_, at) => (2 * at < all.length ? 0 : 1));
      const bytes = Uint8Array.from(all.flatMap((one) => [...one]));
      const files = Object.fromEntries(
        all.map((one, at) => {
          const at2 = (x: number, y: number) => one[y * width + x] ?? 0;
          return [
            `${labels[at]}/${at}.png`,
            png(width, height, (x, y) => [at2(x, y), at2(x, y), at2(x, y)]),
          ];
        }),
      );
      const pixels = idx(0x803, [all.length, height, width], bytes);
      const classes = idx(0x801, [all.length], Uint8Array.from(labels));
      const names = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte'] as const;
      const arrays = {
        'x.npy': npy('|u1', [all.length, height, width], bytes),
        'y.npy': npy('|u1', [all.length], Uint8Array.from(labels)),
      };
      const paths = [
        writeFiles(files),
        writeOne('images.zip', zipSync(files)),
        writeFiles({ [names[0]]: pixels, [names[1]]: classes }),
        writeFiles({ [`${names[0]}.gz`]: gzipSync(pixels), [`${names[1]}.gz`]: gzipSync(classes) }),
        writeOne('images.npz', zipSync(arrays)),
      ];
      for (const [place, path] of paths.entries()) {
        const isFiles = place < 2;
        const { dataset } = await importFile(path, isFiles ? { color: 'grey' } : {});
        if (dataset.kind !== 'image') throw new Error(dataset.kind);
        expect(dataset.sampleShape).toEqual([1, height, width]);
        expect([...dataset.images]).toEqual([...bytes]);
        expect([...dataset.targets]).toEqual(labels);
      }
    }),
    RUNS,
  );
}, 60_000);
