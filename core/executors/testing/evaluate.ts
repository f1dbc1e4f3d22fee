/** The values of tensors, by the reference executor. */
import { program } from '../../graph/Program.ts';
import type { Tensor } from '../../graph/Tensor.ts';
import type { TensorData, TensorMap } from '../Executor.ts';
import type { Precision } from '../reference/Plan.ts';
import { referenceExecutor } from '../reference/ReferenceExecutor.ts';

/**
 * Every output by name; in float64 unless told otherwise. Inputs that the outputs do not need may
 * be there too.
 */
export async function evaluate(
  outputs: Readonly<Record<string, Tensor>>,
  inputs: TensorMap = {},
  precision: Precision = 'float64',
): Promise<Record<string, TensorData>> {
  const compiled = program(outputs);
  const executable = await referenceExecutor({ precision }).compile(compiled);
  const needed = compiled.inputs.map(({ name }) => [name, inputs[name]]);
  return executable.run(Object.fromEntries(needed));
}

/** The values of one tensor as plain numbers. */
export async function valuesOf(y: Tensor, inputs: TensorMap = {}): Promise<number[]> {
  return Array.from((await evaluate({ y }, inputs)).y);
}
