/** The exported project, run by PyTorch where there is one. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { batchAugmentations } from '../../augmentation/batch/registry.ts';
import { imageAugmentations } from '../../augmentation/image/registry.ts';
import { prepareAugmentation } from '../../augmentation/prepareAugmentation.ts';
import { textOf } from '../../augmentation/text/Passage.ts';
import { textAugmentations } from '../../augmentation/text/registry.ts';
import { createTextAugmenter } from '../../augmentation/text/TextAugmenter.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { lcg } from '../../golden/testing/lcg.ts';
import { learningRateSchedule } from '../../schedules/learningRateSchedule.ts';
import { decodeSafetensors } from '../safetensors.ts';
import { catalogModels } from '../testing/catalogModels.ts';
import { parseSequential } from './parseSequential.ts';
import { projectAugmentation } from './projectAugmentation.ts';
import { snakeCase } from './pytorchArguments.ts';
import { bundledSource, sourceOfFile } from './testing/projectSources.ts';
import { writeProject } from './testing/writeProject.ts';

interface GoldenCase {
  readonly type: string;
  readonly reference: string;
  readonly shape: number[];
  readonly seed: number;
  readonly drawn: Record<string, number>;
  readonly expected: readonly number[];
}

const goldens = new URL('../../golden/augmentations.json', import.meta.url);

const runs = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const hasPython = runs('python3', '--version');
/** Debian's torch belongs to Debian's Python, which need not be the first on the path. */
const python = ['python3', '/usr/bin/python3'].find((one) => runs(one, '-c', 'import torch'));
const torch = python ?? 'no python';

function call(command: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** What torchrun does, which in torch 1.13 does not start under Python 3.11. */
const twoProcesses = `
import os, socket, subprocess, sys
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = str(free.getsockname()[1])
common = {**os.environ, "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
command = [sys.executable, "train.py", *sys.argv[1:]]
workers = [subprocess.Popen(command, env={**common, "RANK": str(i)}) for i in range(2)]
sys.exit(max(worker.wait() for worker in workers))
`;

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

const everyTransform = imageAugmentations.map(({ descriptor }) => ({
  type: descriptor.type,
  options: { p: 0.5 },
}));
const everyMix = batchAugmentations.map(({ descriptor }) => ({
  type: descriptor.type,
  options: { p: 0.5 },
}));

const everyEdit = textAugmentations.map(({ descriptor: { type } }) => ({
  type,
  options: {
    p: 0.8,
    count: 2,
    ...(type === 'SynonymReplacement'
      ? { synonyms: ['학교: 학원, 교실', 'good: "great", fine'] }
      : {}),
    ...(type === 'RandomInsertion' ? { words: ['really'] } : {}),
  },
}));

test('its augment.py has every step for images, texts and minibatches', async () => {
  const augmentation = [...everyTransform, ...everyMix];
  const folder = writeProject(await bundledSource('digits-mlp', { augmentation }));
  const module = readFileSync(join(folder, 'augment.py'), 'utf8');
  expect(module).toContain('\n    RandomRotation(degrees=15, fill=0, p=0.5),\n');
  expect(module).toContain('\nmix = Mix(\n    MixUp(alpha=1, p=0.5),\n');
  expect(module.match(/^ {4}\w+\(/gm)).toHaveLength(everyTransform.length + everyMix.length);
  expect(readFileSync(join(folder, 'requirements.txt'), 'utf8')).toBe('torch>=1.13\n');
  const texts = projectAugmentation(everyEdit);
  expect(texts).toContain('WordDeletion(leave_blank=True, count=2, share=0, p=0.8),');
  expect(texts).toContain(
    'SynonymReplacement(synonyms=("학교: 학원, 교실", "good: \\"great\\", fine"), count=2,',
  );
  expect(texts).toContain('RandomInsertion(words=("really",), count=2,');
  expect(projectAugmentation([])).toContain('\naugment = None\n\nmix = None\n');
});

describe.skipIf(!python)('in PyTorch', () => {
  test('every image transform equals what scipy, torchvision or Pillow make of it', async () => {
    const folder = writeProject(await bundledSource('digits-mlp'));
    const { cases }: { cases: readonly GoldenCase[] } = JSON.parse(readFileSync(goldens, 'utf8'));
    // What these draw is a seed of Descent's own generator.
    const isDrawn = ({ drawn }: GoldenCase) => 'seed' in drawn;
    const known = cases.filter((one) => !isDrawn(one) && !one.type.includes(','));
    expect(new Set(known.map(({ type }) => type)).size).toBe(everyTransform.length - 2);
    writeFileSync(
      join(folder, 'cases.json'),
      JSON.stringify(
        known.map(({ type, shape, seed, drawn, expected }) => {
          const source = Array.from(lcg(seed, shape), (value) => Math.floor((value + 1) * 128));
          const { fill = null, ...rest } = drawn;
          const values = Object.entries(rest).map(([name, value]) => [snakeCase(name), value]);
          return { type, shape, fill, drawn: Object.fromEntries(values), source, expected };
        }),
      ),
    );
    const script = `
import json, torch
import augmentations
for case in json.load(open("cases.json")):
    step = getattr(augmentations, case["type"])()
    step.fill = case["fill"]
    image = torch.tensor(case["source"], dtype=torch.uint8).reshape(case["shape"])
    made = augmentations.Augment(step).apply(image, [case["drawn"]]).flatten().double()
    expected = torch.tensor(case["expected"], dtype=torch.float64).flatten().clamp(0, 255)
    print(json.dumps([case["type"], float((made - expected).abs().max())]))
`;
    const { stdout, stderr } = call(torch, ['-c', script], folder);
    const made = stdout
      .trim()
      .split('\n')
      .map((line): [string, number] => JSON.parse(line));
    expect(made.length, stderr).toBe(known.length);
    for (const [index, [type, difference]] of made.entries()) {
      // As in Descent: rounded once, where Pillow rounds the mean too and cuts.
      const most = known[index].reference === 'pillow' ? 1 : 0.51;
      expect(difference, type).toBeLessThanOrEqual(most);
    }
  });

  test('it trains on images that are changed and mixed, in one process and in two', async () => {
    const source = await bundledSource('digits-mlp', {
      augmentation: [...everyTransform, ...everyMix],
      loss: { type: 'CrossEntropyLoss', options: { weight: [1, 2, 1, 1, 1, 1, 1, 1, 1, 3] } },
    });
    const folder = writeProject(source);
    for (const launch of [['train.py'], ['-c', twoProcesses]]) {
      const { status, stderr, stdout } = call(torch, [...launch, '--epochs', '1'], folder);
      expect(status, stderr).toBe(0);
      expect(stdout).toMatch(/epoch 1\/1 +train \d/);
    }
  });

  test('every text augmentation makes of a text what Descent makes of it', async () => {
    const folder = writeProject(await bundledSource('emoji-ko', { augmentation: everyEdit }));
    const texts = [
      '나는 학교에 가는 것을 좋아한다 .',
      '  Good movies, "really" good: well-known ones (and others)!',
      '학교로 학교는 간다',
      'one',
      '',
      '👍🏽 좋다 , 3.14 isn’t 3,14',
    ];
    const { text: steps } = prepareAugmentation(everyEdit);
    const augmenters = steps.map((step) => createTextAugmenter([step]));
    const cases = texts.flatMap((text) =>
      augmenters.flatMap((augmenter) =>
        [0, 1, 2, 3].map((index) => {
          const [one] = augmenter.draw({ seed: 3, epoch: 1, index }, text);
          const { words: _, from, to, ...rest } = (one.drawn ?? {}) as Record<string, unknown>;
          const type = one.step.definition.descriptor.type;
          const own = type === 'RandomInsertion' ? { words: one.drawn?.words } : {};
          const moves = from === undefined ? {} : { start: from, target: to };
          const values = Object.entries({ ...rest, ...own, ...moves });
          const drawn = Object.fromEntries(values.map(([name, value]) => [snakeCase(name), value]));
          const expected = textOf(augmenter.apply([one], text));
          return { type, text, drawn: one.drawn ? drawn : null, expected };
        }),
      ),
    );
    expect(cases.filter(({ text, expected }) => text !== expected).length).toBeGreaterThan(40);
    writeFileSync(join(folder, 'cases.json'), JSON.stringify(cases));
    const script = `
import json, torch
import text_augmentations as module
from augment import augment
for case in json.load(open("cases.json")):
    passage = module.passage_of(case["text"])
    if case["drawn"] is not None:
        passage = getattr(module, case["type"]).apply(passage, **case["drawn"])
    assert passage.text() == case["expected"], (case, passage.text())
words = [("학교에", "학교", "학원"), ("학교는", "학교", "학원"), ("학교로", "학교", "학원"), ("학교로", "학교", "교실")]
print([module.replace_stem(*one) for one in words + [("가는", "가", "오"), ("학교은", "학교", "학원"), ("영화와", "영화", "연극")]])
torch.manual_seed(1)
made = [augment("나는 학교에 가는 것을 좋아한다 .") for _ in range(200)]
assert augment("one") == "one" and augment("") == ""
assert all(text.strip() for text in made) and len(set(made)) > 100
alone = module.AugmentText(module.WordSwap(count=1, share=0), module.WordSwap(count=1, share=0))
assert all(alone("a b") == "b a" for _ in range(20))
print("done")
`;
    const { stdout, stderr } = call(torch, ['-c', script], folder);
    expect(stdout, stderr).toContain('done');
    expect(stdout).toContain("['학원에', '학원은', '학원으로', '교실로', None, None, '연극과']");
    const trained = call(torch, ['train.py', '--epochs', '1'], folder);
    expect(trained.status, trained.stderr).toBe(0);
  });

  test('mixed samples keep their shares', async () => {
    const folder = writeProject(await bundledSource('digits-mlp'));
    const script = `
import torch
from augmentations import CutMix, Mix, MixUp
torch.manual_seed(1)
inputs = torch.arange(6.0).reshape(6, 1, 1, 1).expand(6, 2, 8, 8)
for step in (MixUp(alpha=1), CutMix(alpha=1)):
    mixed, partners, share = Mix(step)(inputs)
    assert (partners != torch.arange(6)).all()
    mean = share * torch.arange(6) + (1 - share) * partners
    assert torch.allclose(mixed.mean((1, 2, 3)), mean, atol=1e-5), (mixed.mean((1, 2, 3)), mean)
    assert len(set(share.tolist())) > 1
mixed, partners, share = Mix(MixUp(alpha=1, p=0))(inputs)
assert torch.equal(mixed, inputs) and (share == 1).all()
print("kept")
`;
    const { stdout, stderr } = call(torch, ['-c', script], folder);
    expect(stdout, stderr).toContain('kept');
  });

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
