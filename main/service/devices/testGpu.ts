/** The self-test of the GPU, by the way on which a training would go. */
import { GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import type { SelfTestResult } from '../../../core/contract/SelfTestReport.ts';
import { isSoftwareGpuWanted } from '../../trainer/isSoftwareGpuWanted.ts';
import type { WindowBackend } from '../../trainer/TrainerWindowProtocol.ts';
import type { TrainerJobs } from '../runs/TrainerJobs.ts';
import type { TrainerWindows } from '../runs/TrainerWindows.ts';
import { askWindow } from './askWindow.ts';
import { endedTest } from './endedTest.ts';
import type { GpuAccess } from './probeGpu.ts';

type Test = () => Promise<SelfTestResult[]>;

/**
 * One way after the other, to the first that computes. Those that refused before it are told of, too;
 * those that are not there only where none is.
 */
export async function testGpu(
  { windows, dawnJobs }: GpuAccess,
  signal: AbortSignal,
): Promise<SelfTestResult[]> {
  const tests: Readonly<Record<GpuBackend, Test | null>> = {
    webgpu: () => testInWindow(windows, 'webgpu', signal),
    dawn: dawnJobs && (() => testByDawn(dawnJobs, signal)),
    webgl2: () => testInWindow(windows, 'webgl2', signal),
  };
  const results: SelfTestResult[] = [];
  for (const backend of GpuBackend.options) {
    results.push(...((await tests[backend]?.()) ?? []));
    if (results.at(-1)?.problem === null) break;
  }
  const told = results.filter(({ problem }) => !isMissing(problem));
  return told.length > 0 ? told : results.slice(0, 1);
}

const isMissing = (problem: SelfTestResult['problem']) =>
  problem !== null && ['not-offered', 'no-adapter', 'software-only'].includes(problem.code);

async function testInWindow(
  windows: TrainerWindows,
  backend: WindowBackend,
  signal: AbortSignal,
): Promise<SelfTestResult[]> {
  const request = { kind: 'self-test', backend, software: isSoftwareGpuWanted() } as const;
  const answer = await askWindow(windows, request, 'self-tested', signal);
  if ('results' in answer) return answer.results;
  return [
    {
      ...{ executor: 'gpujs', backend, detail: '', largestDifference: null, stepsPerSecond: null },
      problem: { code: 'ended', detail: answer.gone },
    },
  ];
}

function testByDawn(jobs: TrainerJobs, signal: AbortSignal): Promise<SelfTestResult[]> {
  const tested = { executor: 'gpujs', backend: 'dawn' } as const;
  return jobs.selfTest('gpujs', signal).catch((error) => [endedTest(tested, error)]);
}
