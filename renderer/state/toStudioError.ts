import { StudioError } from '../../core/contract/StudioError.ts';

/** Whatever was thrown, as the error that screens can show. */
export function toStudioError(error: unknown): StudioError {
  if (error instanceof StudioError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new StudioError('internal', message, { cause: error });
}
