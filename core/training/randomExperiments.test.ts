/**
 * The promise of checkExperiment, on experiments that nobody would write: what it calls trainable
 * trains to the end or diverges, and what it refuses has a place.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { ExperimentReport } from '../contract/ExperimentReport.ts';
import { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { GuardFinding } from '../contract/GuardFinding.ts';
import { LayerStatistics } from '../contract/LayerStatistics.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Dataset } from '../data/Dataset.ts';
import { infoOf } from '../data/testing/infoOf.ts';
import { tinyImages, tinyRegression, tinyTable } from '../data/testing/tinyDatasets.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { initializationDefinitions } from '../initializations/registry.ts';
import { lossDefinitions } from '../losses/registry.ts';
import { optimizerDefinitions } from '../optimizers/registry.ts';
import { scheduleDefinitions } from '../schedules/registry.ts';
import { checkExperiment } from './checkExperiment.ts';
import { layerStatistics } from './inspection/layerStatistics.ts';
import type { TrainingEvent } from './TrainingEvent.ts';
import { train } from './train.ts';

const anyDataset = fc.oneof(
  fc.integer({ min: 3, max: 40 }).map((samples) => tinyTable(samples)),
  fc.integer({ min: 3, max: 40 }).map(tinyRegression),
  fc.integer({ min: 3, max: 40 }).map(tinyImages),
);

const component = (type: string, options: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc
    .record(options, { requiredKeys: [] })
    .map((chosen) => ({ type, options: chosen }) as Component);

/** Mostly what is allowed, now and then what is not. */
const mostly = <T>(allowed: readonly T[], refused: T) =>
  fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...allowed) }, fc.constant(refused));

/** Whatever the catalog holds beside those that are drawn with options of their own. */
const oneOf = (
  definitions: readonly { readonly descriptor: ComponentDescriptor }[],
  ...others: readonly string[]
) => {
  const types = definitions.map(({ descriptor }) => descriptor.type);
  return fc.constantFrom(...types.filter((type) => !others.includes(type)));
};

const width = fc.integer({ min: 1, max: 5 });
const anyLayer = fc.oneof(
  width.map((outFeatures): Component => ({ type: 'Linear', options: { outFeatures } })),
  component('BatchNorm1d', { affine: fc.boolean(), momentum: mostly([0.1, 1], 0) }),
  component('Dropout', {
    p: mostly([0, 0.5, 0.999], 1),
    scaling: fc.constantFrom('inverted', 'classic'),
  }),
  component('LeakyReLU', { negativeSlope: fc.constantFrom(0, 0.01, 1) }),
  mostly(['ReLU', 'Sigmoid', 'Tanh', 'Flatten', 'LayerNorm', 'Softmax'], 'Softmox').chain((type) =>
    component(type),
  ),
);

const learningRate = mostly([1e-4, 0.01, 1, 1e4, 1e30], 0);
const weightDecay = fc.constantFrom(0, 0.1, 1e20);
const weightDecayOn = fc.constantFrom('weights', 'all');
const anyOptimizer = fc.oneof(
  component('SGD', {
    learningRate,
    weightDecay,
    weightDecayOn,
    momentum: fc.constantFrom(0, 0.9),
    dampening: fc.constantFrom(0, 0.5),
    nesterov: mostly([false], true),
  }),
  component('Adam', { learningRate, weightDecay, weightDecayOn, betas: fc.constant([0, 0.999]) }),
  oneOf(optimizerDefinitions, 'SGD', 'Adam').chain((type) =>
    component(type, { learningRate, weightDecay, weightDecayOn }),
  ),
);

const anySchedule = fc.oneof(
  oneOf(scheduleDefinitions, 'StepLR', 'MultiStepLR', 'ReduceLROnPlateau').chain((type) =>
    component(type),
  ),
  component('StepLR', { stepSize: mostly([1, 2], 0) }),
  component('MultiStepLR', { milestones: mostly([[1], [1, 2]], [2, 1]) }),
  component('ReduceLROnPlateau', { patience: fc.constantFrom(0, 1) }),
);
const anyWarmup = component('LinearLR', {
  length: fc.integer({ min: 1, max: 8 }),
  unit: fc.constantFrom('epochs', 'iterations', 'iterations', 'iterations'),
});
const anyClipping = mostly(['ClipGradNorm', 'ClipGradValue'], 'Clip').chain((type) =>
  component(type),
);
const anyInitialization = oneOf(initializationDefinitions).chain((type) => component(type));
const anyLoss = fc.oneof(
  oneOf(lossDefinitions, 'CrossEntropyLoss').chain((type) => component(type)),
  component('CrossEntropyLoss', {
    labelSmoothing: fc.constantFrom(0, 0.1),
    weight: fc.constantFrom([], [1, 2]),
  }),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const anyShare = mostly([0.2, 0.3, 0.4], 0.7);
const anyChanges = fc.record({
  split: fc.record({
    validation: anyShare,
    test: fc.oneof(anyShare, fc.constant(0)),
    stratified: fc.boolean(),
  }),
  preprocessing: fc.record({ normalization: fc.constantFrom('standardize', 'minMax', 'none') }),
  loss: anyLoss,
  schedule: anySchedule,
  warmup: maybe(anyWarmup),
  initialization: anyInitialization,
  optimizer: anyOptimizer,
  training: fc.record({
    batchSize: fc.integer({ min: 1, max: 12 }),
    epochs: fc.integer({ min: 1, max: 2 }),
    dropLast: fc.boolean(),
    gradientClipping: maybe(anyClipping),
  }),
  seed: fc.integer({ min: 0, max: 0xffff_ffff }),
});

/**
 * Most of them end in the outputs that the dataset asks for: else hardly any would be trainable.
 */
const anyExperiment = fc
  .record({
    dataset: anyDataset,
    layers: fc.array(anyLayer, { maxLength: 4 }),
    isFitted: mostly([true], false),
    changes: anyChanges,
  })
  .map(({ dataset, layers, isFitted, changes }) => {
    const { target } = dataset;
    const outFeatures = target.kind === 'class' ? target.labels.length : 1;
    const first: Component[] = dataset.kind === 'image' ? [{ type: 'Flatten', options: {} }] : [];
    const fitted = [...first, ...layers, { type: 'Linear', options: { outFeatures } }];
    const model = { layers: isFitted || layers.length === 0 ? fitted : layers };
    const document = { format: 'descent-experiment', version: 1, name: 'any', dataset: 'any' };
    return { dataset, spec: ExperimentSpec.parse({ ...document, model, ...changes }) };
  });

type EpochEvent = Extract<TrainingEvent, { type: 'epoch' }>;

/** Every layer and parameter can be read, and the guards agree on the gradient's norm. */
async function looksInside(spec: ExperimentSpec, dataset: Dataset, last: EpochEvent) {
  const { checkpoint, metrics } = last;
  const { iteration, learningRate } = metrics;
  const given = { spec, dataset, checkpoint, iteration, learningRate };
  const measured = await layerStatistics({ ...given, executor: referenceExecutor() });
  LayerStatistics.omit({ run: true, epoch: true }).parse(measured);
  const names = measured.layers.flatMap(({ parameters }) => parameters.map(({ name }) => name));
  expect(names.filter((name) => !(name in checkpoint))).toEqual([]);
  expect(metrics.gradientNorm).not.toBeNull();
}

/** Whether the training came to its end; false when it diverged. */
async function trains(
  spec: ExperimentSpec,
  dataset: Dataset,
  report: ExperimentReport,
): Promise<boolean> {
  const executor = referenceExecutor();
  const options = { spec, dataset, executor, now: () => 0 };
  let iterations = 0;
  let last: EpochEvent | null = null;
  try {
    for await (const event of train(options)) {
      if (event.type === 'start') expect(event).toMatchObject(announced(report));
      if (event.type === 'iterations') iterations += event.points.length;
      if (event.type === 'epoch') expect(event.metrics.iteration).toBe(iterations);
      if (event.type === 'epoch') last = event;
      if (event.type === 'divergence') GuardFinding.array().length(1).parse(event.findings);
    }
    if (last) await looksInside(spec, dataset, last);
  } catch (error) {
    if (error instanceof StudioError && error.code === 'diverged') return false;
    throw error;
  }
  expect(iterations).toBe(report.iterations);
  return true;
}

const announced = ({ splits, parameters, iterations, iterationsPerEpoch }: ExperimentReport) => ({
  splits,
  parameters,
  iterations,
  iterationsPerEpoch,
});

test('what is trainable trains or diverges; what is not says where (seed 11)', async () => {
  const seen = { completed: 0, diverged: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(anyExperiment, async ({ dataset, spec }) => {
      const report = checkExperiment(spec, infoOf(dataset));
      const errors = report.problems.filter(({ severity }) => severity === 'error');
      expect(report.trainable).toBe(errors.length === 0);
      for (const { where, message } of report.problems) {
        expect(where).toMatch(/^(split|model|loss|optimizer|schedule|warmup|training)\b/);
        expect(message).toMatch(/\.$/);
      }
      if (!report.trainable) seen.refused += 1;
      else if (await trains(spec, dataset, report)) seen.completed += 1;
      else seen.diverged += 1;
    }),
    { numRuns: 800, seed: 11 },
  );
  // The generator is worth something only while it reaches all three.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(40);
});
