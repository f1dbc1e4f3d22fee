/** Every primitive of the shared table, against the reference executor. */
import * as ort from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { program } from '../../graph/Program.ts';
import { referenceExecutor } from '../reference/ReferenceExecutor.ts';
import { expectClose } from '../testing/expectClose.ts';
import { primitiveCases } from '../testing/primitiveCases.ts';
import { onnxExecutor } from './OnnxExecutor.ts';

/**
 * Relative above 1, absolute below: products add up in another order, exp and tanh are polynomials
 * in the runtime.
 */
const TOLERANCE = 1e-5;

const onnx = onnxExecutor(ort);
const reference = referenceExecutor();

it.each(primitiveCases)('$name', async ({ outputs, inputs }) => {
  const executable = await onnx.compile(program(outputs));
  const actual = await executable.run(inputs);
  const expected = await (await reference.compile(program(outputs))).run(inputs);
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, values] of Object.entries(expected)) {
    expectClose(actual[name], values, TOLERANCE, name);
    expect(actual[name]).toBeInstanceOf(values.constructor);
  }
  await executable.dispose();
});
