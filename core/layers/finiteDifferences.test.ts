/**
 * Every layer's derived gradients against central differences in float64: one table of models.
 *
 * A new layer adds a row. The error of a central difference falls with h², that of rounding grows
 * with 1/h; h = 1e-5 leaves about 1e-9 of the largest gradient.
 */
import { expect, test } from 'vitest';
import type { Component, LayerSpec } from '../contract/ModelSpec.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { expectClose } from '../golden/testing/expectClose.ts';
import { lcg } from '../golden/testing/lcg.ts';
import { gradients } from '../graph/gradients.ts';
import { input, multiply, sum } from '../graph/ops.ts';
import { type Program, program } from '../graph/Program.ts';
import type { Shape, Tensor } from '../graph/Tensor.ts';
import { applyModel } from '../model/applyModel.ts';
import { buildModel } from '../model/buildModel.ts';
import { layerDefinitions } from './registry.ts';

const STEP = 1e-5;
const TOLERANCE = 1e-7;
const SAMPLES = 4;
const modes = ['training', 'inference'] as const;
type Mode = (typeof modes)[number];

const layer = (type: string, options: Component['options'] = {}): Component => ({ type, options });
const linear = (outFeatures: number) => layer('Linear', { outFeatures });
const residual = (...layers: LayerSpec[]): LayerSpec => ({ ...layer('Residual'), layers });

/** `scale` of the input: token numbers are not below 1. */
const models: { layers: LayerSpec[]; sample: Shape; scale?: number }[] = [
  { layers: [linear(3)], sample: [5] },
  { layers: [layer('Linear', { outFeatures: 3, bias: false })], sample: [5] },
  { layers: [linear(6), layer('ReLU'), linear(2)], sample: [4] },
  { layers: [linear(6), layer('LeakyReLU', { negativeSlope: 0.1 }), linear(2)], sample: [4] },
  { layers: [linear(4), layer('Sigmoid'), linear(2)], sample: [3] },
  { layers: [linear(4), layer('Tanh'), linear(2)], sample: [3] },
  { layers: [linear(6), layer('ELU', { alpha: 0.7 }), linear(2)], sample: [4] },
  { layers: [linear(6), layer('GELU'), linear(2)], sample: [4] },
  { layers: [linear(6), layer('GELU', { approximate: 'tanh' }), linear(2)], sample: [4] },
  { layers: [linear(6), layer('SiLU'), linear(2)], sample: [4] },
  { layers: [linear(4), layer('Softmax'), linear(2)], sample: [3] },
  { layers: [linear(4), layer('LogSoftmax', { dim: -1 })], sample: [3] },
  { layers: [layer('Softmax', { dim: 2 }), layer('Flatten'), linear(2)], sample: [2, 3, 2] },
  { layers: [linear(3), layer('Identity')], sample: [4] },
  {
    layers: [
      linear(3),
      residual(layer('Tanh'), residual(linear(3), layer('BatchNorm1d')), layer('Dropout')),
    ],
    sample: [4],
  },

  { layers: [layer('Flatten'), linear(2)], sample: [2, 3, 2] },
  { layers: [linear(5), layer('Dropout', { p: 0.4 }), linear(2)], sample: [3] },
  { layers: [linear(5), layer('Dropout', { p: 0.4, scaling: 'classic' }), linear(2)], sample: [3] },
  { layers: [linear(4), layer('BatchNorm1d'), linear(2)], sample: [3] },
  { layers: [layer('BatchNorm1d', { affine: false }), linear(2)], sample: [3] },
  { layers: [layer('BatchNorm1d'), layer('Flatten'), linear(2)], sample: [2, 3] },
  { layers: [layer('Conv2d', { outChannels: 3, kernelSize: 3 })], sample: [2, 5, 4] },
  {
    layers: [
      layer('Conv2d', {
        outChannels: 4,
        kernelSize: [2, 3],
        stride: 2,
        padding: [1, 2],
        groups: 2,
      }),
    ],
    sample: [2, 5, 6],
  },
  {
    layers: [layer('Conv2d', { outChannels: 2, kernelSize: 2, dilation: [1, 2], bias: false })],
    sample: [1, 3, 5],
  },
  {
    layers: [layer('Conv2d', { outChannels: 2, kernelSize: 2 }), layer('BatchNorm2d')],
    sample: [1, 3, 3],
  },
  {
    layers: [
      layer('Conv2d', { outChannels: 2, kernelSize: 1 }),
      layer('MaxPool2d', { kernelSize: 3, stride: 2, padding: 1, ceilMode: true }),
    ],
    sample: [1, 6, 5],
  },
  {
    layers: [
      layer('Conv2d', { outChannels: 2, kernelSize: 1 }),
      layer('AvgPool2d', { kernelSize: 2, padding: 1, countIncludePad: false }),
      layer('AdaptiveAvgPool2d', { outputSize: [2, 1] }),
    ],
    sample: [1, 5, 4],
  },
  { layers: [layer('LayerNorm'), linear(2)], sample: [4] },
  {
    layers: [
      layer('LayerNorm', { normalizedShape: [3], bias: false }),
      layer('Flatten'),
      linear(2),
    ],
    sample: [2, 3],
  },
  // Without a padding token: its gradient is blocked, differences see it. PyTorch's numbers cover it.
  {
    layers: [layer('Embedding', { numEmbeddings: 4, embeddingDim: 3 })],
    sample: [5],
    scale: 4,
  },
  {
    layers: [layer('EmbeddingBag', { numEmbeddings: 4, embeddingDim: 3, paddingIdx: 0 })],
    sample: [5],
    scale: 4,
  },
  {
    layers: [layer('EmbeddingBag', { numEmbeddings: 4, embeddingDim: 3, mode: 'sum' })],
    sample: [5],
    scale: 4,
  },
];

type Values = Record<string, Float64Array>;

interface TracedModel {
  readonly loss: Program;
  /** The gradient of everything differentiable, by name. */
  readonly gradients: Program;
}

/** A loss that is a different quadratic of every output, so that nothing cancels. */
function trace({ layers, sample }: (typeof models)[number], mode: Mode) {
  const model = buildModel({ layers }, sample);
  const x = input('input', [SAMPLES, ...sample]);
  const { output, parameters } = applyModel(model, x, mode);
  const weights = input('weights', output.shape);
  const loss = sum(multiply(multiply(output, output), weights));
  const variables = new Map([['input', x], ...parameters]);
  const derived = gradients(loss, [...variables.values()]);
  const named: Record<string, Tensor> = {};
  for (const [index, name] of [...variables.keys()].entries()) named[name] = derived[index];
  return { loss: program({ loss }), gradients: program(named) } satisfies TracedModel;
}

function valuesFor({ inputs }: Program, scale = 1): Values {
  return Object.fromEntries(
    inputs.map(({ name, shape }, index) => {
      const values = lcg(77 + 13 * index, shape);
      if (name.endsWith('noise')) return [name, values.map((value) => (value < 0.2 ? 1.5 : 0))];
      if (name.endsWith('running_var')) return [name, values.map((value) => Math.abs(value) + 0.5)];
      return [name, name === 'input' ? values.map((value) => scale * value) : values];
    }),
  );
}

/** (f(x + h) − f(x − h)) / 2h for each element of the named input. */
async function centralDifferences(
  loss: (values: Values) => Promise<number>,
  values: Values,
  name: string,
): Promise<number[]> {
  const moved = async (index: number, by: number) => {
    const changed = values[name].slice();
    changed[index] += by;
    return loss({ ...values, [name]: changed });
  };
  const differences: number[] = [];
  for (let index = 0; index < values[name].length; index++) {
    const difference = (await moved(index, STEP)) - (await moved(index, -STEP));
    differences.push(difference / (2 * STEP));
  }
  return differences;
}

type Case = readonly [name: string, model: (typeof models)[number], mode: Mode];

const cases = models.flatMap((model) =>
  modes.map((mode): Case => {
    const types = model.layers.map(({ type }) => type).join(', ');
    return [`${types} of [${model.sample}], ${mode}`, model, mode];
  }),
);

test.each(cases)('gradients of %s', async (_, model, mode) => {
  const traced = trace(model, mode);
  const executor = referenceExecutor({ precision: 'float64' });
  const lossOf = await executor.compile(traced.loss);
  const gradientsOf = await executor.compile(traced.gradients);
  const values = valuesFor(traced.loss, model.scale);
  const needed = Object.fromEntries(
    traced.gradients.inputs.map(({ name }) => [name, values[name]]),
  );
  const loss = async (changed: Values) => (await lossOf.run(changed)).loss[0];

  // Compared all together: a bias in front of a BatchNorm has a gradient of 0, hence no scale.
  const derived: number[] = [];
  const measured: number[] = [];
  for (const [name, gradient] of Object.entries(await gradientsOf.run(needed))) {
    derived.push(...gradient);
    measured.push(...(await centralDifferences(loss, values, name)));
  }
  expectClose('gradients', derived, measured, TOLERANCE);
});

test('every layer stands in the table', () => {
  const checked = new Set(models.flatMap(({ layers }) => layers.map(({ type }) => type)));
  expect([...checked].sort()).toEqual(layerDefinitions.map((one) => one.descriptor.type).sort());
});
