/** Every layer against PyTorch: output, all gradients and buffers, in both modes. */
import { describe, expect, test } from 'vitest';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { expectClose, tolerances } from '../golden/testing/expectClose.ts';
import { lcg } from '../golden/testing/lcg.ts';
import { optionsWithoutGolden } from '../golden/testing/optionsWithoutGolden.ts';
import {
  type LayerGolden,
  type Precision,
  precisions,
  readGolden,
} from '../golden/testing/readGolden.ts';
import { gradients } from '../graph/gradients.ts';
import { input, multiply, sum } from '../graph/ops.ts';
import { program } from '../graph/Program.ts';
import type { Tensor } from '../graph/Tensor.ts';
import { applyModel } from '../model/applyModel.ts';
import { buildLayer } from '../model/buildModel.ts';
import { layerDefinitions } from './registry.ts';

const { torch, cases } = readGolden('layers');

/** Output, the gradients of sum(output · cotangent), and what the buffers become, by name. */
async function compute(golden: LayerGolden, precision: Precision) {
  const { layer, inputShape, mode, seed, scale } = golden;
  const built = buildLayer(layer, inputShape.slice(1), [0]);
  const model = {
    inputShape: inputShape.slice(1),
    outputShape: built.layer.outputShape,
    layers: [built.layer],
    parameters: built.parameters,
    buffers: built.buffers,
  };
  const x = input('x', inputShape);
  const applied = applyModel(model, x, mode);
  const { output, parameters, bufferUpdates } = applied;
  const loss = sum(multiply(output, input('cotangent', output.shape)));
  const [inputGradient, ...parameterGradients] = gradients(loss, [x, ...parameters.values()]);
  const outputs: Record<string, Tensor> = { output, inputGradient };
  for (const [index, name] of [...parameters.keys()].entries()) {
    outputs[`gradient ${name}`] = parameterGradients[index];
  }
  for (const [name, tensor] of bufferUpdates) outputs[`buffer ${name}`] = tensor;
  const traced = program(outputs);

  const given: Record<string, Float64Array> = {
    x: lcg(seed, inputShape, scale),
    cotangent: lcg(seed + 50, output.shape),
    '0.noise': Float64Array.from(golden[precision].noise ?? []),
  };
  for (const [name, values] of Object.entries(golden[precision].given)) {
    given[`0.${name}`] = Float64Array.from(values);
  }
  const executable = await referenceExecutor({ precision }).compile(traced);
  return executable.run(Object.fromEntries(traced.inputs.map(({ name }) => [name, given[name]])));
}

describe.each(precisions)(`layers equal PyTorch ${torch} in %s`, (precision) => {
  test.each(
    cases.map((golden) => [
      `${golden.layer.type} ${JSON.stringify(golden.layer.options)} of [${golden.inputShape}], ${golden.mode}`,
      golden,
    ]),
  )('%s', async (_, golden) => {
    const expected = golden[precision];
    const actual = await compute(golden, precision);
    const check = (name: string, values: readonly number[]) =>
      expectClose(name, actual[name], values, tolerances[precision]);
    check('output', expected.output);
    check('inputGradient', expected.inputGradient);
    for (const [name, values] of Object.entries(expected.gradients)) {
      check(`gradient 0.${name}`, values);
    }
    if (golden.mode === 'inference') return;
    for (const [name, values] of Object.entries(expected.buffers)) {
      check(`buffer 0.${name}`, values);
    }
  });
});

test('every layer has a recorded case', () => {
  const recorded = new Set(cases.map(({ layer }) => layer.type));
  expect([...recorded].sort()).toEqual(layerDefinitions.map((one) => one.descriptor.type).sort());
  const specs = cases.map(({ layer }) => layer);
  expect(optionsWithoutGolden(layerDefinitions, specs)).toEqual([]);
});
