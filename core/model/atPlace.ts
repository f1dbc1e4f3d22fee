import { StudioError } from '../contract/StudioError.ts';

/**
 * Runs `work`; a StudioError without a place gets this one, so that a layer need not know where it
 * stands.
 */
export function atPlace<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof StudioError) || error.where !== null) throw error;
    const { code, message, hint, wayOut } = error;
    throw new StudioError(code, message, { where, hint, wayOut, cause: error });
  }
}
