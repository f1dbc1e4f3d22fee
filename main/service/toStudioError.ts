/** The last resort: whatever was thrown, as the one error that may reach a person. */
import { StudioError } from '../../core/contract/StudioError.ts';

export function toStudioError(error: unknown): StudioError {
  if (error instanceof StudioError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new StudioError('internal', `Something failed inside the studio: ${message}`, {
    cause: error,
  });
}
