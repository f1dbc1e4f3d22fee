import type { SelfTestResult } from '../../../core/contract/SelfTestReport.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';

/** Of a self-test whose process ended without a word. Throws what is no such end. */
export function endedTest(
  tested: Pick<SelfTestResult, 'executor' | 'backend'>,
  error: unknown,
): SelfTestResult {
  if (!(error instanceof StudioError) || error.code !== 'trainer-crashed') throw error;
  return {
    ...{ ...tested, detail: '', largestDifference: null, stepsPerSecond: null },
    problem: { code: 'ended', detail: error.message },
  };
}
