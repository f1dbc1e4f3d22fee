import { StudioError, type StudioErrorData } from '../../core/contract/StudioError.ts';
import { GpuLostError } from '../../core/executors/gpujs/GpuLostError.ts';

/** What a trainer tells of whatever was thrown. */
export function toErrorData(error: unknown): StudioErrorData {
  if (error instanceof StudioError) return error.toData();
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof GpuLostError) {
    const hint = 'What was committed is kept. Resume the run to go on from there.';
    return new StudioError('trainer-crashed', message, { hint }).toData();
  }
  return new StudioError('internal', message).toData();
}
