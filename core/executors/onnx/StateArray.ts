/**
 * How a loop's state lies in memory: arrays that the runtime carries from step to step, each of one
 * state tensor or of several, one behind the other.
 */

import type { DType, Shape } from '../../graph/Tensor.ts';
import type { LoopProgram } from '../Executor.ts';
import type { PlannedUpdate } from './planUpdates.ts';

export interface StateArray {
  /** State tensors by name. */
  readonly parts: readonly string[];
  readonly shape: Shape;
  readonly dtype: DType;
}

/** Of one update, result by result. */
export const updatedArrays = ({ regions, shape }: PlannedUpdate): StateArray[] =>
  regions[0].results.map((_, index) => ({
    parts: regions.map(({ results }) => results[index].name),
    shape,
    dtype: 'float',
  }));

/** Those of the updates first; what no update lays out is an array of its own. */
export function stateArrays(
  { program, state }: LoopProgram,
  updates: readonly PlannedUpdate[],
): StateArray[] {
  const arrays = updates.flatMap(updatedArrays);
  const laidOut = new Set(arrays.flatMap(({ parts }) => parts));
  const others = program.inputs.filter(({ name }) => state.includes(name) && !laidOut.has(name));
  return [...arrays, ...others.map(({ name, shape, dtype }) => ({ parts: [name], shape, dtype }))];
}
