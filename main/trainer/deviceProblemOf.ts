import type { DeviceProblem } from '../../core/contract/DeviceProblem.ts';
import { DeviceLimitError } from '../../core/executors/gpujs/DeviceLimitError.ts';
import { GpuLostError } from '../../core/executors/gpujs/GpuLostError.ts';

/** What to tell of a GPU that threw this. */
export function deviceProblemOf(error: unknown): DeviceProblem {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof GpuLostError) return { code: 'lost', detail };
  if (error instanceof DeviceLimitError) {
    const { tensor, bytes, limit } = error;
    return { code: 'too-large', tensor, bytes, limit };
  }
  return { code: 'refused', detail };
}
