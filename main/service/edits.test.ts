/** Edits of samples through the service: recorded, undone, sealed against, and kept for runs. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COPIES } from '../../core/contract/ExperimentSpec.ts';
import { QUICK_BYTES } from './library/quickBytes.ts';
import { writeLargeTable } from './testing/largeTable.ts';
import {
  ENDLESS_EPOCHS,
  hasEnded,
  hasEpochs,
  irisSpec,
  openTestStudio,
  type TestStudio,
  temporaryFolder,
  waitForRun,
} from './testing/testStudio.ts';

async function openIris(): Promise<TestStudio> {
  const studio = openTestStudio();
  await studio.request('datasets.install', { id: 'iris' });
  return studio;
}

const page = (studio: TestStudio, indices: number[]) =>
  studio.request('datasets.page', {
    id: 'iris',
    offset: 0,
    limit: 10,
    filter: [{ kind: 'samples', indices }],
  });

test('a label is corrected and a sample excluded; the file and its hash stay as they were', async () => {
  const studio = await openIris();
  const { request, events, home } = studio;
  const before = await request('datasets.get', { id: 'iris' });
  const file = () => readFileSync(join(home, 'datasets', 'iris', 'data.bin'));
  const bytes = file();
  const edits = await request('datasets.edit', {
    id: 'iris',
    changes: [
      { index: 0, target: 'virginica' },
      { index: 3, isExcluded: true },
    ],
  });
  expect(edits).toMatchObject({
    excluded: 1,
    relabelled: 1,
    undo: 2,
    redo: 0,
    edits: [
      { index: 0, isExcluded: false, target: { imported: 'setosa', now: 'virginica' } },
      { index: 3, isExcluded: true, target: null },
    ],
  });
  const after = await request('datasets.get', { id: 'iris' });
  expect(after.hash).not.toBe(before.hash);
  expect(after).toMatchObject({
    samples: 150,
    target: { counts: [48, 50, 51] },
    edits: { importedHash: before.hash, excluded: 1, relabelled: 1 },
  });
  expect(file().equals(bytes)).toBe(true);
  expect(events.filter(({ event }) => event === 'datasets.changed')).toHaveLength(2);

  const { rows } = await page(studio, [0, 3]);
  expect(rows).toMatchObject([
    { index: 0, target: 'virginica', edit: { isExcluded: false, importedTarget: 'setosa' } },
    { index: 3, target: 'setosa', edit: { isExcluded: true, importedTarget: null } },
  ]);
  const edited = { id: 'iris', offset: 0, limit: 5, filter: [{ kind: 'edited' as const }] };
  expect((await request('datasets.page', edited)).total).toBe(2);
  const statistics = await request('datasets.statistics', { id: 'iris' });
  expect(statistics).toMatchObject({ samples: 149, target: { counts: [48, 50, 51] } });
});

test('an edit moves no other sample into another split', async () => {
  const { request } = await openIris();
  const spec = irisSpec(1);
  const split = async () => {
    const filter = [{ kind: 'split' as const, split: 'train' as const, spec }];
    const { rows } = await request('datasets.page', { id: 'iris', offset: 0, limit: 150, filter });
    return rows.map(({ index }) => index);
  };
  const before = await split();
  const [excluded, relabelled] = before;
  await request('datasets.edit', {
    id: 'iris',
    changes: [
      { index: excluded ?? 0, isExcluded: true },
      { index: relabelled ?? 0, target: 'virginica' },
    ],
  });
  expect(await split()).toEqual(before.slice(1));
  const { splits } = await request('experiments.check', { spec });
  expect(splits).toEqual({ train: 89, validation: 30, test: 30 });
});

test('steps are undone and redone, single edits reverted, and a new step ends redoing', async () => {
  const { request } = await openIris();
  const { hash } = await request('datasets.get', { id: 'iris' });
  const hashNow = async () => (await request('datasets.get', { id: 'iris' })).hash;
  const edit = (index: number) =>
    request('datasets.edit', { id: 'iris', changes: [{ index, isExcluded: true }] });
  await edit(1);
  const first = await hashNow();
  await edit(2);
  expect(await request('datasets.undoEdit', { id: 'iris' })).toMatchObject({ undo: 1, redo: 1 });
  expect(await hashNow()).toBe(first);
  expect(await request('datasets.undoEdit', { id: 'iris' })).toMatchObject({ undo: 0, redo: 1 });
  expect(await hashNow()).toBe(hash);
  await expect(request('datasets.undoEdit', { id: 'iris' })).rejects.toThrow('no edit to undo');
  await request('datasets.redoEdit', { id: 'iris' });
  expect(await hashNow()).toBe(first);
  expect(await edit(5)).toMatchObject({ excluded: 2, redo: 0 });

  const reverted = await request('datasets.revertEdits', { id: 'iris', indices: [1] });
  expect(reverted.edits).toMatchObject([{ index: 5 }]);
  await request('datasets.revertEdits', { id: 'iris', indices: null });
  expect(await hashNow()).toBe(hash);
  expect(await request('datasets.undoEdit', { id: 'iris' })).toMatchObject({ excluded: 1 });
});

test('what changes nothing is no step, and undoing tells which step it took back', async () => {
  const { request, events } = await openIris();
  const changes = [{ index: 1, isExcluded: true }];
  const { step } = await request('datasets.edit', { id: 'iris', changes });
  expect(step).toEqual(expect.any(Number));
  const told = events.length;
  const again = await request('datasets.edit', { id: 'iris', changes });
  expect(again).toMatchObject({ step: null, undo: 1, excluded: 1 });
  const asImported = { id: 'iris', indices: [7] };
  expect(await request('datasets.revertEdits', asImported)).toMatchObject({ step: null });
  expect(events).toHaveLength(told);
  expect(await request('datasets.undoEdit', { id: 'iris' })).toMatchObject({ step, undo: 0 });
  expect(await request('datasets.redoEdit', { id: 'iris' })).toMatchObject({ step, undo: 1 });
});

test('edits and a removal that are asked for together come one after the other', async () => {
  const { request } = await openIris();
  const changes = [{ index: 1, isExcluded: true }];
  const [edited, removed, late] = await Promise.allSettled([
    request('datasets.edit', { id: 'iris', changes }),
    request('datasets.remove', { id: 'iris' }),
    request('datasets.edit', { id: 'iris', changes }),
  ]);
  expect(edited).toMatchObject({ status: 'fulfilled', value: { excluded: 1 } });
  expect(removed.status).toBe('fulfilled');
  expect(late).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } });
  expect(await request('datasets.install', { id: 'iris' })).not.toHaveProperty('edits');
});

test('steps that can be undone are told of all datasets, in the order in which they were made', async () => {
  const { request } = await openIris();
  await request('datasets.install', { id: 'digits' });
  const exclude = (id: string, index: number) =>
    request('datasets.edit', { id, changes: [{ index, isExcluded: true }] });
  const first = await exclude('iris', 1);
  const second = await exclude('digits', 2);
  const third = await exclude('iris', 3);
  const made = async () =>
    (await request('datasets.madeEdits', {})).map(({ dataset, step }) => [dataset, step]);
  expect(await made()).toEqual([
    ['iris', first.step],
    ['digits', second.step],
    ['iris', third.step],
  ]);
  await request('datasets.undoEdit', { id: 'iris' });
  await request('datasets.remove', { id: 'digits' });
  expect(await made()).toEqual([['iris', first.step]]);
});

test('where nothing is edited, the list is answered without the file', async () => {
  const { request, home } = await openIris();
  rmSync(join(home, 'datasets', 'iris', 'data.bin'));
  expect(await request('datasets.edits', { id: 'iris' })).toMatchObject({ edits: [], undo: 0 });
});

test('a number is corrected, and nothing else is taken for one', async () => {
  const { request } = openTestStudio();
  const path = join(temporaryFolder(), 'prices.csv');
  const rows = Array.from({ length: 30 }, (_, row) => `${row},${row / 2}`);
  writeFileSync(path, ['size,price', ...rows].join('\n'));
  const { id, target } = await request('datasets.import', { path });
  expect(target).toMatchObject({ kind: 'number', maximum: 14.5 });
  const changes = [{ index: 29, target: 0.1 }];
  const { edits } = await request('datasets.edit', { id, changes });
  expect(edits).toMatchObject([{ target: { imported: 14.5, now: 0.1 } }]);
  expect((await request('datasets.get', { id })).target).toMatchObject({ maximum: 14 });
  const wrong = [{ index: 1, target: 'cheap' }];
  await expect(request('datasets.edit', { id, changes: wrong })).rejects.toThrow(
    'The target of this dataset is a number. Received "cheap".',
  );
  const all = Array.from({ length: 30 }, (_, index) => ({ index, isExcluded: true }));
  await expect(request('datasets.edit', { id, changes: all })).rejects.toThrow(
    'At least one sample must stay.',
  );
});

test.each([
  [{ index: 150, isExcluded: true }, 'Sample 150 is not in the dataset, which has 150 samples.'],
  [{ index: 0, target: 'rose' }, 'The dataset has no class "rose".'],
])('%j is refused and changes nothing', async (change, message) => {
  const { request } = await openIris();
  const { hash } = await request('datasets.get', { id: 'iris' });
  await expect(request('datasets.edit', { id: 'iris', changes: [change] })).rejects.toThrow(
    message,
  );
  expect((await request('datasets.get', { id: 'iris' })).hash).toBe(hash);
});

test('a sealed test split changes only on a word, and the run keeps its data for resumption', async () => {
  const studio = await openIris();
  const { request } = studio;
  const spec = irisSpec(3);
  const run = await request('runs.start', { spec });
  const ended = await waitForRun(studio, run.id, hasEnded);
  expect(ended.status).toBe('completed');
  const evaluated = await request('runs.evaluate', { run: run.id, split: 'validation' });
  const inSplit = async (split: 'train' | 'test') => {
    const filter = [{ kind: 'split' as const, split, spec }];
    const { rows } = await request('datasets.page', { id: 'iris', offset: 0, limit: 1, filter });
    return rows[0]?.index ?? 0;
  };
  // A training sample breaks no seal.
  await request('datasets.edit', {
    id: 'iris',
    changes: [{ index: await inSplit('train'), isExcluded: true }],
  });
  expect((await request('experiments.splitTable', { spec })).sealHash).toBe(ended.sealHash);

  const changes = [{ index: await inSplit('test'), isExcluded: true }];
  await expect(request('datasets.edit', { id: 'iris', changes })).rejects.toMatchObject({
    code: 'sealed',
    message: 'Samples of a sealed test split that this would change: 1. Runs judged by it: 1.',
  });
  expect((await request('datasets.edits', { id: 'iris' })).excluded).toBe(1);
  await request('datasets.edit', { id: 'iris', changes, reseal: true });
  expect((await request('experiments.splitTable', { spec })).sealHash).not.toBe(ended.sealHash);

  // The run is measured on what it was trained on, whatever was edited since.
  const again = await request('runs.evaluate', { run: run.id, split: 'validation' });
  expect(again.metrics).toEqual(evaluated.metrics);
  const later = await request('runs.start', { spec });
  const onEdited = await waitForRun(studio, later.id, hasEnded);
  expect(onEdited).toMatchObject({ status: 'completed', splits: { train: 89, test: 29 } });
  const { hash, edits } = await request('datasets.get', { id: 'iris' });
  expect(onEdited.dataset).toMatchObject({ hash, importedHash: edits?.importedHash });
  expect(ended.dataset).toEqual({ ...ended.dataset, hash: edits?.importedHash });
  expect(onEdited.sealHash).not.toBe(ended.sealHash);

  // That one keeps its data, too, when all edits are gone.
  await request('datasets.revertEdits', { id: 'iris', indices: null, reseal: true });
  const measured = await request('runs.evaluate', { run: later.id, split: 'train' });
  expect(measured.samples).toBe(89);
});

test('the seals of a large dataset are looked at in another process, and hold as well', async () => {
  const studio = openTestStudio();
  const { request } = studio;
  const path = writeLargeTable(studio.home);
  const { id, bytes } = await request('datasets.import', { path });
  expect(bytes).toBeGreaterThan(QUICK_BYTES);
  const common = { ...irisSpec(1), dataset: id };
  const method = { method: 'grouped', column: COPIES } as const;
  const training = { ...common.training, batchSize: 4096 };
  const spec = { ...common, training, split: { ...common.split, ...method } };
  const run = await request('runs.start', { spec });
  await waitForRun(studio, run.id, hasEnded);
  const filter = [{ kind: 'split' as const, split: 'test' as const, spec }];
  const { rows: sealed } = await request('datasets.page', { id, offset: 0, limit: 1, filter });
  const changes = [{ index: sealed[0]?.index ?? 0, isExcluded: true }];
  await expect(request('datasets.edit', { id, changes })).rejects.toMatchObject({
    code: 'sealed',
    message: 'Samples of a sealed test split that this would change: 1. Runs judged by it: 1.',
  });
  expect((await request('datasets.edits', { id })).total).toBe(0);
  expect((await request('datasets.edit', { id, changes, reseal: true })).excluded).toBe(1);
  // It is broken now, and cannot be broken again.
  expect((await request('datasets.undoEdit', { id })).excluded).toBe(0);
});

test('a run on edited data goes on with just that data, when it was edited further', async () => {
  const studio = await openIris();
  const { request } = studio;
  const spec = irisSpec(ENDLESS_EPOCHS);
  await request('datasets.edit', { id: 'iris', changes: [{ index: 2, target: 'virginica' }] });
  const { hash } = await request('datasets.get', { id: 'iris' });
  const { id: run } = await request('runs.start', { spec });
  await waitForRun(studio, run, hasEpochs(1));
  const stopped = await request('runs.stop', { run });
  await request('datasets.edit', {
    id: 'iris',
    changes: [{ index: 4, isExcluded: true }],
    reseal: true,
  });
  const epoch = stopped.last?.epoch ?? 0;
  await request('runs.resume', { run });
  const resumed = await waitForRun(studio, run, hasEpochs(epoch + 1));
  expect(resumed).toMatchObject({ status: 'running', dataset: { hash }, splits: stopped.splits });
  await request('runs.stop', { run });

  // Gone with its edits, and recognised when the same data comes again.
  await request('datasets.remove', { id: 'iris' });
  await expect(request('runs.resume', { run })).rejects.toMatchObject({
    code: 'not-found',
    hint: 'Import the same file again; its content is recognised by its hash.',
  });
  expect(await request('datasets.install', { id: 'iris' })).not.toHaveProperty('edits');
  expect(await request('datasets.edits', { id: 'iris' })).toMatchObject({ total: 0, undo: 0 });
  await request('runs.resume', { run });
  const again = await waitForRun(studio, run, hasEpochs((resumed.last?.epoch ?? 0) + 1));
  expect(again.dataset.hash).toBe(hash);
  await request('runs.stop', { run });
});
