/** The terminal as a person uses it: a process, its output, its exit code. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnosis } from '../../core/contract/Diagnosis.ts';
import { irisSpec, temporaryFolder } from '../service/testing/testStudio.ts';
import { descent, jsonLines, writeTemporary } from './testing/descent.ts';

function lowestLoss(epochs: readonly Record<string, unknown>[]): unknown {
  const loss = ({ validation }: Record<string, unknown>) => (validation as { loss: number }).loss;
  return epochs.reduce((best, epoch) => (loss(epoch) < loss(best) ? epoch : best)).epoch;
}

test('train --json prints its stable lines, and the run can be measured and taken away', async () => {
  const home = temporaryFolder();
  const trained = await descent(['train', 'iris', '--epochs', '30', '--json'], { home });
  expect(trained).toMatchObject({ code: 0, stderr: '' });
  const lines = jsonLines(trained);
  const summary = lines.at(-1);
  expect(lines[0]).toMatchObject({ event: 'start', run: 'iris-1', experiment: 'iris' });
  const epochs = lines.filter(({ event }) => event === 'epoch');
  expect(epochs.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  const checkpoints = lines.filter(({ event }) => event === 'checkpoint');
  // Epochs as short as these are committed several at a time, with the weights worth keeping.
  expect(checkpoints.at(-1)).toMatchObject({ epoch: 30 });
  expect(checkpoints.findLast(({ best }) => best)?.epoch).toBe(lowestLoss(epochs));
  expect(summary).toEqual({
    run: 'iris-1',
    status: 'completed',
    epochs: 30,
    train: epochs.at(-1)?.train,
    validation: epochs.at(-1)?.validation,
    samplesPerSecond: expect.any(Number),
    executor: 'onnx',
  });

  expect(jsonLines(await descent(['runs', '--json'], { home }))).toEqual([
    {
      run: 'iris-1',
      experiment: 'iris',
      status: 'completed',
      epochs: 30,
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    },
  ]);
  const evaluate = ['evaluate', 'iris-1', '--split', 'validation', '--json'];
  expect(jsonLines(await descent(evaluate, { home })).at(-1)).toMatchObject({
    split: 'validation',
    samples: 30,
    metrics: { accuracy: expect.any(Number) },
  });

  const model = join(home, 'iris.model.json');
  const exported = await descent(['export', 'iris-1', '-o', model, '--json'], { home });
  expect(jsonLines(exported)).toEqual([
    { run: 'iris-1', format: 'json', path: model, bytes: readFileSync(model).length },
  ]);
  const header = ['sepal width', 'sepal length', 'petal length', 'petal width'];
  const input = `${header.map((name) => `${name} (cm)`)}\n3.5,5.1,1.4,0.2\n3.3,6.3,6.0,2.5\n`;
  const predicted = jsonLines(await descent(['predict', model, '-', '--json'], { input }));
  expect(predicted).toMatchObject([
    { row: 1, top: [{ label: 'setosa' }, {}, {}] },
    { row: 2, top: [{ label: 'virginica' }, {}, {}] },
    { predictions: 2 },
  ]);
});

test('people are told what happened and what to do next', async () => {
  const home = temporaryFolder();
  const path = writeTemporary('mine.descent.json', JSON.stringify(irisSpec(3)));
  const { code, stdout } = await descent(['train', path], { home });
  expect(code).toBe(0);
  expect(stdout).toMatch(/epoch 3\/3 {3}train .* validation .* %/);
  expect(stdout).toContain(join(home, 'studio.db'));
  expect(stdout).toContain('npm run descent -- export iris-1');
  expect((await descent(['runs'], { home })).stdout).toMatch(/iris-1 +completed +3\/3/);
  expect((await descent(['show', 'iris-1'], { home })).stdout).toContain('163');
  expect((await descent(['samples'])).stdout).toMatch(/digits +1,797 +1×8×8 +10 +digits-mlp/);
});

test('import --json tells what was found', async () => {
  const path = writeTemporary('table.csv', 'a,b,kind\n1,2,x\n2,1,y\n3,5,x\n4,4,y\n');
  const outcome = await descent(['import', path, '--name', 'Mine', '--json']);
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(jsonLines(outcome)).toMatchObject([
    { dataset: 'mine', samples: 4, columns: ['a', 'b'], classes: ['x', 'y'], warnings: [] },
  ]);
});

test('options of an import, and a look at a file before it', async () => {
  const path = writeTemporary('table.csv', 'a;b;kind\n1;2;x\n2;;y\n3;5;x\n4;4;y\n');
  const flags = ['--target', 'a', '--task', 'regression', '--column', 'b=category', '--json'];
  const [imported] = jsonLines(await descent(['import', path, ...flags, '--missing', 'drop']));
  expect(imported).toMatchObject({ samples: 3, columns: ['b', 'kind'], classes: null });
  const [seen] = jsonLines(await descent(['inspect-file', path, ...flags]));
  expect(seen).toMatchObject({
    format: 'csv',
    delimiter: ';',
    columns: [{ role: 'target' }, { type: 'category', missing: 1 }, { type: 'category' }],
  });
  const { stdout } = await descent(['inspect-file', path]);
  expect(stdout).toContain('csv: table');
  expect(stdout).toMatch(/ kind +target +2 different/);
});

test('Ctrl+C stops a training, and what it had committed can be used', async () => {
  const home = temporaryFolder();
  const args = ['train', 'iris', '--epochs', '1000000', '--json'];
  const outcome = await descent(args, { home, interruptAt: '"epoch":20,' });
  const summary = jsonLines(outcome).at(-1);
  expect(outcome.code).toBe(0);
  expect(summary).toMatchObject({ run: 'iris-1', status: 'stopped' });
  expect(summary?.epochs).toBeGreaterThanOrEqual(20);
  // 5 iterations an epoch; those of the epoch in work are kept too.
  const position = summary?.position as { iteration: number };
  expect(Math.floor(position.iteration / 5)).toBe(summary?.epochs);
  const evaluate = ['evaluate', 'iris-1', '--split', 'validation', '--json'];
  expect(await descent(evaluate, { home })).toMatchObject({ code: 0 });
});

test('resume goes on with a stopped training, told like a new one', async () => {
  const home = temporaryFolder();
  const epochs = 1500;
  const train = ['train', 'iris', '--epochs', String(epochs), '--json'];
  const stopped = jsonLines(await descent(train, { home, interruptAt: '"epoch":20,' })).at(-1);
  expect(stopped).toMatchObject({ status: 'stopped' });
  const outcome = await descent(['resume', 'iris-1', '--json'], { home });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  const lines = jsonLines(outcome);
  expect(lines[0]).toMatchObject({ event: 'start', run: 'iris-1', epochs, executor: 'onnx' });
  expect(lines[1]).toMatchObject({ event: 'epoch', epoch: Number(stopped?.epochs) + 1 });
  expect(lines.at(-1)).toMatchObject({ run: 'iris-1', status: 'completed', epochs });
  expect(await descent(['resume', 'iris-1'], { home })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Run "iris-1" is completed.'),
  });
});

test('train keeps checkpoints, show lists them, and resume, evaluate and export use them', async () => {
  const home = temporaryFolder();
  const train = ['train', 'iris', '--epochs', '1000000', '--checkpoint-every', '2000', '--json'];
  const outcome = await descent(train, { home, interruptAt: '"checkpoint","epoch":4000,' });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  const shown = await descent(['show', 'iris-1'], { home });
  expect(shown.stdout).toMatch(/\nepoch 2000 +\d\.\d{4} +\d\.\d kB\nepoch 4000 /);
  expect(shown.stdout).toMatch(/ kB in all\.\n/);
  const [json] = jsonLines(await descent(['show', 'iris-1', '--json'], { home }));
  expect(json).toMatchObject({
    learningRateChanges: [],
    position: { iteration: expect.anything() },
  });
  const evaluate = ['evaluate', 'iris-1', '--split', 'validation', '--epoch', '2000', '--json'];
  expect(jsonLines(await descent(evaluate, { home }))).toMatchObject([{ epoch: 2000 }]);
  const output = join(home, 'early.json');
  const exporting = ['export', 'iris-1', '--epoch', '2000', '-o', output];
  expect(await descent(exporting, { home })).toMatchObject({ code: 0 });
  for (const [epoch, message] of [
    ['5', 'has no checkpoint of epoch 5.'],
    ['x', 'An epoch must be an integer of at least 1. Received x.'],
  ] as const) {
    expect(await descent(['resume', 'iris-1', '--epoch', epoch], { home })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  }
  const resume = ['resume', 'iris-1', '--epoch', '2000', '--json'];
  const resumed = await descent(resume, { home, interruptAt: '"checkpoint","epoch":4000,' });
  expect(jsonLines(resumed)[1]).toMatchObject({ event: 'epoch', epoch: 2001 });
});

test('an early stop is a completed run that says why, now and later', async () => {
  const home = temporaryFolder();
  const { training } = irisSpec(500);
  const earlyStopping = { patience: 1, minDelta: 100 };
  const spec = irisSpec(500, { training: { ...training, earlyStopping } });
  const path = writeTemporary('patient.descent.json', JSON.stringify(spec));
  const outcome = await descent(['train', path, '--json'], { home });
  const endReason = { kind: 'early-stopping', epoch: 2, bestEpoch: 1 };
  expect(jsonLines(outcome).at(-1)).toMatchObject({ status: 'completed', epochs: 2, endReason });
  const { stdout } = await descent(['show', 'iris-1'], { home });
  expect(stdout).toContain('Stopped early after epoch 2: the validation loss has not improved');
});

test('augment tells what is drawn for a sample, and what it changes', async () => {
  const home = join(temporaryFolder(), 'home');
  const path = join(import.meta.dirname, '../../resources/experiments/digits-mlp.descent.json');
  const augmentation = [{ type: 'RandomRotation' }, { type: 'RandomErasing', options: { p: 0 } }];
  const spec = { ...JSON.parse(readFileSync(path, 'utf8')), augmentation };
  const file = writeTemporary('turned.descent.json', JSON.stringify(spec));
  const lines = jsonLines(await descent(['augment', file, '--epochs', '2', '--json'], { home }));
  expect(lines).toMatchObject([
    {
      event: 'variant',
      sample: 1,
      epoch: 1,
      steps: [
        { type: 'RandomRotation', drawn: { fill: 0 }, text: { en: expect.stringMatching(/^rot/) } },
        { type: 'RandomErasing', drawn: null },
      ],
    },
    { event: 'variant', epoch: 2 },
    { samples: 1000, steps: [{ type: 'RandomRotation' }, { changed: 0 }] },
  ]);
  const { stdout } = await descent(['augment', file, '--sample', '5'], { home });
  expect(stdout).toMatch(/epoch 4 {2}rotated -?\d/);
  expect(stdout).toContain('together');
  const first = await descent(['augment', file], { home });
  expect(first.stdout).toMatch(/^Sample \d+, as epochs train on it:/);
});

test('lr-find prints its curve and suggests a learning rate, and makes no run', async () => {
  const home = temporaryFolder();
  const outcome = await descent(['lr-find', 'iris', '--json'], { home });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  const lines = jsonLines(outcome);
  expect(lines[0]).toMatchObject({ event: 'point', learningRate: 1e-8 });
  expect(lines.at(-1)).toMatchObject({ experiment: 'iris', iterations: lines.length - 1 });
  expect(lines.at(-1)?.suggestion).toBeGreaterThan(1e-4);
  expect(jsonLines(outcome).at(-1)).not.toHaveProperty('event');
  const { stdout } = await descent(['lr-find', 'iris'], { home });
  expect(stdout).toMatch(
    /The loss falls fastest at a learning rate of 0\.\d+: a good one to try\./,
  );
  expect((await descent(['runs', '--json'], { home })).stdout).toBe('');
});

test('diagnose names how a run learns, with its numbers', async () => {
  const home = temporaryFolder();
  await descent(['train', 'iris', '--epochs', '60', '--json'], { home });
  const [diagnosis] = jsonLines(await descent(['diagnose', 'iris-1', '--json'], { home }));
  expect(diagnosis).toMatchObject({ run: 'iris-1', numbers: expect.any(Object) });
  const { code, stdout } = await descent(['diagnose', 'iris-1'], { home });
  expect(code).toBe(0);
  expect(stdout).toContain((diagnosis as unknown as Diagnosis).explanation.en);
  expect(await descent(['diagnose', 'iris-9'], { home })).toMatchObject({ code: 2 });
});

test('inspect tells what happens in every layer, to people and to programs', async () => {
  const home = temporaryFolder();
  await descent(['train', 'iris', '--epochs', '5', '--track-gradient-norm'], { home });
  const [told] = jsonLines(await descent(['inspect', 'iris-1', '--json'], { home }));
  const layers = irisSpec(1).model.layers.map(({ type }) => ({ type }));
  expect(told).toMatchObject({ run: 'iris-1', epoch: 5, layers });
  const { code, stdout } = await descent(['inspect', 'iris-1', '--epoch', '5'], { home });
  expect(code).toBe(0);
  for (const text of ['0.weight', 'update/weight', 'Gradient noise scale', 'dead']) {
    expect(stdout).toContain(text);
  }
  for (const epoch of ['0', 'last', '9']) {
    const refused = await descent(['inspect', 'iris-1', '--epoch', epoch], { home });
    expect(refused).toMatchObject({ code: 2 });
  }
});

test('a diverged training fails with exit code 1 and says why in its summary', async () => {
  const optimizer = { type: 'SGD', options: { learningRate: 1e30 } };
  const spec = JSON.stringify(irisSpec(9, { optimizer }));
  const path = writeTemporary('wild.descent.json', spec);
  const outcome = await descent(['train', path, '--json']);
  expect(outcome.code).toBe(1);
  expect(jsonLines(outcome).at(-1)).toMatchObject({
    status: 'failed',
    error: { code: 'diverged' },
  });
});

test('diagnose and show print where a training broke', async () => {
  const home = temporaryFolder();
  const optimizer = { type: 'SGD', options: { learningRate: 1e30 } };
  const spec = JSON.stringify({ ...irisSpec(9, { optimizer }), name: 'wild' });
  await descent(['train', writeTemporary('wild.descent.json', spec)], { home });
  const [diagnosis] = jsonLines(await descent(['diagnose', 'wild-1', '--json'], { home }));
  expect(diagnosis).toMatchObject({ state: 'divergence', findings: [{ kind: 'not-finite' }] });
  for (const command of ['diagnose', 'show']) {
    const { stdout } = await descent([command, 'wild-1'], { home });
    expect(stdout).toContain('holds the first value that is not finite');
  }
});

const csv = (content: string) => ['import', writeTemporary('bad.csv', content)];
const experiment = (change: object) => [
  'train',
  writeTemporary('bad.descent.json', JSON.stringify({ ...irisSpec(1), ...change })),
];
const adam = (learningRate: unknown) => ({
  optimizer: { type: 'Adam', options: { learningRate } },
});

test.each<[string, () => string[], string]>([
  ['a missing experiment', () => ['train', 'nowhere.descent.json'], 'nowhere.descent.json'],
  ['malformed JSON', () => ['train', writeTemporary('x.descent.json', '{"format":')], 'not JSON'],
  ['another format', () => experiment({ format: 'other' }), 'Received "other"'],
  ['an unknown field', () => experiment({ epoch: 3 }), '"epoch"'],
  [
    'zero epochs',
    () => ['train', 'iris', '--epochs', '0'],
    'training.epochs must be ≥ 1. Received 0',
  ],
  ['epochs in words', () => ['train', 'iris', '--epochs', 'many'], 'Received "many"'],
  ['a huge batch', () => experiment({ training: { batchSize: 91, epochs: 1 } }), '91'],
  ['learning rate 0', () => experiment(adam(0)), 'Received 0'],
  ['learning rate NaN', () => experiment(adam(Number.NaN)), 'optimizer.options.learningRate'],
  ['a negative learning rate', () => experiment(adam(-1)), 'Received -1'],
  ['no dataset', () => ['train', 'mnist-mlp'], 'import PATH --name mnist'],
  ['ragged rows', () => csv('a,b\n1,2\n3\n'), 'row 3'],
  ['an infinite feature', () => csv('a,b\n1,2\nInfinity,3\n5,6\n'), 'row 3, column "a"'],
  ['a malformed size', () => ['import', 'x', '--size', '12'], '--size must be WIDTHxHEIGHT'],
  ['a malformed column', () => ['import', 'x', '--column', 'a=b'], '--column must be NAME=type'],
  ['no target', () => [...csv('a,b\n1,2\n3,4\n5,6\n'), '--target', 'c'], '"c"'],
  ['a missing file', () => ['import', 'nowhere.csv'], 'nowhere.csv'],
  ['an unknown run', () => ['show', 'nothing-1'], 'There is no run "nothing-1"'],
  ['an unknown option', () => ['train', 'iris', '--epoch', '3'], '--epoch'],
  ['an unknown command', () => ['trian'], 'trian'],
  ['no model', () => ['predict', 'nowhere.json', '[1]'], 'nowhere.json'],
])('%s: exit code 2, place and value, and no run and no dataset', async (_, args, text) => {
  const home = join(temporaryFolder(), 'home');
  const outcome = await descent([...args(), '--json'], { home });
  expect(outcome).toMatchObject({ code: 2, stderr: '' });
  expect(JSON.stringify(jsonLines(outcome).at(-1))).toContain(JSON.stringify(text).slice(1, -1));
  expect(existsSync(join(home, 'datasets'))).toBe(false);
  if (existsSync(home)) expect((await descent(['runs', '--json'], { home })).stdout).toBe('');
});

test('bad input changes no byte of a store that is there', async () => {
  const home = temporaryFolder();
  await descent(['train', 'iris', '--epochs', '1'], { home });
  const store = join(home, 'studio.db');
  const before = readFileSync(store);
  const inputs = [
    experiment(adam(0)),
    experiment({ training: { batchSize: 91, epochs: 1 } }),
    ['train', 'mnist-mlp'],
    csv('a,b\n1,2\n3\n'),
    ['evaluate', 'nothing-1', '--split', 'test'],
    ['export', 'iris-1', '-o', join(home, 'no', 'such', 'folder.json')],
  ];
  for (const args of inputs) expect((await descent(args, { home })).code).not.toBe(0);
  expect(readFileSync(store).equals(before)).toBe(true);
  expect(readdirSync(home).sort()).toEqual(['datasets', 'studio.db']);
  expect(readdirSync(join(home, 'datasets'))).toEqual(['iris']);
});

test('an error for people has message, place and hint, and no stack trace', async () => {
  const { code, stdout, stderr } = await descent(['train', 'mnist-mlp']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringContaining('wants a dataset named "mnist"'),
    '  where  dataset',
    '  hint   Import it: npm run descent -- import PATH --name mnist',
  ]);
});

test('a changed model file is refused', async () => {
  const home = temporaryFolder();
  await descent(['train', 'iris', '--epochs', '1'], { home });
  const model = join(home, 'model.json');
  await descent(['export', 'iris-1', '-o', model], { home });
  const text = readFileSync(model, 'utf8');
  writeFileSync(model, text.replace('"setosa"', '"rose"'));
  const changed = await descent(['predict', model, '[5.1, 3.5, 1.4, 0.2]']);
  expect(changed).toMatchObject({ code: 2, stderr: expect.stringContaining('checksum') });
  writeFileSync(model, text);
  const short = await descent(['predict', model, '[5.1, 3.5]']);
  expect(short).toMatchObject({ code: 2, stderr: expect.stringContaining('takes 4 values') });
});

test('a model file is verified, and taken back to train on from', async () => {
  const home = temporaryFolder();
  await descent(['train', 'iris', '--epochs', '2'], { home });
  const model = join(home, 'model.json');
  await descent(['export', 'iris-1', '-o', model], { home });
  expect(await descent(['verify', model])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^OK: 8 test vectors, largest difference .*, tolerance 1e-5/),
  });
  expect(await descent(['verify', join(home, 'none.json')])).toMatchObject({ code: 2 });
  const imported = await descent(['import-model', model, '--name', 'Start', '--json'], { home });
  expect(jsonLines(imported)).toMatchObject([{ model: 'start', parameters: 163 }]);
  const train = ['train', 'iris', '--epochs', '1', '--initial-model'];
  expect(await descent([...train, 'start'], { home })).toMatchObject({ code: 0 });
  expect(await descent([...train, 'nothing'], { home })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('import-model'),
  });
  const project = join(home, 'project');
  const exported = ['export', 'iris-1', '--format', 'pytorch', '-o', project];
  expect(await descent(exported, { home })).toMatchObject({ code: 0 });
  expect(readdirSync(project)).toContain('train.py');
  expect(await descent(exported, { home })).toMatchObject({ code: 2 });
});
