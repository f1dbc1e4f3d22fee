/** The self-test of one executor of this process. */
import { gpuExecutor } from '../../core/executors/gpujs/GpuExecutor.ts';
import { createExecutor } from './createExecutor.ts';
import { deviceProblemOf } from './deviceProblemOf.ts';
import { openDawn } from './openDawn.ts';
import { selfTestResult } from './selfTestResult.ts';
import type { ExecutorChoice, TrainerMessage } from './TrainerProtocol.ts';

export async function selfTestJob({
  executor: choice,
}: {
  readonly executor: ExecutorChoice;
}): Promise<TrainerMessage> {
  const untested = { executor: choice, detail: '', largestDifference: null, stepsPerSecond: null };
  if (choice === 'gpujs') {
    const opened = await openDawn();
    if ('problem' in opened) {
      return { kind: 'self-tested', results: [{ ...untested, problem: opened.problem }] };
    }
    const executor = gpuExecutor(opened.backend, opened);
    return { kind: 'self-tested', results: [await selfTestResult(executor)] };
  }
  try {
    return { kind: 'self-tested', results: [await selfTestResult(await createExecutor(choice))] };
  } catch (error) {
    return { kind: 'self-tested', results: [{ ...untested, problem: deviceProblemOf(error) }] };
  }
}
