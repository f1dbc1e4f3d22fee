/** A GPU's part in the choice of a device: it is opened, timed when the CPU was, and trains if told to. */
import type { Executor } from '../../core/executors/Executor.ts';
import type { TimingTurns } from './TimingTurns.ts';
import type { TrainerMessage } from './TrainerProtocol.ts';
import { type BegunExperiment, timedExecutor } from './timedExecutor.ts';

export interface TakeTurnsOptions {
  readonly turns: TimingTurns;
  send(message: TrainerMessage): Promise<void>;
}

/** Resolves when it is to train. Rejects with what the GPU refuses. */
export async function takeTurns(
  experiment: BegunExperiment,
  executor: Executor,
  { turns, send }: TakeTurnsOptions,
): Promise<void> {
  await send({ kind: 'measuring-devices' });
  const best = await turns.best;
  await send({ kind: 'timed', timing: await timedExecutor(experiment, executor, best) });
  await turns.go;
}
