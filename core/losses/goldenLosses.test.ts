/** Every loss against PyTorch: the mean, the samples apart, and the gradient for the output. */
import { describe, expect, test } from 'vitest';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { expectClose, tolerances } from '../golden/testing/expectClose.ts';
import { lcg, lcgClasses } from '../golden/testing/lcg.ts';
import { optionsWithoutGolden } from '../golden/testing/optionsWithoutGolden.ts';
import { type LossGolden, precisions, readGolden } from '../golden/testing/readGolden.ts';
import { gradients } from '../graph/gradients.ts';
import { input } from '../graph/ops.ts';
import { program } from '../graph/Program.ts';
import { lossDefinitions } from './registry.ts';
import { meanLoss, sampleLosses } from './sampleLosses.ts';

const { torch, cases } = readGolden('losses');

/** 0 and 1 for `binary`, as in scripts/recordPytorch.py. */
function numberTargets({ target, outputShape, seed }: LossGolden): Float64Array {
  const values = lcg(seed + 1, [outputShape[0]]);
  return target === 'binary' ? values.map((value) => Number(value >= 0)) : values;
}

describe.each(precisions)(`losses equal PyTorch ${torch} in %s`, (precision) => {
  test.each(
    cases.map((golden) => [
      `${golden.loss.type} ${JSON.stringify(golden.loss.options)}, ${golden.target} [${golden.outputShape}]`,
      golden,
    ]),
  )('%s', async (_, golden) => {
    const { loss, target, outputShape, seed, scale, [precision]: expected } = golden;
    const [samples, outputs] = outputShape;
    const isClass = target === 'class';
    const output = input('output', outputShape);
    const expectedTarget = input('target', [samples], isClass ? 'int' : 'float');
    const sampled = sampleLosses(loss, output, expectedTarget);
    const mean = meanLoss(sampled);
    const [gradient] = gradients(mean, [output]);
    const executable = await referenceExecutor({ precision }).compile(
      program({ loss: mean, perSample: sampled.losses, gradient }),
    );
    const actual = await executable.run({
      output: lcg(seed, outputShape, scale),
      target: isClass ? lcgClasses(seed + 1, samples, outputs) : numberTargets(golden),
    });
    for (const name of ['loss', 'perSample', 'gradient'] as const) {
      expectClose(name, actual[name], expected[name], tolerances[precision]);
    }
  });
});

test('every loss has a recorded case', () => {
  const recorded = new Set(cases.map(({ loss }) => loss.type));
  expect([...recorded].sort()).toEqual(lossDefinitions.map((one) => one.descriptor.type).sort());
  const components = cases.map(({ loss }) => loss);
  expect(optionsWithoutGolden(lossDefinitions, components)).toEqual([]);
});
