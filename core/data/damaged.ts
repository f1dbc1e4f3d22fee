import { StudioError } from '../contract/StudioError.ts';

export function damaged(reason: string, cause?: unknown): StudioError {
  return new StudioError('invalid-dataset', `The stored dataset is damaged: ${reason}.`, {
    hint: 'Remove it from the library and import it again.',
    cause,
  });
}
