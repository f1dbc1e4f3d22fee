/** What is seen inside a network equals what PyTorch's hooks see in the same one. */
import * as ort from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import type { ActivationStatistics } from '../../contract/LayerStatistics.ts';
import { epochOrder } from '../../data/epochOrder.ts';
import type { Executor } from '../../executors/Executor.ts';
import { onnxExecutor } from '../../executors/onnx/OnnxExecutor.ts';
import { referenceExecutor } from '../../executors/reference/ReferenceExecutor.ts';
import { type Precision, readGolden } from '../../golden/testing/readGolden.ts';
import { prepareExperiment } from '../prepareExperiment.ts';
import { inspectedCheckpoint, inspectedData, inspectedSpec } from '../testing/inspectedNetwork.ts';
import { weightDecayPenalty } from '../weightDecayPenalty.ts';
import { layerStatistics } from './layerStatistics.ts';

const { torch, cases } = readGolden('layerStatistics');
const [golden] = cases;

const measure = (executor: Executor) =>
  layerStatistics({
    spec: inspectedSpec,
    dataset: inspectedData,
    executor,
    checkpoint: inspectedCheckpoint(),
    iteration: 2,
    learningRate: 0.125,
  });

const executors: readonly [string, Executor, Precision, number][] = [
  ['reference float32', referenceExecutor({ precision: 'float32' }), 'float32', 1e-5],
  ['reference float64', referenceExecutor({ precision: 'float64' }), 'float64', 1e-9],
  ['onnx', onnxExecutor(ort), 'float32', 1e-5],
];

function expectNear(name: string, actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected), name).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

describe.each(executors)(`PyTorch ${torch}: %s`, (_, executor, precision, tolerance) => {
  const expected = golden[precision];

  test('loss and the norm of the whole gradient', async () => {
    const { loss, gradientNorm, samples } = await measure(executor);
    expectNear('loss', loss, expected.loss, tolerance);
    expectNear('gradientNorm', gradientNorm, expected.gradientNorm, tolerance);
    expect(samples).toBe(inspectedSpec.training.batchSize);
  });

  test('every layer, those inside a Residual too', async () => {
    const { layers } = await measure(executor);
    expect(layers.map(({ path }) => path.join('.'))).toEqual([
      '0',
      '1',
      '2',
      '2.0',
      '2.1',
      '3',
      '4',
    ]);
    const names = ['mean', 'standardDeviation', 'minimum', 'maximum', 'zeros', 'gradientNorm'];
    for (const { path, activation } of layers) {
      const place = path.join('.');
      const { counts, dead, saturated, ...numbers } = expected.layers[place];
      expect(Object.keys(numbers).sort()).toEqual([...names].sort());
      for (const [name, value] of Object.entries(numbers)) {
        const measured = activation[name as keyof ActivationStatistics] as number;
        expectNear(`${place} ${name}`, measured, value, tolerance);
      }
      expect(activation.histogram.counts, place).toEqual(counts);
      expect(activation.deadUnits?.dead).toBe(dead);
      expect(activation.saturated ?? undefined).toBe(saturated);
      expect(activation.notFinite).toBe(0);
    }
    expect(layers[1].activation.deadUnits).toEqual({ dead: 2, units: 6 });
  });

  test('every parameter with its next update', async () => {
    const { layers } = await measure(executor);
    const measured = layers.flatMap(({ parameters }) => parameters);
    expect(measured.map(({ name }) => name).sort()).toEqual(
      Object.keys(expected.parameters).sort(),
    );
    for (const one of measured) {
      for (const [name, value] of Object.entries(expected.parameters[one.name])) {
        const actual = one[name as keyof typeof one] as number;
        // A difference of float32 weights has lost digits that no one computes alike.
        const isUpdate = name.startsWith('update') && precision === 'float32';
        expectNear(`${one.name} ${name}`, actual, value, isUpdate ? 2e-5 : tolerance);
      }
      const counted = one.gradients.counts.reduce((total, count) => total + count, 0);
      expect(counted).toBe(one.shape.reduce((product, size) => product * size, 1));
    }
  });

  test('the simple noise scale', async () => {
    const { gradientNoise } = await measure(executor);
    const { squaredGradient, variance } = expected.gradientNoise;
    expect(gradientNoise?.minibatches).toBe(2);
    expectNear('|G|²', gradientNoise!.squaredGradient, squaredGradient, 10 * tolerance);
    expectNear('tr(Σ)', gradientNoise!.variance, variance, 10 * tolerance);
    expectNear('scale', gradientNoise!.scale, variance / squaredGradient, 10 * tolerance);
  });
});

test('the recorded order of the samples is that of the first epoch', () => {
  const { train } = prepareExperiment(inspectedSpec, inspectedData).splits;
  expect([...epochOrder(train, inspectedSpec.seed, 1)]).toEqual(golden.order);
});

test('the penalty of weight decay equals PyTorch’s', () => {
  const { parameters } = prepareExperiment(inspectedSpec, inspectedData).model;
  const penaltyWith = (type: string, options: Record<string, number | string>) =>
    weightDecayPenalty({ type, options }, parameters, inspectedCheckpoint());
  const { penalty } = golden.float64;
  expectNear('penalty', penaltyWith('SGD', { weightDecay: 0.01 })!, penalty, 1e-12);
  const biases = penaltyWith('Adam', { weightDecay: 0.01, weightDecayOn: 'all' })! - penalty;
  // Two biases of −16 among those that decay too.
  expect(biases).toBeGreaterThan(0.005 * 2 * 256);
  expect(penaltyWith('SGD', {})).toBeNull();
  expect(penaltyWith('AdamW', { weightDecay: 0.01 })).toBeNull();
});

test('a checkpoint of another experiment is refused', async () => {
  const { '0.bias': _, ...rest } = inspectedCheckpoint();
  const measured = layerStatistics({
    spec: inspectedSpec,
    dataset: inspectedData,
    executor: referenceExecutor(),
    checkpoint: rest,
    iteration: 2,
    learningRate: 0.125,
  });
  await expect(measured).rejects.toMatchObject({ code: 'invalid-model', where: 'checkpoint' });
});
