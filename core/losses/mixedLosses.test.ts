/** The loss of mixed samples against PyTorch, against finite differences, and with class weights. */
import { describe, expect, test } from 'vitest';
import type { Component } from '../contract/ModelSpec.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { expectClose, tolerances } from '../golden/testing/expectClose.ts';
import { lcg, lcgClasses } from '../golden/testing/lcg.ts';
import {
  type LossGolden,
  type Precision,
  precisions,
  readGolden,
} from '../golden/testing/readGolden.ts';
import { gradients } from '../graph/gradients.ts';
import { input } from '../graph/ops.ts';
import { program } from '../graph/Program.ts';
import { mixedLosses } from './mixedLosses.ts';
import { meanLoss, sampleLosses } from './sampleLosses.ts';

const { torch, cases } = readGolden('mixedLosses');

type Given = Pick<LossGolden, 'loss' | 'target' | 'outputShape'>;

function compile({ loss, target, outputShape }: Given, precision: Precision) {
  const [samples] = outputShape;
  const output = input('output', outputShape);
  const kind = target === 'class' ? 'int' : 'float';
  const [own, other] = ['target', 'target2'].map((name) =>
    sampleLosses(loss, output, input(name, [samples], kind)),
  );
  const mixed = mixedLosses(own, other, input('lambda', [samples]));
  const mean = meanLoss(mixed);
  const [gradient] = gradients(mean, [output]);
  return referenceExecutor({ precision }).compile(
    program({ loss: mean, perSample: mixed.losses, gradient }),
  );
}

function targetsOf({ target, outputShape, seed }: LossGolden, place: number) {
  const [samples, outputs] = outputShape;
  if (target === 'class') return lcgClasses(seed + place, samples, outputs);
  const values = lcg(seed + place, [samples]);
  return target === 'binary' ? values.map((value) => Number(value >= 0)) : values;
}

const inputsOf = (golden: LossGolden) => ({
  output: lcg(golden.seed, golden.outputShape, golden.scale),
  target: targetsOf(golden, 1),
  target2: targetsOf(golden, 2),
  lambda: lcg(golden.seed + 3, [golden.outputShape[0]]).map((value) => (value + 1) / 2),
});

const rows = cases.map((golden) => {
  const { loss, target, outputShape } = golden;
  return [`${loss.type} ${JSON.stringify(loss.options)}, ${target} [${outputShape}]`, golden];
}) as [string, (typeof cases)[number]][];

describe.each(precisions)(`mixed losses equal PyTorch ${torch} in %s`, (precision) => {
  test.each(rows)('%s', async (_, golden) => {
    const actual = await (await compile(golden, precision)).run(inputsOf(golden));
    for (const name of ['loss', 'perSample', 'gradient'] as const) {
      expectClose(name, actual[name], golden[precision][name], tolerances[precision]);
    }
  });
});

const weighted: Component = {
  type: 'CrossEntropyLoss',
  options: { weight: [0.5, 2, 1], labelSmoothing: 0.1 },
};

describe('with class weights', () => {
  const given: Given = { loss: weighted, target: 'class', outputShape: [4, 3] };
  const output = lcg(1, [4, 3], 2);
  const target = Int32Array.of(0, 1, 2, 1);
  const target2 = Int32Array.of(2, 0, 1, 2);

  test('a share of 1 is the loss of the own target, a share of 0 that of the other', async () => {
    const mixed = await compile(given, 'float64');
    const at = async (lambda: number, ...[first, second]: Int32Array[]) => {
      const shares = new Float64Array(4).fill(lambda);
      const { loss } = await mixed.run({ output, target: first, target2: second, lambda: shares });
      return loss[0];
    };
    const own = await at(1, target, target2);
    expect(await at(0, target2, target)).toBeCloseTo(own, 12);
    expect(await at(0.3, target, target)).toBeCloseTo(own, 12);
    expect(await at(0.3, target, target2)).not.toBeCloseTo(own, 3);
  });

  test('the gradient equals central differences', async () => {
    const mixed = await compile(given, 'float64');
    const lambda = Float64Array.of(0.2, 0.5, 1, 0.9);
    const run = (values: Float64Array) => mixed.run({ output: values, target, target2, lambda });
    const { gradient } = await run(output);
    const differences = await Promise.all(
      Array.from(output, async (value, at) => {
        const [above, below] = [1e-5, -1e-5].map((step) => run(output.with(at, value + step)));
        return ((await above).loss[0] - (await below).loss[0]) / 2e-5;
      }),
    );
    expectClose('gradient', gradient, differences, 1e-7);
  });
});
