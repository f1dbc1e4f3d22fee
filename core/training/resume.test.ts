/**
 * Going on from a kept epoch, or from any iteration inside one, is training in one go, bit for bit,
 * whatever is switched on.
 */
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import type { AugmentationDefinition } from '../augmentation/AugmentationDefinition.ts';
import { MixUp } from '../augmentation/batch/MixUp.ts';
import { batchAugmentations } from '../augmentation/batch/registry.ts';
import { imageAugmentations } from '../augmentation/image/registry.ts';
import { textAugmentations } from '../augmentation/text/registry.ts';
import { tinyTexts } from '../data/testing/tinyDatasets.ts';
import type { Executor } from '../executors/Executor.ts';
import { onnxExecutor } from '../executors/onnx/OnnxExecutor.ts';
import type { OrtModule } from '../executors/onnx/OrtModule.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { decodeSafetensors, encodeSafetensors } from '../model/safetensors.ts';
import { optimizerDefinitions } from '../optimizers/registry.ts';
import { randomAt } from '../random/randomAt.ts';
import { scheduleDefinitions } from '../schedules/registry.ts';
import type { EpochSums } from './EpochSums.ts';
import type { ResumePoint } from './ResumePoint.ts';
import { createTrainingControl, type TrainingControl } from './TrainingControl.ts';
import type { Checkpoint, TrainingEvent } from './TrainingEvent.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { pictures, picturesExperiment } from './testing/pictures.ts';
import { train } from './train.ts';

const EPOCHS = 6;
const BATCH = 16;

type EpochEvent = Extract<TrainingEvent, { type: 'epoch' }>;

const ort = createRequire(import.meta.url)('onnxruntime-node') as OrtModule;
const executors: readonly (() => Executor)[] = [() => referenceExecutor(), () => onnxExecutor(ort)];

/** What is trained on; clouds of points where a test names none. */
const kinds = {
  clouds: { experiment: cloudsExperiment, dataset: clouds(200) },
  pictures: { experiment: picturesExperiment, dataset: pictures(200, [2, 6, 5]) },
  texts: { experiment: cloudsExperiment, dataset: tinyTexts(200) },
};

async function trainingEvents(
  changes: Record<string, unknown>,
  executor: Executor,
  from?: ResumePoint,
  { control = createTrainingControl(), hear = () => undefined }: Listening = {},
): Promise<TrainingEvent[]> {
  const training = { batchSize: BATCH, epochs: EPOCHS, ...(changes.training as object) };
  const { data = 'clouds', ...others } = changes;
  const { experiment, dataset } = kinds[data as keyof typeof kinds];
  const spec = experiment({ ...others, training });
  let time = 0;
  const now = () => (time += 10);
  const events: TrainingEvent[] = [];
  const options = { spec, dataset, executor, now, from, control };
  for await (const event of train(options)) {
    events.push(event);
    hear(event);
  }
  return events;
}

interface Listening {
  readonly control?: TrainingControl;
  readonly hear?: (event: TrainingEvent) => void;
}

/** Trains so many iterations further, pauses, and stops while paused. */
async function haltedBehind(
  iterations: number,
  changes: Record<string, unknown>,
  executor: Executor,
  from?: ResumePoint,
): Promise<TrainingEvent[]> {
  const control = createTrainingControl();
  control.step(iterations);
  const hear = (event: TrainingEvent) => {
    if (event.type === 'control' && event.isPaused) control.stop();
  };
  return trainingEvents(changes, executor, from, { control, hear });
}

const epochsOf = (events: TrainingEvent[]) =>
  events.filter((event): event is EpochEvent => event.type === 'epoch');

/** What a run is made of; times and progress are not. */
const essence = (events: TrainingEvent[]) => ({
  points: events.flatMap((event) => (event.type === 'iterations' ? event.points : [])),
  epochs: epochsOf(events).map(({ metrics, checkpoint, isBest }) => {
    const { seconds: _, ...measured } = metrics;
    return { ...measured, checkpoint, isBest };
  }),
});

/** As it comes back from a store. */
function resumePoint(epochs: readonly EpochEvent[]): ResumePoint {
  const { metrics, checkpoint } = epochs[epochs.length - 1];
  return {
    epoch: metrics.epoch,
    checkpoint: stored(checkpoint),
    validationLosses: epochs.map((epoch) => epoch.metrics.validation.loss),
  };
}

/** Behind all that these events tell, which began behind `from`. */
function pointBehind(events: readonly TrainingEvent[], from?: ResumePoint): ResumePoint {
  let point = from;
  for (const event of events) {
    const losses = point?.validationLosses ?? [];
    if (event.type === 'epoch') {
      const { metrics, checkpoint } = event;
      const validationLosses = [...losses, metrics.validation.loss];
      point = { epoch: metrics.epoch, checkpoint: stored(checkpoint), validationLosses };
    }
    if (event.type !== 'position') continue;
    const { epoch, sums, checkpoint } = event;
    const unfinished = JSON.parse(JSON.stringify(sums)) as EpochSums;
    const state = { checkpoint: stored(checkpoint), unfinished };
    point = { epoch: epoch - 1, ...state, validationLosses: losses };
  }
  if (!point) throw new Error('Nothing was kept.');
  return point;
}

const stored = (checkpoint: Checkpoint) => decodeSafetensors(encodeSafetensors(checkpoint));

const optimizer = (type: string, options: Record<string, unknown> = {}) => ({
  optimizer: { type, options: { learningRate: 0.01, ...options } },
});
const schedule = (type: string, options: Record<string, unknown> = {}) => ({
  schedule: { type, options },
});
const warmup = (length: number, unit: string) => ({
  warmup: { type: 'LinearLR', options: { length, unit } },
});
const clipping = (type: string, options: Record<string, unknown>) => ({
  training: { gradientClipping: { type, options } },
});

const classicDropout = cloudsExperiment().model.layers.map((layer) =>
  layer.type === 'Dropout' ? { ...layer, options: { p: 0.2, scaling: 'classic' } } : layer,
);

const linear = (outFeatures: number) => ({ type: 'Linear', options: { outFeatures } });

const augmentedBy = (all: readonly AugmentationDefinition[]) =>
  all.map(({ descriptor: { type } }) => ({ type, options: { p: 0.5 } }));

const everything: Record<string, unknown> = {
  data: 'pictures',
  model: {
    layers: [
      { type: 'Flatten' },
      linear(8),
      { type: 'BatchNorm1d' },
      { type: 'Dropout', options: { p: 0.3 } },
      linear(2),
    ],
  },
  augmentation: [
    { type: 'RandomRotation', options: { degrees: 10 } },
    { type: 'GaussianNoise', options: { p: 0.5 } },
    { type: 'CutMix', options: { p: 0.5 } },
  ],
  ...schedule('OneCycleLR'),
  ...warmup(5, 'iterations'),
  training: { dropLast: false, gradientClipping: { type: 'ClipGradNorm', options: {} } },
};

const experiments: readonly (readonly [string, Record<string, unknown>])[] = [
  ['Adam, BatchNorm and Dropout', {}],
  ['SGD', optimizer('SGD')],
  ['SGD with momentum', optimizer('SGD', { momentum: 0.9, dampening: 0.1, weightDecay: 0.01 })],
  ['SGD with Nesterov momentum', optimizer('SGD', { momentum: 0.9, nesterov: true })],
  ['Adam with amsgrad', optimizer('Adam', { amsgrad: true, weightDecay: 0.01 })],
  ['AdamW', optimizer('AdamW', { weightDecay: 0.1 })],
  ['RMSprop, centered, with momentum', optimizer('RMSprop', { centered: true, momentum: 0.9 })],
  ['StepLR', schedule('StepLR', { stepSize: 2, gamma: 0.5 })],
  ['MultiStepLR', schedule('MultiStepLR', { milestones: [2, 4], gamma: 0.5 })],
  ['ExponentialLR', schedule('ExponentialLR', { gamma: 0.9 })],
  ['CosineAnnealingLR', schedule('CosineAnnealingLR')],
  ['OneCycleLR', schedule('OneCycleLR', { pctStart: 0.4 })],
  [
    'ReduceLROnPlateau that reduces',
    schedule('ReduceLROnPlateau', { patience: 0, threshold: 0.5, factor: 0.5, cooldown: 1 }),
  ],
  [
    'a warm-up of iterations before a plateau',
    {
      ...schedule('ReduceLROnPlateau', { patience: 1, threshold: 0.5 }),
      ...warmup(9, 'iterations'),
    },
  ],
  ['a warm-up of epochs before a cycle', { ...schedule('OneCycleLR'), ...warmup(2, 'epochs') }],
  ['gradients clipped by norm', clipping('ClipGradNorm', { maxNorm: 0.1 })],
  ['gradients clipped by value', clipping('ClipGradValue', { clipValue: 0.01 })],
  ['a last minibatch of its own size', { training: { dropLast: false } }],
  ['early stopping that stops', { training: { earlyStopping: { patience: 1, minDelta: 0.2 } } }],
  ['classic dropout', { model: { layers: classicDropout } }],
  ['one minibatch an epoch', { training: { batchSize: 120 } }],
  [
    'pictures changed in every way',
    {
      data: 'pictures',
      augmentation: augmentedBy([...imageAugmentations, ...batchAugmentations]),
    },
  ],
  [
    'texts changed in every way',
    {
      data: 'texts',
      augmentation: augmentedBy([...textAugmentations, MixUp]),
      model: { layers: [...cloudsExperiment().model.layers.slice(0, -1), linear(3)] },
    },
  ],
  ['mixed samples', { augmentation: [{ type: 'MixUp', options: { p: 0.7 } }] }],
  [
    'mixed samples and a last minibatch of its own size',
    { augmentation: [{ type: 'MixUp' }], training: { dropLast: false } },
  ],
  ...optimizerDefinitions.map(({ descriptor: { type } }): readonly [string, typeof everything] => [
    `everything at once, by ${type}`,
    { ...everything, ...optimizer(type) },
  ]),
];

describe.each(experiments)('%s', (_, changes) => {
  test.each(executors.map((make) => [make().name, make] as const))(
    'on %s, resumed after any epoch',
    async (_name, make) => {
      const straight = await trainingEvents(changes, make());
      const whole = essence(straight);
      for (const stop of [1, 2, EPOCHS - 1].filter((epoch) => epoch < whole.epochs.length)) {
        const from = resumePoint(epochsOf(straight).slice(0, stop));
        const rest = essence(await trainingEvents(changes, make(), from));
        expect(rest.epochs).toEqual(whole.epochs.slice(stop));
        expect(rest.points).toEqual(whole.points.filter(({ epoch }) => epoch > stop));
      }
    },
  );
});

test('every optimizer and every schedule is among the experiments', () => {
  const used = experiments.flatMap(([, { data: _, ...changes }]) => {
    const { optimizer: one, schedule: other } = cloudsExperiment({
      ...changes,
      training: { batchSize: 1, epochs: 1 },
    });
    return [one.type, other.type];
  });
  const known = [...optimizerDefinitions, ...scheduleDefinitions].map(
    ({ descriptor }) => descriptor.type,
  );
  expect(known.filter((type) => !used.includes(type))).toEqual([]);
});

describe.each(experiments)('%s', (name, changes) => {
  test.each(executors.map((make) => [make().name, make] as const))(
    'on %s, halted at random iterations',
    async (_name, make) => {
      const whole = essence(await trainingEvents(changes, make()));
      const random = randomAt({ seed: name.length, stream: 'augment' });
      let told: TrainingEvent[] = [];
      let from: ResumePoint | undefined;
      while (!isCompleted(told)) {
        const steps = 1 + Math.floor(random.nextFloat() * 20);
        const events = await haltedBehind(steps, changes, make(), from);
        from = pointBehind(events, from);
        told = [...told, ...events];
      }
      expect(essence(told)).toEqual(whole);
    },
  );
});

const isCompleted = (events: readonly TrainingEvent[]) =>
  events.some((event) => event.type === 'end' && event.status === 'completed');

test('a training resumed again and again is the same training', async () => {
  const straight = epochsOf(await trainingEvents({}, referenceExecutor()));
  let done: EpochEvent[] = straight.slice(0, 1);
  while (done.length < EPOCHS) {
    const [next] = epochsOf(await trainingEvents({}, referenceExecutor(), resumePoint(done)));
    done = [...done, next];
  }
  expect(done[EPOCHS - 1].checkpoint).toEqual(straight[EPOCHS - 1].checkpoint);
});

test('behind its last epoch a training has nothing to do but end', async () => {
  const straight = epochsOf(await trainingEvents({}, referenceExecutor()));
  const events = await trainingEvents({}, referenceExecutor(), resumePoint(straight));
  expect(events.map(({ type }) => type)).toEqual(['start', 'end']);
  expect(events.at(-1)).toMatchObject({ status: 'completed' });
});

test('progress counts from the epoch that was kept', async () => {
  const straight = epochsOf(await trainingEvents({}, referenceExecutor()));
  const from = resumePoint(straight.slice(0, 4));
  const events = await trainingEvents({}, referenceExecutor(), from);
  const [first] = epochsOf(events);
  expect(first.progress).toMatchObject({ epoch: 5, iteration: 35, iterations: 42 });
});

const narrower = {
  layers: cloudsExperiment().model.layers.map((layer, index) =>
    index === 0 ? { ...layer, options: { outFeatures: 4 } } : layer,
  ),
};

describe('a checkpoint of another experiment is refused', () => {
  test.each([
    [
      optimizer('SGD', { momentum: 0.9 }),
      /^The checkpoint holds "optimizer\.\w+\.\d\.\w+", which the experiment has not\.$/,
    ],
    [
      { model: { layers: [{ type: 'Linear', options: { outFeatures: 2 } }] } },
      /^The checkpoint holds "\d\.\w+", which the experiment has not\.$/,
    ],
    [{ model: narrower }, /^"0\.\w+" must have shape \[4.*\]\. The checkpoint's has \[8.*\]\.$/],
  ])('%j', async (changes, message) => {
    const from = resumePoint(epochsOf(await trainingEvents({}, referenceExecutor())).slice(0, 1));
    await expect(trainingEvents(changes, referenceExecutor(), from)).rejects.toMatchObject({
      code: 'invalid-model',
      message: expect.stringMatching(message),
    });
  });
  test('of a smaller one', async () => {
    const sgd = { optimizer: { type: 'SGD', options: { learningRate: 0.1 } } };
    const from = resumePoint(epochsOf(await trainingEvents(sgd, referenceExecutor())).slice(0, 1));
    await expect(trainingEvents({}, referenceExecutor(), from)).rejects.toMatchObject({
      message: expect.stringMatching(/^The checkpoint lacks "optimizer\./),
    });
  });
});
