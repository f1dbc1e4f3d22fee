/** What the guards say of networks that were broken on purpose, and that sound ones go unnoticed. */
import * as ort from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import { GuardFinding } from '../../contract/GuardFinding.ts';
import { onnxExecutor } from '../../executors/onnx/OnnxExecutor.ts';
import { referenceExecutor } from '../../executors/reference/ReferenceExecutor.ts';
import { initializeModel } from '../../model/initializeModel.ts';
import { layerStatistics } from '../inspection/layerStatistics.ts';
import { prepareExperiment } from '../prepareExperiment.ts';
import type { Checkpoint } from '../TrainingEvent.ts';
import { clouds, cloudsExperiment } from '../testing/clouds.ts';
import { createGuards } from './Guards.ts';

const dataset = clouds(400);
const place = { epoch: 5, iteration: 75, learningRate: 0.01 };
const layer = (type: string, options: Record<string, unknown> = {}) => ({ type, options });
const linear = (outFeatures: number) => layer('Linear', { outFeatures });

const specOf = (layers: readonly unknown[]) =>
  ExperimentSpec.parse({
    ...cloudsExperiment({ model: { layers } }),
    optimizer: { type: 'SGD', options: { learningRate: 0.01 } },
  });

function weightsOf(spec: ExperimentSpec, change: (name: string, data: Float32Array) => void) {
  const { model } = prepareExperiment(spec, dataset);
  const initial = initializeModel(model, spec.seed, spec.initialization);
  const entries = [...model.parameters, ...model.buffers].map(({ name, shape }) => {
    const data = initial[name].slice();
    change(name, data);
    return [name, { shape, data }];
  });
  return Object.fromEntries(entries) as Checkpoint;
}

const rectified = specOf([linear(10), layer('ReLU'), linear(2)]);
const dying = weightsOf(rectified, (name, data) => {
  if (name === '0.bias') data.fill(-100, 0, 7);
});
const sound = weightsOf(rectified, () => undefined);

describe.each([
  ['reference', referenceExecutor()],
  ['onnx', onnxExecutor(ort)],
] as const)('%s', (_, executor) => {
  const look = async (spec: ExperimentSpec, checkpoint: Checkpoint, at = place) => {
    const prepared = prepareExperiment(spec, dataset);
    const guards = createGuards({ spec, dataset, prepared, executor });
    try {
      return await guards.look(checkpoint, at);
    } finally {
      await guards.dispose();
    }
  };

  test('units that are off for the whole minibatch are counted and named', async () => {
    const reading = await look(rectified, dying);
    expect(reading?.findings).toHaveLength(1);
    const [finding] = reading!.findings;
    expect(GuardFinding.parse(finding)).toEqual(finding);
    expect(finding).toMatchObject({
      kind: 'dead-units',
      epoch: 5,
      lastEpoch: 5,
      layer: [1],
      layerType: 'ReLU',
      numbers: { units: 10, samples: 64 },
    });
    expect(finding.numbers.dead).toBeGreaterThanOrEqual(7);
    expect(finding.text.en).toMatch(/^\d+ % of the units of layer 1 \(ReLU\) were off for all 64/);
    expect(finding.remedies.map(({ code }) => code)).toContain('use-leaky-relu');
  });

  test('a sound network is left in peace', async () => {
    expect((await look(rectified, sound))?.findings).toEqual([]);
  });

  test('many Sigmoids in a row let the gradient vanish, as many ReLUs do not', async () => {
    const stack = (type: string) =>
      specOf([...Array.from({ length: 6 }, () => [linear(8), layer(type)]).flat(), linear(2)]);
    const kinds = async (type: string) => {
      const spec = stack(type);
      const reading = await look(
        spec,
        weightsOf(spec, () => undefined),
      );
      return reading?.findings.map((one) => [one.kind, one.layer, one.tensor]);
    };
    expect(await kinds('Sigmoid')).toEqual([['vanishing-gradients', [0], '0.weight']]);
    expect(await kinds('LeakyReLU')).toEqual([]);
  });

  test('the gradient’s norm is that of the layer statistics on the same minibatch', async () => {
    const spec = { ...rectified, training: { ...rectified.training, batchSize: 64 } };
    const given = { spec, dataset, executor, checkpoint: sound, iteration: 0, learningRate: 0.1 };
    const { gradientNorm } = await layerStatistics(given);
    expect((await look(spec, sound))?.gradientNorm).toBeCloseTo(gradientNorm, 5);
  });
});

test('looks are as rare as it takes to stay below 2 % of the samples trained on', async () => {
  const spec = { ...rectified, training: { ...rectified.training, epochs: 100 } };
  const prepared = prepareExperiment(spec, dataset);
  const guards = createGuards({ spec, dataset, prepared, executor: referenceExecutor() });
  const looked: number[] = [];
  for (let epoch = 1; epoch <= 100; epoch++) {
    if (await guards.look(sound, { ...place, epoch })) looked.push(epoch);
  }
  // A look at 64 samples counts as training on 128; an epoch has 240, so 27 epochs make 50 times that.
  expect(prepared.splits.train.length).toBe(240);
  expect(looked).toEqual([27, 54, 81, 100]);
});
