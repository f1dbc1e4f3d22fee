import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { ImportOptions } from '../../../core/contract/ImportOptions.ts';
import { openTestStudio, temporaryFolder } from '../testing/testStudio.ts';
import { runImporter } from './runImporter.ts';

const table = 'width,height,kind\n1,2,a\n2,3,b\n3,4,a\n4,5,b\n5,6,a\n6,7,b\n';

function writeTemporary(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** Images of 4×4 equal pixels. */
function idxImages(count: number): Uint8Array {
  const header = Buffer.alloc(16);
  [0x803, count, 4, 4].forEach((value, index) => void header.writeUInt32BE(value, 4 * index));
  return Buffer.concat([header, Buffer.alloc(16 * count, 7)]);
}

/** 0, 1, 0, 1 ... */
function idxLabels(count: number): Uint8Array {
  const header = Buffer.alloc(8);
  [0x801, count].forEach((value, index) => void header.writeUInt32BE(value, 4 * index));
  return Buffer.concat([header, Uint8Array.from({ length: count }, (_, index) => index % 2)]);
}

test('a CSV file becomes a dataset named after the file', async () => {
  const { request, events } = openTestStudio();
  const path = writeTemporary('My Table (1).csv', table);
  const info = await request('datasets.import', { path });
  expect(info).toMatchObject({
    id: 'my-table-1',
    name: 'My Table (1)',
    samples: 6,
    columns: [{ name: 'width' }, { name: 'height' }],
    target: { kind: 'class', name: 'kind', labels: ['a', 'b'], counts: [3, 3] },
    source: { kind: 'csv', origin: path },
  });
  expect(events.at(-1)?.event).toBe('datasets.changed');
  expect(await request('datasets.list', {})).toEqual([info]);
});

test('it is told how far the file is read', async () => {
  const { request, events } = openTestStudio();
  const rows = Array.from({ length: 200_000 }, (_, row) => `${row},${row % 7},${'ab'[row % 2]}\n`);
  const path = writeTemporary('long.csv', `width,height,kind\n${rows.join('')}`);
  await request('datasets.import', { path });
  const told = events.filter((event) => event.event === 'import.progress');
  expect(told.length).toBeGreaterThan(0);
  for (const event of told) expect(event.path).toBe(path);
  expect(told[0]?.fraction).toBeLessThan(1);
  expect(told[0]?.rows).toBeLessThan(200_000);
});

test('a cancelled import leaves nothing behind', async () => {
  // A reader that says nothing, for as long as it is let.
  const importerEntry = writeTemporary('importer.cjs', 'setInterval(() => {}, 1000)');
  const { request, home } = openTestStudio(temporaryFolder(), { importerEntry });
  const path = writeTemporary('table.csv', table);
  const running = request('datasets.import', { path });
  const refused = expect(running).rejects.toMatchObject({ code: 'cancelled', where: path });
  await request('datasets.cancelImport', { path });
  await refused;
  expect(existsSync(join(home, 'datasets'))).toBe(false);
  expect(await request('datasets.cancelImport', { path })).toEqual({});
});

test('a reader that hangs is ended', async () => {
  const entry = writeTemporary('importer.cjs', 'setInterval(() => {}, 1000)');
  const request = { kind: 'inspect', path: '/data.csv', options: ImportOptions.parse({}) } as const;
  await expect(runImporter(request, { entry, silentSeconds: 0.5 })).rejects.toMatchObject({
    code: 'invalid-dataset',
    message: 'Reading the file did not go on for 0.5 s.',
  });
});

/** Its data was last written so many minutes ago; the folder itself is an hour older. */
function importFolder(home: string, name: string, minutes: number): string {
  const folder = join(home, 'datasets', name);
  mkdirSync(folder, { recursive: true });
  const data = join(folder, 'data.bin');
  writeFileSync(data, '');
  const touchedAt = Date.now() / 1000 - minutes * 60;
  utimesSync(data, touchedAt, touchedAt);
  utimesSync(folder, touchedAt - 3600, touchedAt - 3600);
  return folder;
}

test('what a service that died has left is cleared away, not what is being written', async () => {
  const { request, home } = openTestStudio();
  const folder = (name: string, minutes: number) => importFolder(home, name, minutes);
  const orphan = folder('.import-999999999-x', 60);
  const ours = folder(`.import-${process.pid}-x`, 60);
  // On another machine that has the same home, say.
  const elsewhere = folder('.import-999999999-y', 1);
  await request('datasets.import', { path: writeTemporary('table.csv', table) });
  expect([orphan, ours, elsewhere].map((path) => existsSync(path))).toEqual([false, true, true]);
  expect((await request('datasets.list', {})).map(({ id }) => id)).toEqual(['table']);
});

test('a service clears away what one that died has left when it starts, and ends its own imports', async () => {
  const root = temporaryFolder();
  const orphan = importFolder(root, '.import-999999999-x', 60);
  importFolder(root, `.import-${process.pid}-x`, 60);
  const importerEntry = writeTemporary('importer.cjs', 'setInterval(() => {}, 1000)');
  const { request, service } = openTestStudio(root, { importerEntry });
  await vi.waitFor(() => expect(existsSync(orphan)).toBe(false));
  const running = request('datasets.import', { path: writeTemporary('table.csv', table) });
  const refused = expect(running).rejects.toMatchObject({ code: 'cancelled' });
  await vi.waitFor(() => expect(readdirSync(join(root, 'datasets'))).toHaveLength(2));
  await service.close();
  expect(readdirSync(join(root, 'datasets'))).toEqual([`.import-${process.pid}-x`]);
  await refused;
});

test('options decide, and a preview shows what they do', async () => {
  const { request } = openTestStudio();
  const path = writeTemporary('table.csv', table);
  const options = { target: 'width', task: 'regression' } as const;
  const seen = await request('datasets.inspect', { path, options });
  expect(seen).toMatchObject({ target: 'width', task: 'regression', sampled: 6, kind: 'table' });
  const info = await request('datasets.import', { path, options });
  expect(info.target).toEqual({ kind: 'number', name: 'width', minimum: 1, maximum: 6 });
  expect(info.columns).toEqual([
    { name: 'height', type: 'number', categories: null, missing: 0 },
    { name: 'kind', type: 'category', categories: 2, missing: 0 },
  ]);
  await expect(
    request('datasets.import', { path, options: { color: 'grey' } }),
  ).rejects.toMatchObject({ code: 'invalid-request', where: 'options.color' });
  const { formats, options: forms } = await request('datasets.importForms', {});
  const named = new Set(forms.map(({ name }) => name));
  for (const format of formats) expect(format.options.every((name) => named.has(name))).toBe(true);
});

test('a name of 240 letters is cut to what a title may hold', async () => {
  const { request } = openTestStudio();
  const path = writeTemporary(`${'long'.repeat(60)}.csv`, table);
  expect((await request('datasets.import', { path })).name).toHaveLength(200);
});

test.skipIf(process.platform === 'win32')('what is no file is refused', async () => {
  const { request } = openTestStudio();
  await expect(request('datasets.import', { path: '/dev/zero' })).rejects.toMatchObject({
    code: 'invalid-dataset',
    message: 'This is no file.',
    where: '/dev/zero',
  });
});

test('the same content is kept once, unless another name is asked for', async () => {
  const { request } = openTestStudio();
  const path = writeTemporary('table.csv', table);
  const first = await request('datasets.import', { path });
  expect(await request('datasets.import', { path })).toEqual(first);
  const named = await request('datasets.import', { path, name: 'Other' });
  expect(named.id).toBe('other');
  expect(await request('datasets.import', { path, name: 'Other' })).toEqual(named);
  const changed = writeTemporary('table.csv', `${table}7,8,a\n`);
  expect((await request('datasets.import', { path: changed })).id).toBe('table-2');
});

test('an imported file does not take the id of a bundled sample', async () => {
  const { request } = openTestStudio();
  const path = writeTemporary('iris.csv', table);
  expect((await request('datasets.import', { path })).id).toBe('iris-2');
  const samples = await request('samples.list', {});
  expect(samples.filter(({ installed }) => installed)).toEqual([]);
});

test('a folder with four IDX files keeps their test part; one file means its pair', async () => {
  const { request } = openTestStudio();
  const folder = join(temporaryFolder(), 'pictures');
  mkdirSync(folder);
  writeFileSync(join(folder, 'train-images-idx3-ubyte.gz'), gzipSync(idxImages(8)));
  writeFileSync(join(folder, 'train-labels-idx1-ubyte'), idxLabels(8));
  writeFileSync(join(folder, 't10k-images-idx3-ubyte'), idxImages(4));
  writeFileSync(join(folder, 't10k-labels-idx1-ubyte'), idxLabels(4));
  writeFileSync(join(folder, 'readme.txt'), 'not a dataset');
  const whole = await request('datasets.import', { path: folder });
  expect(whole).toMatchObject({
    id: 'pictures',
    samples: 12,
    given: { train: 8, validation: 0, test: 4 },
  });
  const path = join(folder, 'train-images-idx3-ubyte.gz');
  expect(await request('datasets.import', { path })).toMatchObject({
    samples: 8,
    given: null,
    sampleShape: [1, 4, 4],
  });
});

test.each([
  ['ragged rows', 'a,b\n1,2\n1\n3,4\n', undefined, 'row 3'],
  ['a feature that is no number', 'a,b\n1,2\nInfinity,3\n3,4\n', undefined, 'row 3, column "a"'],
  ['no such target', table, 'colour', expect.anything()],
  ['an empty file', '', undefined, null],
])('%s are refused with their place, and the library stays as it was', async (...row) => {
  const [, content, target, where] = row;
  const { request, home } = openTestStudio();
  const path = writeTemporary('table.csv', content);
  await expect(
    request('datasets.import', { path, options: target === undefined ? {} : { target } }),
  ).rejects.toMatchObject({ code: 'invalid-dataset', where });
  expect(existsSync(join(home, 'datasets'))).toBe(false);
});

test('a missing path and an importer that dies are reported', async () => {
  const { request } = openTestStudio();
  const missing = join(temporaryFolder(), 'nothing.csv');
  await expect(request('datasets.import', { path: missing })).rejects.toMatchObject({
    code: 'not-found',
    where: missing,
  });
  const importerEntry = writeTemporary('importer.cjs', 'process.kill(process.pid, "SIGKILL")');
  const dying = openTestStudio(temporaryFolder(), { importerEntry });
  const path = writeTemporary('table.csv', table);
  await expect(dying.request('datasets.import', { path })).rejects.toMatchObject({
    code: 'invalid-dataset',
    hint: expect.stringContaining('The library is as it was'),
  });
  expect(readdirSync(dying.home).filter((name) => !name.startsWith('studio.db'))).toEqual([]);
});
