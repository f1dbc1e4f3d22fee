import type { Problem } from '../contract/ExperimentReport.ts';
import { StudioError } from '../contract/StudioError.ts';

/**
 * Runs a check that throws; a StudioError becomes a problem, anything else is a defect and goes on.
 */
export function caught(check: () => unknown): Problem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    const message = error.hint ? `${error.message} ${error.hint}` : error.message;
    return [{ severity: 'error', where: error.where ?? '', message }];
  }
}
