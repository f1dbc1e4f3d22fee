import { StudioError } from '../contract/StudioError.ts';
import type { LoopProgram, TensorData } from '../executors/Executor.ts';
import { formatShape } from '../graph/Tensor.ts';
import type { Checkpoint } from './TrainingEvent.ts';

/**
 * The state of a training step as a checkpoint holds it. Throws StudioError `invalid-model` for a
 * checkpoint of another model or optimizer: what is missing, of another shape, or unknown.
 */
export function stateOf(checkpoint: Checkpoint, loop: LoopProgram): Record<string, TensorData> {
  const refuse = (message: string): never => {
    throw new StudioError('invalid-model', message, { where: 'checkpoint' });
  };
  const known = new Set(loop.state);
  for (const name of Object.keys(checkpoint)) {
    if (!known.has(name)) refuse(`The checkpoint holds "${name}", which the experiment has not.`);
  }
  const state: Record<string, TensorData> = {};
  for (const { name, shape } of loop.program.inputs.filter((input) => known.has(input.name))) {
    const stored = checkpoint[name];
    if (!stored) return refuse(`The checkpoint lacks "${name}" of the experiment.`);
    if (formatShape(stored.shape) !== formatShape(shape)) {
      refuse(
        `"${name}" must have shape ${formatShape(shape)}. ` +
          `The checkpoint's has ${formatShape(stored.shape)}.`,
      );
    }
    state[name] = stored.data;
  }
  return state;
}
