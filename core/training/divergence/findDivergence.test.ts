/** Each way in which a training breaks, and the place in the network that is named for it. */
import * as ort from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import type { GuardFinding } from '../../contract/GuardFinding.ts';
import { GuardFinding as Schema } from '../../contract/GuardFinding.ts';
import type { TableDataset } from '../../data/Dataset.ts';
import type { Executor } from '../../executors/Executor.ts';
import { onnxExecutor } from '../../executors/onnx/OnnxExecutor.ts';
import { referenceExecutor } from '../../executors/reference/ReferenceExecutor.ts';
import type { TrainingEvent } from '../TrainingEvent.ts';
import { clouds, cloudsExperiment } from '../testing/clouds.ts';
import { train } from '../train.ts';

const layer = (type: string, options: Record<string, unknown> = {}) => ({ type, options });
const linear = (outFeatures: number) => layer('Linear', { outFeatures });

interface Broken {
  readonly finding: GuardFinding | undefined;
  readonly error: unknown;
}

async function breakdown(
  changes: Record<string, unknown>,
  { dataset = clouds(200), executor = onnxExecutor(ort) as Executor } = {},
): Promise<Broken> {
  const events: TrainingEvent[] = [];
  let now = 0;
  try {
    const spec = cloudsExperiment(changes);
    for await (const event of train({ spec, dataset, executor, now: () => now++ })) {
      events.push(event);
    }
  } catch (error) {
    const told = events.flatMap((event) => (event.type === 'divergence' ? event.findings : []));
    return { finding: told[0], error };
  }
  throw new Error('It did not diverge.');
}

function withFeature(index: number, value: number): TableDataset {
  const dataset = clouds(200);
  const values = Float32Array.from(dataset.values);
  for (let sample = 0; sample < dataset.samples; sample++) values[2 * sample + index] = value;
  return { ...dataset, values };
}

const bothFeatures = (value: number): TableDataset => ({
  ...clouds(200),
  values: new Float32Array(400).fill(value),
});

const plain = { layers: [linear(8), layer('ReLU'), linear(8), layer('ReLU'), linear(2)] };
const unscaled = { preprocessing: { normalization: 'none' } };

describe.each([
  ['reference', referenceExecutor({ precision: 'float32' })],
  ['onnx', onnxExecutor(ort)],
] as const)('%s', (_, executor) => {
  test('a learning rate far too large: what grew before is named with its numbers', async () => {
    const changes = {
      ...unscaled,
      model: plain,
      optimizer: layer('SGD', { learningRate: 1e6 }),
      training: { batchSize: 16, epochs: 20 },
    };
    const { finding, error } = await breakdown(changes, { executor });
    expect(finding).toMatchObject({ lastEpoch: finding?.epoch, remedies: expect.any(Array) });
    expect(Schema.parse(finding)).toEqual(finding);
    expect(finding?.layer).not.toBeNull();
    expect(finding?.remedies.map(({ code }) => code)).toContain('lower-learning-rate');
    expect(error).toMatchObject({
      code: 'diverged',
      message: expect.stringContaining(finding?.text.en ?? '?'),
      where: `model.layers[${finding?.layer}]`,
    });
  });

  test('a division by zero forward: LayerNorm without epsilon on equal values', async () => {
    const changes = {
      ...unscaled,
      model: { layers: [layer('LayerNorm', { eps: 1e-50 }), linear(4), layer('ReLU'), linear(2)] },
      training: { batchSize: 16, epochs: 1 },
    };
    const dataset = bothFeatures(3);
    const { finding } = await breakdown(changes, { dataset, executor });
    expect(finding).toMatchObject({
      kind: 'not-finite',
      epoch: 1,
      iteration: 1,
      layer: [0],
      layerType: 'LayerNorm',
      text: {
        en: 'In iteration 1 the output of layer 0 (LayerNorm) holds the first value that is not finite.',
      },
    });
    expect(finding?.remedies[0].code).toBe('raise-epsilon');
  });

  test('a division by zero in the loss: every class of a minibatch weighs nothing', async () => {
    const loss = layer('CrossEntropyLoss', { weight: [1e-50, 1e-50] });
    const { finding, error } = await breakdown({ loss, model: plain }, { executor });
    expect(finding).toMatchObject({ kind: 'not-finite', iteration: 1, layer: null, tensor: null });
    expect(finding?.text.en).toContain('the loss holds the first value');
    expect(error).toMatchObject({ where: 'iteration 1' });
  });

  test('bad input: a feature that is infinite, or too large for what multiplies it', async () => {
    const infinite = withFeature(1, Number.POSITIVE_INFINITY);
    const broken = await breakdown(unscaled, { dataset: infinite, executor });
    expect(broken.finding).toMatchObject({ kind: 'not-finite', layer: null });
    expect(broken.finding?.text.en).toContain('the input holds the first value');
    expect(broken.finding?.remedies.map(({ code }) => code)).toEqual(['scale-features']);
    expect(broken.error).toMatchObject({ hint: expect.stringContaining('Scale the features') });

    const wide = { ...unscaled, model: { layers: [linear(64), linear(2)] } };
    const huge = await breakdown(wide, { dataset: bothFeatures(3.4e38), executor });
    expect(huge.finding?.kind).toBe('not-finite');
    expect(huge.finding?.layerType).toBe('Linear');
  });

  test('the update alone: the parameter that no longer holds a number', async () => {
    const changes = {
      optimizer: layer('SGD', { learningRate: 1e39 }),
      training: { batchSize: 120, epochs: 1 },
    };
    const { finding } = await breakdown(changes, { executor });
    expect(finding).toMatchObject({ layer: [0], tensor: '0.weight', iteration: 1 });
  });
});

test('a loss over its limit with finite numbers: the layer that grew most', async () => {
  const { finding } = await breakdown({
    optimizer: layer('Adam', { learningRate: 1000 }),
    training: { batchSize: 16, epochs: 50 },
  });
  expect(finding).toMatchObject({ kind: 'exploding-loss', numbers: { learningRate: 1000 } });
  const { from, to } = finding?.numbers ?? {};
  expect(to).toBeGreaterThan(10 * from);
});

test('is the same each time, and whatever the length of chunks', async () => {
  const changes = {
    ...unscaled,
    model: plain,
    optimizer: layer('SGD', { learningRate: 30 }),
    training: { batchSize: 2, epochs: 20 },
  };
  const [first, second] = [await breakdown(changes), await breakdown(changes)];
  expect(second.finding).toEqual(first.finding);
});

test('the minibatch left over at the end of an epoch is searched too', async () => {
  const dataset = clouds(200);
  const changes = {
    optimizer: layer('SGD', { learningRate: 1e39 }),
    training: { batchSize: 119, epochs: 1, dropLast: false },
    model: { layers: [linear(4), layer('ReLU'), linear(2)] },
  };
  const { finding } = await breakdown(changes, { dataset });
  expect(finding?.kind).toBe('not-finite');
});
