/**
 * Short jobs in a trainer process of their own, so that the service goes on answering meanwhile.
 */
import type { ForwardPass } from '../../../core/contract/ForwardPass.ts';
import type { LeakageReport } from '../../../core/contract/LeakageReport.ts';
import type { LearningRateRange } from '../../../core/contract/LearningRateRange.ts';
import type { OneBatchCheck } from '../../../core/contract/OneBatchCheck.ts';
import type { SelfTestResult } from '../../../core/contract/SelfTestReport.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { ExecutorChoice, TrainerJob, TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import { createPassProcess, type Pass } from './PassProcess.ts';
import { startTrainer, type TrainerProcess, type TrainerProgram } from './TrainerProcess.ts';
import { trainerCrash } from './trainerCrash.ts';

type Answer<Kind extends TrainerMessage['kind']> = Extract<TrainerMessage, { kind: Kind }>;

/** What it takes to try an experiment. */
export type TrialJob = Omit<Extract<TrainerJob, { job: 'find-learning-rate' }>, 'job'>;

/** Who asked for a trial hears of it, and may end it: StudioError `cancelled`. */
export interface TrialWatch {
  readonly signal: AbortSignal;
  tell(progress: Answer<'trial-progress' | 'leakage-progress'>): void;
}

export interface TrainerJobs {
  evaluate(
    job: Omit<Extract<TrainerJob, { job: 'evaluate' }>, 'job'>,
  ): Promise<Answer<'evaluated'>>;
  inspect(
    job: Omit<Extract<TrainerJob, { job: 'inspect' }>, 'job'>,
  ): Promise<Answer<'inspected'>['measured']>;
  passForward(pass: Pass): Promise<ForwardPass>;
  findLearningRate(job: TrialJob, watch?: TrialWatch): Promise<LearningRateRange>;
  overfitOneBatch(job: TrialJob, watch?: TrialWatch): Promise<OneBatchCheck>;
  scanLeakage(job: TrialJob, watch?: TrialWatch): Promise<LeakageReport>;
  /** `gpu`: whether processes look for one. */
  probeDevices(
    job: { readonly gpu: boolean },
    signal?: AbortSignal,
  ): Promise<Answer<'devices-probed'>>;
  selfTest(executor: ExecutorChoice, signal: AbortSignal): Promise<SelfTestResult[]>;
  /** Contents by path. */
  exportModel(
    job: Omit<Extract<TrainerJob, { job: 'export' }>, 'job'>,
  ): Promise<Record<string, Uint8Array>>;
  /** Ends what is still at work. */
  close(): Promise<void>;
}

export function createTrainerJobs(program: TrainerProgram): TrainerJobs {
  const working = new Set<TrainerProcess>();
  const passes = createPassProcess(program);

  async function ask<Kind extends TrainerMessage['kind']>(
    job: TrainerJob,
    kind: Kind,
    watch?: TrialWatch,
  ): Promise<Answer<Kind>> {
    if (watch?.signal.aborted) throw cancelled();
    const messages: TrainerMessage[] = [];
    const trainer = startTrainer(program, withinReach(job, program), (message) => {
      if (message.kind === 'trial-progress' || message.kind === 'leakage-progress') {
        watch?.tell(message);
      } else messages.push(message);
    });
    working.add(trainer);
    watch?.signal.addEventListener('abort', trainer.kill);
    const exit = await trainer.exited;
    working.delete(trainer);
    if (watch?.signal.aborted) throw cancelled();
    for (const message of messages) {
      if (message.kind === 'failed') throw StudioError.fromData(message.error);
      if (message.kind === kind) return message as Answer<Kind>;
    }
    throw StudioError.fromData(trainerCrash(exit, null));
  }

  return {
    evaluate: (job) => ask({ job: 'evaluate', ...job }, 'evaluated'),
    inspect: async (job) => (await ask({ job: 'inspect', ...job }, 'inspected')).measured,
    passForward: (pass) => passes.ask(withinReach(pass, program)),
    findLearningRate: async (job, watch) =>
      (await ask({ job: 'find-learning-rate', ...job }, 'learning-rate-found', watch)).range,
    overfitOneBatch: async (job, watch) =>
      (await ask({ job: 'overfit-one-batch', ...job }, 'one-batch-checked', watch)).check,
    scanLeakage: async (job, watch) =>
      (await ask({ job: 'scan-leakage', ...job }, 'leakage-scanned', watch)).report,
    probeDevices: (job, signal) =>
      ask({ job: 'probe-devices', ...job }, 'devices-probed', signal && endedBy(signal)),
    selfTest: async (executor, signal) =>
      (await ask({ job: 'self-test', executor }, 'self-tested', endedBy(signal))).results,
    exportModel: async (job) => (await ask({ job: 'export', ...job }, 'exported')).files,
    async close() {
      for (const trainer of working) trainer.kill();
      await Promise.all([passes.close(), ...[...working].map((trainer) => trainer.exited)]);
    },
  };
}

/** Of a job that tells nothing on its way. */
const endedBy = (signal: AbortSignal): TrialWatch => ({ signal, tell: () => undefined });

/** Where the GPU is in a window, short jobs stay on the CPU. */
function withinReach<Job extends TrainerJob | Pass>(job: Job, { gpu }: TrainerProgram): Job {
  if (gpu || !('executor' in job) || job.executor !== 'gpujs') return job;
  return { ...job, executor: 'onnx' };
}

export const cancelled = () =>
  new StudioError('cancelled', 'It was cancelled. Nothing of it is kept.');
