/** The door of every executor: what a caller hands in must be what the program declares. */
import { ProgramInputError } from '../graph/errors.ts';
import type { ProgramInput } from '../graph/Program.ts';
import { formatShape, sizeOf } from '../graph/Tensor.ts';
import type { TensorMap } from './Executor.ts';

/**
 * Checks names, kinds and lengths of the given tensors.
 *
 * `steps` is given for the sequences of a loop, which hold a slice a step. Throws ProgramInputError
 * naming the input, what it should be and what it is.
 */
export function checkInputs(
  declared: readonly ProgramInput[],
  given: TensorMap,
  steps?: number,
): void {
  const names = new Set(declared.map((input) => input.name));
  for (const name of Object.keys(given)) {
    if (!names.has(name)) {
      throw new ProgramInputError(`Input "${name}" is not one of [${[...names].join(', ')}].`);
    }
  }
  for (const { name, shape, dtype } of declared) {
    const data = given[name];
    if (!data) throw new ProgramInputError(`Input "${name}" is missing.`);
    const full = steps === undefined ? shape : [steps, ...shape];
    if (data.length !== sizeOf(full)) {
      throw new ProgramInputError(
        `Input "${name}" must hold ${sizeOf(full)} values for ${formatShape(full)}. ` +
          `Received ${data.length}.`,
      );
    }
    if (data instanceof Int32Array !== (dtype === 'int')) {
      throw new ProgramInputError(
        `Input "${name}" must hold ${dtype} values. Received ${data.constructor.name}.`,
      );
    }
  }
}
