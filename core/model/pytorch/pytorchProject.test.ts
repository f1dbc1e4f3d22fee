/** The exported project, run by PyTorch where there is one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { learningRateSchedule } from '../../schedules/learningRateSchedule.ts';
import { decodeSafetensors } from '../safetensors.ts';
import { catalogModels } from '../testing/catalogModels.ts';
import { parseSequential } from './parseSequential.ts';
import { call, hasPython, python, torch, twoProcesses } from './testing/callPython.ts';
import { bundledSource, sourceOfFile } from './testing/projectSources.ts';
import { writeProject } from './testing/writeProject.ts';

const bundled = ['iris', 'penguins', 'digits-mlp', 'digits-sgd', 'emoji-ko'];

test('its model.py holds the network, and its settings the recipe', async () => {
  const folder = writeProject(await bundledSource('digits-mlp'));
  const module = readFileSync(join(folder, 'model.py'), 'utf8');
  const sequential = module.slice(module.indexOf('nn.Sequential('));
  expect(parseSequential(sequential).layers.map(({ type }) => type)).toContain('BatchNorm1d');
  const settings = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
  expect(settings).toMatchObject({
    batch_size: 32,
    drop_last: true,
    optimizer: { type: 'Adam', options: { lr: 0.001, betas: [0.9, 0.999], weight_decay: 0 } },
    schedule: { type: 'Constant', options: {}, stepped_by: 'epoch', warmup: null },
    data: { samples: 1797, kind: 'image', input_shape: [1, 8, 8], target: 'class' },
  });
  const splits = JSON.parse(readFileSync(join(folder, 'data/splits.json'), 'utf8'));
  const rows = [...splits.train, ...splits.validation, ...splits.test];
  expect(new Set(rows).size).toBe(1797);
  expect(decodeSafetensors(readFileSync(join(folder, 'weights.safetensors')))).toHaveProperty([
    '1.weight',
  ]);
});

test.skipIf(!hasPython).each(bundled)('every file of %s is Python', async (name) => {
  const folder = writeProject(await bundledSource(name));
  const files = readdirSync(folder).filter((file) => file.endsWith('.py'));
  expect(files.sort()).toEqual([
    'augment.py',
    'augmentations.py',
    'data.py',
    'layers.py',
    'model.py',
    'preprocessing.py',
    'recipe.py',
    'tensors.py',
    'text_augmentations.py',
    'train.py',
    'verify.py',
  ]);
  expect(call('python3', ['-m', 'py_compile', ...files], folder)).toMatchObject({ status: 0 });
});

describe.skipIf(!python)('in PyTorch', () => {
  test.each(bundled)('the weights of %s give the same outputs', async (name) => {
    const folder = writeProject(await bundledSource(name));
    const { status, stdout, stderr } = call(torch, ['verify.py'], folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^OK: 8 test vectors/);
  });

  test('every layer of the catalog gives the same outputs', async () => {
    const models = await catalogModels();
    const folders = models.map(({ file }) => writeProject(sourceOfFile(file)));
    const script = `
import sys
for folder in sys.argv[1:]:
    for name in ("model", "data", "layers", "tensors", "verify"):
        sys.modules.pop(name, None)
    sys.path[0], sys.argv = folder, ["verify"]
    import verify
    print(folder, verify.main())
`;
    const { stdout, stderr } = call(torch, ['-c', script, ...folders], folders[0]);
    const failed = folders.flatMap((folder, index) =>
      stdout.includes(`${folder} 0`) ? [] : [models[index].name],
    );
    expect(failed, stderr).toEqual([]);
  });

  test('it trains, in one process and in two, and its weights come back', async () => {
    const source = await bundledSource('iris');
    const folder = writeProject(source);
    const names = [...source.file.model.parameters, ...source.file.model.buffers];
    const launches = [['train.py'], ['-c', twoProcesses]];
    for (const launch of launches) {
      const options = ['--epochs', '8', '--output', 'trained.safetensors', '--test'];
      const { status, stdout, stderr } = call(torch, [...launch, ...options], folder);
      expect(status, stderr).toBe(0);
      expect(stdout).toMatch(/epoch 8\/8 {3}train \d/);
      const accuracy = Number(/test [\d.]+ \(([\d.]+) %\)/.exec(stdout)?.[1]);
      expect(accuracy).toBeGreaterThan(80);
      const back = decodeSafetensors(readFileSync(join(folder, 'trained.safetensors')));
      expect(Object.keys(back).sort()).toEqual(names.map(({ name }) => name).sort());
      for (const { name, shape } of names) expect(back[name].shape).toEqual([...shape]);
    }
  });

  const optimizers = ['SGD', 'Adam', 'AdamW', 'NAdam', 'Adamax', 'RMSprop', 'Adagrad', 'Adadelta'];
  const recipes: [string, Partial<ExperimentSpec>][] = [
    ...optimizers.map((type): [string, Partial<ExperimentSpec>] => [
      type,
      { optimizer: { type, options: { weightDecay: 0.01 } } },
    ]),
    ...['BCEWithLogitsLoss', 'MSELoss', 'L1Loss', 'SmoothL1Loss', 'HuberLoss'].map(
      (type): [string, Partial<ExperimentSpec>] => [type, { loss: { type, options: {} } }],
    ),
    [
      'weighted classes',
      {
        loss: { type: 'CrossEntropyLoss', options: { weight: [1, 2, 3], labelSmoothing: 0.1 } },
        initialization: { type: 'KaimingNormal', options: { mode: 'fanOut' } },
      },
    ],
    ['Xavier', { initialization: { type: 'XavierUniform', options: { gain: 2 } } }],
    ...['ClipGradNorm', 'ClipGradValue'].map((type): [string, Partial<ExperimentSpec>] => [
      type,
      {
        training: {
          batchSize: 16,
          epochs: 2,
          dropLast: false,
          gradientClipping: { type, options: {} },
        },
      },
    ]),
  ];

  test('every optimizer, loss, clipping and initialisation is understood', async () => {
    const folders: string[] = [];
    for (const [, changes] of recipes)
      folders.push(writeProject(await bundledSource('iris', changes)));
    const script = `
import os, sys
for folder in sys.argv[1:]:
    for name in ("model", "data", "layers", "recipe", "tensors", "train"):
        sys.modules.pop(name, None)
    sys.path[0], sys.argv = folder, ["train", "--epochs", "1"]
    os.chdir(folder)
    import train
    train.main()
    print(folder, "trained")
`;
    const { stdout, stderr } = call(torch, ['-c', script, ...folders], folders[0]);
    const failed = folders.flatMap((folder, index) =>
      stdout.includes(`${folder} trained`) ? [] : [recipes[index][0]],
    );
    expect(failed, stderr).toEqual([]);
  });

  const warmup = { type: 'LinearLR', options: { length: 2 } };
  const schedules: Pick<ExperimentSpec, 'schedule' | 'warmup'>[] = [
    { schedule: { type: 'Constant', options: {} } },
    { schedule: { type: 'StepLR', options: { stepSize: 2 } }, warmup },
    { schedule: { type: 'MultiStepLR', options: { milestones: [1, 3] } } },
    { schedule: { type: 'ExponentialLR', options: {} }, warmup },
    { schedule: { type: 'CosineAnnealingLR', options: {} }, warmup },
    { schedule: { type: 'OneCycleLR', options: {} } },
    { schedule: { type: 'OneCycleLR', options: { threePhase: true } }, warmup },
    {
      schedule: { type: 'ReduceLROnPlateau', options: { patience: 0 } },
      warmup: { type: 'LinearLR', options: { length: 4, unit: 'iterations' } },
    },
  ];

  test('every schedule gives the same learning rates', async () => {
    const [iterationsPerEpoch, epochs] = [5, 8];
    const losses = [3, 4, 2, 2.5, 1, 1, 1, 1];
    const folders: string[] = [];
    for (const changes of schedules)
      folders.push(writeProject(await bundledSource('iris', changes)));
    const script = `
import json, pathlib, sys, warnings
import torch
warnings.simplefilter("error")
sys.path[0] = sys.argv[1]
from recipe import Schedule
for folder in sys.argv[1:]:
    settings = json.loads(pathlib.Path(folder, "settings.json").read_text())
    parameter = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([parameter], lr=0.01)
    schedule = Schedule(optimizer, settings["schedule"], 5, 8)
    rates = []
    for epoch in range(8):
        for index in range(5):
            schedule.before(epoch * 5 + index)
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
        schedule.after_epoch(epoch, [3, 4, 2, 2.5, 1, 1, 1, 1][epoch])
    print(json.dumps(rates))
`;
    const { stdout, stderr } = call(torch, ['-c', script, ...folders], folders[0]);
    const received = stdout
      .trim()
      .split('\n')
      .map((line): number[] => JSON.parse(line));
    expect(received.length, stderr).toBe(schedules.length);
    for (const [number, changes] of schedules.entries()) {
      const options = { ...changes, learningRate: 0.01, iterationsPerEpoch, epochs };
      const plan = learningRateSchedule(options);
      for (let done = 0; done < iterationsPerEpoch * epochs; done++) {
        const epoch = Math.floor(done / iterationsPerEpoch);
        const expected = plan.during(losses.slice(0, epoch))(done + 1);
        const difference = Math.abs(received[number][done] / expected - 1);
        expect(difference, `${changes.schedule.type} at ${done}`).toBeLessThan(1e-9);
      }
    }
  });
});
