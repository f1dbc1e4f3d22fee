/** Every loss against PyTorch: the mean, the samples apart, and the gradient for the output. */
import { describe, expect, test } from 'vitest';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { expectClose, tolerances } from '../golden/testing/expectClose.ts';
import { lcg, lcgClasses } from '../golden/testing/lcg.ts';
import { precisions, readGolden } from '../golden/testing/readGolden.ts';
import { gradients } from '../graph/gradients.ts';
import { input, mean } from '../graph/ops.ts';
import { program } from '../graph/Program.ts';
import { lossDefinitions } from './registry.ts';
import { sampleLosses } from './sampleLosses.ts';

const { torch, cases } = readGolden('losses');

describe.each(precisions)(`losses equal PyTorch ${torch} in %s`, (precision) => {
  test.each(
    cases.map((golden) => [
      `${golden.loss.type}, ${golden.target} [${golden.outputShape}]`,
      golden,
    ]),
  )('%s', async (_, { loss, target, outputShape, seed, scale, [precision]: expected }) => {
    const [samples, outputs] = outputShape;
    const isClass = target === 'class';
    const output = input('output', outputShape);
    const perSample = sampleLosses(
      loss,
      output,
      input('target', [samples], isClass ? 'int' : 'float'),
    );
    const meanLoss = mean(perSample);
    const [gradient] = gradients(meanLoss, [output]);
    const executable = await referenceExecutor({ precision }).compile(
      program({ loss: meanLoss, perSample, gradient }),
    );
    const actual = await executable.run({
      output: lcg(seed, outputShape, scale),
      target: isClass ? lcgClasses(seed + 1, samples, outputs) : lcg(seed + 1, [samples]),
    });
    for (const name of ['loss', 'perSample', 'gradient'] as const) {
      expectClose(name, actual[name], expected[name], tolerances[precision]);
    }
  });
});

test('every loss has a recorded case', () => {
  const recorded = new Set(cases.map(({ loss }) => loss.type));
  expect([...recorded].sort()).toEqual(lossDefinitions.map((one) => one.descriptor.type).sort());
});
