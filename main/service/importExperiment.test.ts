/** Experiment files of other versions, damaged ones, and what the store does with them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from './store/SqlDatabase.ts';
import { irisSpec, openTestStudio, temporaryFolder } from './testing/testStudio.ts';

function write(name: string, text: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

test('a sound file becomes a document, once', async () => {
  const studio = openTestStudio();
  const spec = irisSpec(2);
  const path = write('mine.descent.json', JSON.stringify(spec));
  const document = await studio.request('experiments.import', { path });
  expect(document).toMatchObject({ spec, updatedAt: expect.any(Number) });
  expect(document.losses).toBeUndefined();
  expect(await studio.request('experiments.import', { path })).toEqual(document);
  expect(await studio.request('experiments.list', {})).toEqual([document]);
});

test('one of a newer studio is opened as far as it can be, and never overwritten', async () => {
  const studio = openTestStudio();
  const text = JSON.stringify({ ...irisSpec(2), version: 2, team: 'ours' });
  const path = write('newer.descent.json', text);
  const { id, spec, losses } = await studio.request('experiments.import', { path });
  expect(losses).toEqual([
    'The experiment has version 2, of a newer studio. This one knows version 1.',
    'team cannot be read: "ours". It is left out.',
  ]);
  await expect(studio.request('experiments.save', { id, spec })).rejects.toMatchObject({
    code: 'unsupported',
    message: `Experiment "${id}" cannot be read in full, so it is not overwritten.`,
  });
  expect(await studio.request('experiments.list', {})).toMatchObject([{ id, losses }]);
  expect(readFileSync(path, 'utf8')).toBe(text);
  const copy = await studio.request('experiments.save', { id: `${id}-copy`, spec });
  expect(copy.losses).toBeUndefined();
});

test('a stored text that is no experiment keeps its id, and a new document gets another', async () => {
  const home = temporaryFolder();
  const studio = openTestStudio(home);
  const { id } = await studio.request('experiments.create', { name: 'Mine', spec: irisSpec(2) });
  expect(id).toBe('mine');
  await studio.service.close();
  const database = openDatabase(join(home, 'studio.db'));
  database.run('UPDATE experiments SET spec = ? WHERE id = ?', '{"format": "other"}', id);
  database.close();
  const { request } = openTestStudio(home);
  expect(await request('experiments.list', {})).toEqual([]);
  const created = await request('experiments.create', { name: 'Mine', spec: irisSpec(3) });
  expect(created.id).toBe('mine-2');
  expect(await request('experiments.list', {})).toEqual([created]);
});

test('one with an absent dataset or an unknown layer is a document like any other', async () => {
  const studio = openTestStudio();
  const model = { layers: [{ type: 'Attention', options: { heads: 4 } }] };
  const path = write('other.json', JSON.stringify(irisSpec(1, { model })));
  const { spec, losses } = await studio.request('experiments.import', { path });
  expect(losses).toBeUndefined();
  const { problems } = await studio.request('experiments.check', { spec });
  expect(problems[0]).toMatchObject({
    where: 'model.layers[0]',
    message: expect.stringContaining('There is no layer "Attention".'),
  });
  const absent = write('absent.json', JSON.stringify({ ...spec, dataset: 'nowhere' }));
  const document = await studio.request('experiments.import', { path: absent });
  await expect(studio.request('experiments.check', { spec: document.spec })).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('nowhere'),
  });
});

test.each([
  ['cut off', '{"format": "descent-experiment",\n "version": 1, "na', 'line 2, column 16'],
  ['no experiment', '{"format": "other"}', 'This is no experiment of the studio.'],
  ['nothing', '', 'line 1, column 1'],
])('a file that is %s is refused with its place, and nothing is stored', async (_, text, said) => {
  const studio = openTestStudio();
  const path = write('bad.descent.json', text);
  await expect(studio.request('experiments.import', { path })).rejects.toMatchObject({
    code: 'invalid-experiment',
    message: expect.stringContaining(said),
    where: expect.stringContaining(path),
  });
  expect(await studio.request('experiments.list', {})).toEqual([]);
});

test('what a file is, is known by its name or its beginning', async () => {
  const studio = openTestStudio();
  const kind = async (name: string, text: string) =>
    (await studio.request('files.recognize', { path: write(name, text) })).kind;
  expect(await kind('a.descent.json', '')).toBe('experiment');
  expect(await kind('a.model.json', '')).toBe('model');
  expect(await kind('a.json', '{"format": "descent-model"}')).toBe('model');
  expect(await kind('a.json', '{ "format" : "descent-experiment"}')).toBe('experiment');
  expect(await kind('a.json', '{"x": 1}')).toBe('dataset');
  expect(await kind('a.py', 'x')).toBe('network');
  expect(await kind('a.txt', 'net = nn.Sequential(')).toBe('network');
  expect(await kind('a.txt', 'a text')).toBe('dataset');
  expect(await kind('a.csv', 'a,b')).toBe('dataset');
  await expect(studio.request('files.recognize', { path: '/nowhere/at.py' })).rejects.toMatchObject(
    { code: 'not-found' },
  );
});
