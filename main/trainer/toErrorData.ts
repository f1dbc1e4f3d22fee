import { StudioError, type StudioErrorData } from '../../core/contract/StudioError.ts';

/** What a trainer tells of whatever was thrown. */
export function toErrorData(error: unknown): StudioErrorData {
  if (error instanceof StudioError) return error.toData();
  const message = error instanceof Error ? error.message : String(error);
  return new StudioError('internal', message).toData();
}
