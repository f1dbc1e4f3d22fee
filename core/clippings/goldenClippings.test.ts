/** Every gradient clipping against PyTorch, on three gradients at once. */
import { describe, expect, test } from 'vitest';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { expectClose, tolerances } from '../golden/testing/expectClose.ts';
import { lcg } from '../golden/testing/lcg.ts';
import { optionsWithoutGolden } from '../golden/testing/optionsWithoutGolden.ts';
import { precisions, readGolden } from '../golden/testing/readGolden.ts';
import { input } from '../graph/ops.ts';
import { program } from '../graph/Program.ts';
import { prepareClipping } from './prepareClipping.ts';
import { clippingDefinitions } from './registry.ts';

const { torch, cases } = readGolden('clippings');

describe.each(precisions)(`clippings equal PyTorch ${torch} in %s`, (precision) => {
  test.each(
    cases.map((golden) => [
      `${golden.clipping.type} ${JSON.stringify(golden.clipping.options)}`,
      golden,
    ]),
  )('%s', async (_, { clipping, gradientShapes, seed, scale, [precision]: expected }) => {
    const gradients = gradientShapes.map((shape, index) => input(`g${index}`, shape));
    const clipped = prepareClipping(clipping)(gradients);
    const traced = program(
      Object.fromEntries(clipped.map((tensor, index) => [`c${index}`, tensor])),
    );
    const executable = await referenceExecutor({ precision }).compile(traced);
    const given = gradientShapes.map((shape, index) => [
      `g${index}`,
      lcg(seed + index, shape, scale),
    ]);
    const actual = await executable.run(Object.fromEntries(given));
    expected.forEach((values, index) => {
      expectClose(`gradient ${index}`, actual[`c${index}`], values, tolerances[precision]);
    });
  });
});

test('every clipping has a recorded case', () => {
  const recorded = new Set(cases.map(({ clipping }) => clipping.type));
  const known = clippingDefinitions.map((one) => one.descriptor.type);
  expect([...recorded].sort()).toEqual(known.sort());
  const components = cases.map(({ clipping }) => clipping);
  expect(optionsWithoutGolden(clippingDefinitions, components)).toEqual([]);
});

test('without a clipping the gradients are the same tensors', () => {
  const gradients = [input('g', [2])];
  expect(prepareClipping(undefined)(gradients)).toBe(gradients);
});
