/** A model that leaves the studio as a file comes back as the start of another run. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applySpecEdits } from '../../core/contract/applySpecEdits.ts';
import { readModelFile } from '../../core/model/readModelFile.ts';
import {
  hasEnded,
  irisSpec,
  openTestStudio,
  type TestStudio,
  temporaryFolder,
  waitForRun,
} from './testing/testStudio.ts';

async function train(studio: TestStudio, ...spec: Parameters<typeof irisSpec>) {
  const { id } = await studio.request('runs.start', { spec: irisSpec(...spec) });
  return waitForRun(studio, id, hasEnded);
}

async function exportTo(studio: TestStudio, run: string, format: 'json' | 'safetensors') {
  const path = join(temporaryFolder(), `model.${format}`);
  await studio.request('runs.export', { run, format, path });
  return path;
}

const weightsOf = (path: string) => readModelFile(readFileSync(path, 'utf8')).weights;

test('training goes on from an imported model', async () => {
  const studio = openTestStudio();
  const { id } = await train(studio, 5);
  const path = await exportTo(studio, id, 'json');
  const imported = await studio.request('models.import', { path, name: 'My iris' });
  expect(imported).toMatchObject({ id: 'my-iris', parameters: 163, inputShape: [4] });
  expect(await studio.request('models.import', { path, name: 'My iris' })).toEqual(imported);
  expect(await studio.request('models.list', {})).toEqual([imported]);

  const still = { type: 'SGD', options: { learningRate: 1e-30 } };
  const run = await train(studio, 1, { initialModel: imported.id, optimizer: still });
  expect(run.status).toBe('completed');
  const [before, after] = [weightsOf(path), weightsOf(await exportTo(studio, run.id, 'json'))];
  for (const { name } of readModelFile(readFileSync(path, 'utf8')).model.parameters) {
    expect(after[name]).toEqual(before[name]);
  }
});

test('a run becomes a model to start from, once, and its experiment goes on from its weights', async () => {
  const studio = openTestStudio();
  const run = await train(studio, 5);
  const model = await studio.request('models.fromRun', { run: run.id });
  expect(model).toMatchObject({ name: run.name, parameters: 163 });
  expect(await studio.request('models.fromRun', { run: run.id })).toEqual(model);
  const spec = { ...run.spec, initialModel: model.id };
  const { problems } = await studio.request('experiments.check', { spec });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const still = { type: 'SGD', options: { learningRate: 1e-30 } };
  const again = await train(studio, 1, { initialModel: model.id, optimizer: still });
  const path = await exportTo(studio, run.id, 'json');
  const [before, after] = [weightsOf(path), weightsOf(await exportTo(studio, again.id, 'json'))];
  for (const { name } of readModelFile(readFileSync(path, 'utf8')).model.parameters) {
    expect(after[name]).toEqual(before[name]);
  }
  await expect(studio.request('models.fromRun', { run: 'nowhere' })).rejects.toThrow(
    'There is no run "nowhere".',
  );
});

test('weights that were trained elsewhere come back as safetensors', async () => {
  const studio = openTestStudio();
  const first = await train(studio, 2);
  const second = await train(studio, 3);
  const like = await exportTo(studio, first.id, 'json');
  const path = await exportTo(studio, second.id, 'safetensors');
  const { id } = await studio.request('models.import', { path, like });
  expect(id).toBe('iris');
  const kept = join(studio.home, 'models', id, 'model.json');
  expect(weightsOf(kept)).toEqual(weightsOf(await exportTo(studio, second.id, 'json')));
});

test('a run does not start from a model that is not there, or has another network', async () => {
  const studio = openTestStudio();
  const spec = irisSpec(1, { initialModel: 'nothing' });
  await expect(studio.request('runs.start', { spec })).rejects.toMatchObject({
    code: 'not-found',
    where: 'initialModel',
  });
  const { id } = await train(studio, 1);
  const path = await exportTo(studio, id, 'json');
  const { id: initialModel } = await studio.request('models.import', { path });
  const model = { layers: [{ type: 'Linear', options: { outFeatures: 3 } }] };
  await expect(
    studio.request('runs.start', { spec: irisSpec(1, { initialModel, model }) }),
  ).rejects.toMatchObject({ code: 'invalid-experiment', where: 'initialModel' });
  const other = irisSpec(1, { initialModel, model });
  const { problems } = await studio.request('experiments.check', { spec: other });
  const fixes = problems.find(({ where }) => where === 'initialModel')?.fixes ?? [];
  expect(fixes.map(({ label }) => label.en)).toEqual([
    'Take over its layers',
    'Start from random weights',
  ]);
  for (const { edits } of fixes) {
    const mended = await studio.request('experiments.check', {
      spec: applySpecEdits(other, edits),
    });
    expect(mended.trainable).toBe(true);
  }
  expect(await studio.request('runs.list', {})).toHaveLength(1);
});

test('imported weights stay with another dataset as long as the network does', async () => {
  const studio = openTestStudio();
  const { id } = await train(studio, 1);
  const path = await exportTo(studio, id, 'json');
  const { id: initialModel, model } = await studio.request('models.import', { path });
  const written = irisSpec(1, { initialModel, model });
  const refit = (spec: typeof written, dataset: string) =>
    studio.request('experiments.refit', { spec, dataset });
  expect(await refit(written, 'iris')).toEqual({
    ...{ layers: model.layers, changes: [], keepsInitialModel: true },
  });
  expect((await refit(written, 'digits')).keepsInitialModel).toBe(false);

  // Sizes that are left out follow without a change to the layers.
  const following = irisSpec(1, { initialModel });
  expect((await refit(following, 'iris')).keepsInitialModel).toBe(true);
  const penguins = await refit(following, 'penguins');
  expect(penguins).toEqual({ ...penguins, changes: [], keepsInitialModel: false });

  const missing = irisSpec(1, { initialModel: 'nothing' });
  expect((await refit(missing, 'penguins')).keepsInitialModel).toBe(true);
});

test('a bad file is refused with its place, and leaves nothing behind', async () => {
  const studio = openTestStudio();
  const path = join(temporaryFolder(), 'bad.model.json');
  writeFileSync(path, '{"format": "descent-model", "version": 9}');
  await expect(studio.request('models.import', { path })).rejects.toMatchObject({
    code: 'invalid-model',
    where: `${path}: version`,
  });
  expect(readdirSync(studio.home)).not.toContain('models');
});

test('a folder that is no model is left out of the list, and left alone', async () => {
  const studio = openTestStudio();
  mkdirSync(join(studio.home, 'models', 'strange'), { recursive: true });
  expect(await studio.request('models.list', {})).toEqual([]);
  expect(readdirSync(join(studio.home, 'models'))).toEqual(['strange']);
});
