/** What the layer editor keeps between sessions: undo logs and templates. */
import { expect, test } from 'vitest';
import type { UndoHistory } from '../../core/contract/UndoHistory.ts';
import { irisSpec, openTestStudio } from './testing/testStudio.ts';

const history: UndoHistory = {
  past: [
    {
      patches: [{ op: 'replace', path: ['spec', 'seed'], value: 1 }],
      inverse: [{ op: 'replace', path: ['spec', 'seed'], value: 0 }],
    },
  ],
  future: [],
};

test('an undo log is stored with its document, and outlives the service', async () => {
  const { home, request, service } = openTestStudio();
  const { updatedAt } = await request('experiments.save', { id: 'a', spec: irisSpec(1), history });
  await service.close();
  const again = openTestStudio(home);
  expect(await again.request('experiments.history', { id: 'a', updatedAt })).toEqual(history);
});

test('an undo log that no longer fits its document is gone', async () => {
  let now = 1;
  const { request } = openTestStudio(undefined, { now: () => now });
  await request('experiments.save', { id: 'a', spec: irisSpec(1), history });
  expect(await request('experiments.history', { id: 'a', updatedAt: 7 })).toBeNull();
  now = 2;
  await request('experiments.save', { id: 'a', spec: irisSpec(2) });
  expect(await request('experiments.history', { id: 'a', updatedAt: 2 })).toBeNull();
  await request('experiments.save', { id: 'a', spec: irisSpec(3), history });
  await request('experiments.remove', { id: 'a' });
  await request('experiments.save', { id: 'a', spec: irisSpec(3) });
  expect(await request('experiments.history', { id: 'a', updatedAt: 2 })).toBeNull();
});

test('an undo log keeps the names of its edits, and one without any is read', async () => {
  const { request } = openTestStudio();
  const [step] = history.past;
  const named: UndoHistory = {
    past: step ? [{ ...step, name: { edit: 'setting', place: 'seed' } }, step] : [],
    future: [],
  };
  const spec = irisSpec(1);
  const { updatedAt } = await request('experiments.save', { id: 'a', spec, history: named });
  expect(await request('experiments.history', { id: 'a', updatedAt })).toEqual(named);
});

test('an experiment without a layer is kept, checked, and refused only when it is computed', async () => {
  const { request } = openTestStudio();
  const spec = { ...irisSpec(1), model: { layers: [] } };
  await request('experiments.save', { id: 'a', spec });
  expect((await request('experiments.list', {}))[0]).toMatchObject({ id: 'a', spec });
  expect((await request('experiments.list', {}))[0]?.losses).toBeUndefined();
  const report = await request('experiments.check', { spec });
  expect(report.trainable).toBe(false);
  expect(report.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { where: 'model.layers', message: NO_LAYER },
  ]);
  for (const work of [
    () => request('runs.start', { spec }),
    () => request('experiments.overfitOneBatch', { spec }),
  ]) {
    await expect(work()).rejects.toMatchObject({ code: 'invalid-experiment', message: NO_LAYER });
  }
  const pass = await request('experiments.forwardPass', { spec });
  expect(pass).toMatchObject({ layers: [], fault: { message: NO_LAYER } });
  expect(await request('runs.list', {})).toEqual([]);
  expect((await request('experiments.splitTable', { spec })).classes).not.toEqual([]);
});

const NO_LAYER = 'The model has no layer yet. Add one, or begin with a template.';

async function fittedTo(request: ReturnType<typeof openTestStudio>['request'], dataset: string) {
  const { model: _, ...settings } = { ...irisSpec(1), dataset };
  return request('templates.list', { settings });
}

test.each([
  ['iris', ['logistic-regression', 'lecture-network', 'mlp-dropout', 'mlp-batch-norm']],
  [
    'digits',
    [
      'logistic-regression',
      'lecture-network',
      'mlp-dropout',
      'mlp-batch-norm',
      'lenet-5',
      'small-vgg',
      'small-resnet',
    ],
  ],
  [
    'sentences',
    [
      'logistic-regression',
      'lecture-network',
      'mlp-dropout',
      'mlp-batch-norm',
      'text-bag-of-words',
      'text-embedding-bag',
    ],
  ],
])('the templates that fit %s are trainable on it', async (dataset, expected) => {
  const { request } = openTestStudio();
  const templates = await fittedTo(request, dataset);
  const fitting = templates.filter(({ fitted }) => fitted);
  expect(fitting.map(({ id }) => id)).toEqual(expected);
  for (const { id, fitted } of fitting) {
    const problems = fitted?.report.problems.filter(
      ({ where, severity }) => where.startsWith('model') && severity !== 'suggestion',
    );
    expect({ id, problems }).toEqual({ id, problems: [] });
    expect(fitted?.report.trainable).toBe(true);
  }
  for (const { fitted, reason } of templates) expect(reason === null).toBe(fitted !== null);
});

test('a saved template is cut to another dataset', async () => {
  const { request } = openTestStudio();
  const layers = [
    { type: 'Linear', options: { inFeatures: 4, outFeatures: 16 } },
    { type: 'BatchNorm1d', options: { numFeatures: 16, momentum: 0.2 } },
    { type: 'Linear', options: { outFeatures: 3 } },
  ];
  const { id } = await request('templates.save', { name: 'Mine', layers });
  const own = async (dataset: string) =>
    (await fittedTo(request, dataset)).filter(({ isOwn }) => isOwn);
  const [fitted] = await own('sentences');
  expect(fitted?.fitted?.model.layers).toEqual([
    { type: 'Linear', options: { outFeatures: 16 } },
    { type: 'BatchNorm1d', options: { numFeatures: 16, momentum: 0.2 } },
    { type: 'Linear', options: { outFeatures: 2 } },
  ]);
  expect(fitted?.fitted?.report.trainable).toBe(true);

  await expect(request('templates.save', { name: 'Mine', layers })).rejects.toThrow(
    'There is already a template "Mine".',
  );
  await request('templates.save', { name: 'Other', layers });
  await expect(request('templates.rename', { id, name: 'Other' })).rejects.toThrow(
    'There is already a template "Other".',
  );
  await request('templates.rename', { id, name: 'Yours' });
  expect((await own('iris')).map(({ name }) => name.en)).toEqual(['Other', 'Yours']);
  await request('templates.remove', { id });
  await expect(request('templates.remove', { id })).rejects.toThrow(
    `There is no template "${id}".`,
  );
});

test('layers follow another dataset, and what was changed is said', async () => {
  const { request } = openTestStudio();
  const spec = irisSpec(1);
  const { layers, changes } = await request('experiments.refit', { spec, dataset: 'digits' });
  expect(layers[0]).toEqual({ type: 'Flatten', options: {} });
  expect(layers.at(-1)).toMatchObject({ type: 'Linear', options: { outFeatures: 10 } });
  expect(changes.map(({ en }) => en)).toEqual(['Insert Flatten', 'Set output features to 10']);
  const moved = { ...spec, dataset: 'digits', model: { layers } };
  const report = await request('experiments.check', { spec: moved });
  expect(report.trainable).toBe(true);
  expect(await request('experiments.refit', { spec, dataset: 'iris' })).toEqual({
    layers: spec.model.layers,
    changes: [],
    keepsInitialModel: true,
  });
});
