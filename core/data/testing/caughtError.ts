import { StudioError } from '../../contract/StudioError.ts';

/** The StudioError that `work` throws, as data; anything else fails the test. */
export function caughtError(work: () => unknown): ReturnType<StudioError['toData']> {
  try {
    work();
  } catch (error) {
    if (error instanceof StudioError) return error.toData();
    throw error;
  }
  throw new Error('Expected a StudioError, and nothing was thrown.');
}
