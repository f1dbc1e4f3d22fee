import type { SelfTestResult } from '../../core/contract/SelfTestReport.ts';
import type { Executor } from '../../core/executors/Executor.ts';
import { selfTest } from '../../core/training/selfTest.ts';
import { deviceProblemOf } from './deviceProblemOf.ts';

/** What an executor makes of the self-test; one that cannot compute it is a result, too. */
export async function selfTestResult(executor: Executor): Promise<SelfTestResult> {
  const { name, detail, backend } = executor;
  const known = { executor: name, ...(backend && { backend }), detail };
  try {
    const tested = await selfTest(executor, () => performance.now());
    return { ...known, ...tested, problem: null };
  } catch (error) {
    const problem = deviceProblemOf(error);
    return { ...known, largestDifference: null, stepsPerSecond: null, problem };
  }
}
