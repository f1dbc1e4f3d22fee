/**
 * Trains on the GPU by the first way to it that can. To the session that asked for it, it is a trainer
 * like any other.
 *
 * What a way refuses before anything has begun, and a trainer that ends before, are the next way's to
 * try; each gets a window or process of its own, so that nothing of the last one holds memory of the
 * card. What happens later is not begun anew here: the CPU goes on from where the run's state is kept.
 */
import type { DeviceProblem, GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import { type PassedOver, passedOverKeys } from '../../../core/contract/PassedOver.ts';
import { deviceProblemOf } from '../../trainer/deviceProblemOf.ts';
import type { ControlRequest, TrainerMessage, TrainJob } from '../../trainer/TrainerProtocol.ts';
import type { GpuTrainer, GpuWay } from './GpuWay.ts';
import { missingWay } from './missingWay.ts';
import { NEVER_STARTED } from './neverStarted.ts';
import { passRequest } from './passRequest.ts';
import type { TrainerExit } from './TrainerProcess.ts';
import { describeExit } from './trainerCrash.ts';

export interface GpuTrainerListener {
  onMessage(message: TrainerMessage): void;
  /** Of every way that is passed over, when it is. */
  onPassedOver?(backend: GpuBackend, problem: DeviceProblem): void;
}

/** There is at least one way; a job that names its own goes by no other. */
export function startGpuTrainer(
  all: readonly GpuWay[],
  job: TrainJob,
  { onMessage, onPassedOver }: GpuTrainerListener,
): GpuTrainer {
  const ways = job.backend ? [wayBy(job.backend, all)] : all;
  let passedOver: PassedOver = {};
  let first: DeviceProblem | null = null;
  /** For the next way, too, as long as nothing has begun. */
  const asked: ControlRequest[] = [];
  let current: GpuTrainer | null = null;
  let [hasBegun, isStopping, isEnding] = [false, false, false];
  let refused: DeviceProblem | null = null;

  function hear(message: TrainerMessage): void {
    if (message.kind === 'gpu-failed' && !hasBegun) {
      refused = message.problem;
      return;
    }
    if (message.kind === 'timed' || message.kind === 'started') hasBegun = true;
    if (message.kind === 'ended' || message.kind === 'failed') isEnding = true;
    try {
      onMessage(
        message.kind === 'started'
          ? { ...message, executor: { ...message.executor, ...passedOver } }
          : message,
      );
    } catch (error) {
      // Nobody listens any more: another way would fare no better.
      isEnding = true;
      throw error;
    }
  }

  /** Null where the end of its trainer is the end of it all. */
  function problemOf(exit: TrainerExit): DeviceProblem | null {
    if (hasBegun || isEnding || exit.isOrphaned) return null;
    return refused ?? { code: 'ended', detail: describeExit(exit) };
  }

  /** A way that cannot even be started has refused. */
  async function trainBy(start: GpuWay['start']): Promise<TrainerExit> {
    try {
      current = start(job, hear);
    } catch (error) {
      refused = deviceProblemOf(error);
      return NEVER_STARTED;
    }
    for (const request of asked) passRequest(current, request);
    return current.exited;
  }

  async function train(): Promise<TrainerExit> {
    for (let index = 0; ; index += 1) {
      const { backend, start } = ways[index]!;
      refused = null;
      const exit = await trainBy(start);
      const problem = problemOf(exit);
      if (!problem) return exit;
      first ??= problem;
      passedOver = { ...passedOver, [passedOverKeys[backend]]: problem };
      onPassedOver?.(backend, problem);
      if (index + 1 < ways.length && !isStopping) continue;
      onMessage({ kind: 'gpu-failed', problem: first, passedOver });
      return exit;
    }
  }

  function ask(request: ControlRequest): void {
    if (!hasBegun) asked.push(request);
    isStopping ||= request.kind === 'stop';
    if (current) passRequest(current, request);
  }

  const exited = train();
  return {
    get pid() {
      return current?.pid;
    },
    stop: () => ask({ kind: 'stop' }),
    ask,
    tellTurn: (request) => current?.tellTurn(request),
    kill() {
      isEnding = true;
      current?.kill();
    },
    exited,
  };
}

const wayBy = (backend: GpuBackend, ways: readonly GpuWay[]): GpuWay =>
  ways.find((way) => way.backend === backend) ?? missingWay(backend);
