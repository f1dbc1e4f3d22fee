/**
 * The devices of this computer: found once, tested when asked.
 *
 * The processor is looked at by a trainer process, because the service loads no runtime; the graphics
 * card by whoever would train on it, a process or a window.
 */
import { cpus } from 'node:os';
import type { DeviceReport } from '../../../core/contract/DeviceReport.ts';
import type { SelfTestReport, SelfTestResult } from '../../../core/contract/SelfTestReport.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { StudioEvent } from '../../../core/contract/StudioEvent.ts';
import { SELF_TEST_BAR, SELF_TEST_STEPS } from '../../../core/training/selfTest.ts';
import { cpuThreads } from '../../trainer/cpuThreads.ts';
import { largestTensorOf } from '../../trainer/OpenedGpu.ts';
import type { ExecutorChoice } from '../../trainer/TrainerProtocol.ts';
import type { TrainerJobs } from '../runs/TrainerJobs.ts';
import type { TrainerWindows } from '../runs/TrainerWindows.ts';
import { endedTest } from './endedTest.ts';
import { probeGpu } from './probeGpu.ts';
import { testGpu } from './testGpu.ts';

export interface Devices {
  /** Looked for once, and with `again`. */
  get(again?: boolean): Promise<DeviceReport>;
  /** Bytes that the GPU holds in one piece; null where none can be used. Rejects as `get` does. */
  largestBuffer(): Promise<number | null>;
  /** Throws StudioError: `busy` while one is in work, `cancelled`. */
  selfTest(): Promise<SelfTestReport>;
  /** Resolves when it has ended. */
  cancelSelfTest(): Promise<void>;
}

export interface DevicesOptions {
  readonly jobs: TrainerJobs;
  /** Where the GPU is reached; by processes, where `gpu` is set. */
  readonly windows: TrainerWindows | undefined;
  /** Beside the windows. */
  readonly dawnJobs: TrainerJobs | null;
  readonly gpu: boolean;
  readonly emit: (event: StudioEvent) => void;
}

export function createDevices(options: DevicesOptions): Devices {
  const { windows, gpu, emit } = options;
  const executors: readonly ExecutorChoice[] =
    windows || gpu ? ['reference', 'onnx', 'gpujs'] : ['reference', 'onnx'];
  let found: Promise<DeviceReport> | null = null;
  let testing: { readonly controller: AbortController; readonly done: Promise<unknown> } | null =
    null;

  function get(again = false): Promise<DeviceReport> {
    if (again || !found) {
      const looking = findDevices(options);
      found = looking;
      // What failed is looked for again.
      looking.catch(() => {
        if (found === looking) found = null;
      });
    }
    return found;
  }

  async function testAll({ signal }: AbortController): Promise<SelfTestReport> {
    const results: SelfTestResult[] = [];
    for (const executor of executors) {
      const progress = { executor, results: [...results], executors: executors.length };
      emit({ event: 'selfTest.progress', ...progress });
      results.push(...(await testOne(options, executor, signal)));
    }
    return { steps: SELF_TEST_STEPS, bar: SELF_TEST_BAR, results };
  }

  return {
    get,
    async largestBuffer() {
      if (!windows && !gpu) return null;
      const usable = (await get()).gpu.find(({ problem }) => problem === null);
      return usable?.adapter ? largestTensorOf(usable.adapter) : null;
    },
    async selfTest() {
      if (testing) throw new StudioError('busy', 'A self-test is in work.');
      const controller = new AbortController();
      const tested = testAll(controller);
      testing = { controller, done: tested.catch(() => undefined) };
      try {
        return await tested;
      } finally {
        testing = null;
      }
    },
    async cancelSelfTest() {
      testing?.controller.abort();
      await testing?.done;
    },
  };
}

async function findDevices({
  jobs,
  windows,
  dawnJobs,
  gpu,
}: DevicesOptions): Promise<DeviceReport> {
  const [probed, found] = await Promise.all([
    jobs.probeDevices({ gpu }),
    windows ? probeGpu({ windows, dawnJobs }) : [],
  ]);
  const { runtime = '' } = probed;
  const cores = cpus();
  return {
    cpu: {
      model: cores[0]?.model.trim() ?? '',
      cores: Math.max(1, cores.length),
      threads: cpuThreads,
      runtime: typeof runtime === 'string' ? runtime : null,
      problem: typeof runtime === 'string' ? null : runtime,
    },
    gpu: [...probed.backends, ...found],
  };
}

/** One that ends without a word is a result, too: the others are of interest all the same. */
async function testOne(
  { jobs, windows, dawnJobs }: DevicesOptions,
  executor: ExecutorChoice,
  signal: AbortSignal,
): Promise<SelfTestResult[]> {
  if (executor === 'gpujs' && windows) return testGpu({ windows, dawnJobs }, signal);
  return jobs.selfTest(executor, signal).catch((error) => [endedTest({ executor }, error)]);
}
