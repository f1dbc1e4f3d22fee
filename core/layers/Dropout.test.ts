import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Component } from '../contract/ModelSpec.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { expectClose } from '../golden/testing/expectClose.ts';
import { input } from '../graph/ops.ts';
import { program } from '../graph/Program.ts';
import { applyModel } from '../model/applyModel.ts';
import { buildModel } from '../model/buildModel.ts';
import { fillBernoulli } from '../random/fill.ts';
import { randomAt } from '../random/randomAt.ts';

const WIDTH = 8;
const DRAWS = 4000;

type Scaling = 'inverted' | 'classic';

function trace(p: number, scaling: Scaling, mode: 'training' | 'inference', samples: number) {
  const layers: Component[] = [
    { type: 'Dropout', options: { p, scaling } },
    { type: 'Linear', options: { outFeatures: 1 } },
  ];
  const model = buildModel({ layers }, [WIDTH]);
  return applyModel(
    { ...model, layers: model.layers.slice(0, 1) },
    input('input', [samples, WIDTH]),
    mode,
  );
}

async function run(
  p: number,
  scaling: Scaling,
  mode: 'training' | 'inference',
  x: Float32Array,
  seed = 0,
) {
  const samples = x.length / WIDTH;
  const { output, noise } = trace(p, scaling, mode, samples);
  const inputs: Record<string, Float32Array> = { input: x };
  for (const { name, keep, value } of noise) {
    inputs[name] = new Float32Array(samples * WIDTH);
    fillBernoulli(randomAt({ seed, stream: 'dropout' }), inputs[name], keep, value);
  }
  const executable = await referenceExecutor().compile(program({ output }));
  return (await executable.run(inputs)).output;
}

/** The same sample many times over, so that a column's mean estimates the expected output. */
function repeated(sample: readonly number[]): Float32Array {
  return Float32Array.from({ length: DRAWS * WIDTH }, (_, index) => sample[index % WIDTH]);
}

function columnMeans(values: ArrayLike<number>): number[] {
  const means = new Array<number>(WIDTH).fill(0);
  for (let index = 0; index < values.length; index++) means[index % WIDTH] += values[index] / DRAWS;
  return means;
}

const probability = fc.double({ min: 0, max: 0.9, noNaN: true });
const sample = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
  minLength: WIDTH,
  maxLength: WIDTH,
});
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test.each(['inverted', 'classic'] as const)(
  '%s: the expected output in training is the output at inference',
  async (scaling) => {
    await fc.assert(
      fc.asyncProperty(probability, sample, seed, async (p, x, from) => {
        const expected = await run(p, scaling, 'inference', Float32Array.from(x));
        const means = columnMeans(await run(p, scaling, 'training', repeated(x), from));
        for (const [column, mean] of means.entries()) {
          // Six standard errors of a mean over the draws.
          const factor = scaling === 'inverted' ? 1 / (1 - p) : 1;
          const deviation = Math.abs(x[column]) * factor * Math.sqrt(p * (1 - p));
          const bound = (6 * deviation) / Math.sqrt(DRAWS) + 1e-5;
          expect(Math.abs(mean - expected[column])).toBeLessThan(bound);
        }
      }),
      { numRuns: 30, seed: 2014 },
    );
  },
);

test('classic is inverted times 1 − p, for the same mask and at inference', async () => {
  const [p, keep] = [0.25, 0.75];
  const x = repeated([1, -2, 0.5, 4, 0, 3, -1, 2]);
  for (const mode of ['training', 'inference'] as const) {
    const inverted = await run(p, 'inverted', mode, x, 5);
    const classic = await run(p, 'classic', mode, x, 5);
    const scaled = Array.from(inverted, (value) => keep * value);
    expectClose(mode, classic, scaled, 1e-6);
  }
});

test('p = 0 asks for no noise', () => {
  expect(trace(0, 'inverted', 'training', 2).noise).toEqual([]);
});

test('the noise names its distribution', () => {
  const shape = [2, WIDTH];
  expect(trace(0.2, 'inverted', 'training', 2).noise).toEqual([
    { name: '0.noise', shape, keep: 0.8, value: 1.25 },
  ]);
  expect(trace(0.2, 'classic', 'training', 2).noise).toEqual([
    { name: '0.noise', shape, keep: 0.8, value: 1 },
  ]);
});
