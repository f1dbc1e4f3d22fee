import type { DeviceProblem } from '../../core/contract/DeviceProblem.ts';
import { DeviceLimitError } from '../../core/executors/gpujs/DeviceLimitError.ts';
import { GpuLostError } from '../../core/executors/gpujs/GpuLostError.ts';

/** GPU.js puts the whole program behind what its compiler said. */
const PROGRAM = '\n--- generated';
const LONGEST_DETAIL = 500;

/** What to tell of a GPU that threw this. */
export function deviceProblemOf(error: unknown): DeviceProblem {
  const message = error instanceof Error ? error.message : String(error);
  const detail = (message.split(PROGRAM)[0] ?? message).slice(0, LONGEST_DETAIL);
  if (error instanceof GpuLostError) return { code: 'lost', detail };
  if (error instanceof DeviceLimitError) {
    const { tensor, bytes, limit } = error;
    return { code: 'too-large', tensor, bytes, limit };
  }
  return { code: 'refused', detail };
}
