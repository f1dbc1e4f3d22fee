/**
 * One epoch of training, from its first iteration or from where it was interrupted.
 *
 * Before each chunk it attends to what a person asked for. Only there is the state whole and known,
 * so a pause, a stop and a new learning rate all take effect at the same kind of place: a boundary
 * between two iterations, which is told with them.
 */
import type { MetricPoint } from '../contract/RunRecord.ts';
import type { ActiveClock } from './ActiveClock.ts';
import { divergedLoss } from './divergence/Divergence.ts';
import type { Replay } from './divergence/findDivergence.ts';
import { type DivergenceContext, tellDivergence } from './divergence/tellDivergence.ts';
import { addChunk, type EpochSums } from './EpochSums.ts';
import type { EpochTrainer } from './EpochTrainer.ts';
import type { LearningRates } from './learningRates.ts';
import type { TrainingControl } from './TrainingControl.ts';
import type { Checkpoint, TrainingEvent } from './TrainingEvent.ts';

export interface EpochContext extends DivergenceContext {
  readonly trainer: EpochTrainer;
  readonly rates: LearningRates;
  readonly control: TrainingControl;
  readonly clock: ActiveClock;
  /** A loss above it counts as diverged. */
  readonly lossLimit: number;
}

export interface TrainedEpoch {
  readonly sums: EpochSums;
  /** Its last iteration. */
  readonly last: MetricPoint;
  /** What it takes to go through these iterations again. */
  readonly replay: Replay;
}

export interface EpochStart {
  readonly epoch: number;
  /** What was trained of the epoch already. */
  readonly before: EpochSums;
  /** Parameters, buffers and optimizer state behind that. */
  readonly start: Checkpoint;
}

/**
 * Returns null when it was stopped short; then its position is told, unless nothing of it was
 * trained.
 */
export async function* trainEpoch(
  context: EpochContext,
  { epoch, before, start }: EpochStart,
  validationLosses: readonly number[],
): AsyncGenerator<TrainingEvent, TrainedEpoch | null> {
  const { trainer, rates, meter, control, clock, lossLimit } = context;
  const startedAt = clock.now();
  const replay = replayFrom(trainer, { epoch, before, start });
  let sums = before;
  let last: MetricPoint | undefined;
  let changes = rates.changes;
  let learningRateAt = rates.during(validationLosses);
  while (sums.iterations < trainer.iterationsPerEpoch) {
    const seconds = before.seconds + (clock.now() - startedAt) / 1000;
    if (!(yield* attend(context, epoch, { ...sums, seconds }))) return null;
    if (changes !== rates.changes) {
      changes = rates.changes;
      learningRateAt = rates.during(validationLosses);
    }
    const place = { epoch, done: sums.iterations, most: control.allowance };
    const chunk = await trainer.run(place, learningRateAt);
    control.spend(chunk.points.length);
    sums = addChunk(sums, chunk);
    last = chunk.points.at(-1);
    for (const { learningRate } of chunk.points) replay.learningRates.push(learningRate);
    meter.add(chunk.samples, chunk.points.length, chunk.milliseconds);
    yield { type: 'iterations', points: chunk.points, progress: meter.progress(epoch) };
    const diverged = divergedLoss(chunk.points, lossLimit);
    if (diverged) yield* tellDivergence(context, diverged, replay);
  }
  if (!last) return null;
  const seconds = before.seconds + (clock.now() - startedAt) / 1000;
  return { sums: { ...sums, seconds }, last, replay };
}

function replayFrom(trainer: EpochTrainer, { epoch, before, start }: EpochStart) {
  const stepsBefore = before.iterations;
  const firstIteration = (epoch - 1) * trainer.iterationsPerEpoch + stepsBefore + 1;
  const learningRates: number[] = [];
  return { epoch, start, stepsBefore, firstIteration, learningRates };
}

/**
 * Takes up what was asked for, waits while paused, and says whether training goes on. Looks again
 * after each event, because whoever is told may answer with a request.
 */
async function* attend(
  { trainer, rates, control, clock }: EpochContext,
  epoch: number,
  sums: EpochSums,
): AsyncGenerator<TrainingEvent, boolean> {
  const iteration = (epoch - 1) * trainer.iterationsPerEpoch + sums.iterations;
  let isKept = sums.iterations === 0;
  let isPauseTold = false;
  for (;;) {
    const learningRate = control.takeLearningRate();
    if (learningRate !== null) rates.change({ iteration: iteration + 1, learningRate });
    const isPaused = control.allowance === 0;
    if ((isPaused || control.isStopped) && !isKept) {
      yield { type: 'position', epoch, iteration, sums, checkpoint: await trainer.checkpoint() };
      isKept = true;
    } else if (control.isStopped) {
      return false;
    } else if (control.isUnanswered || (isPaused && !isPauseTold)) {
      isPauseTold = isPaused;
      const heard = control.answer();
      yield { type: 'control', heard, isPaused, learningRateChanges: rates.changes };
    } else if (isPaused) {
      await clock.during(control.next());
    } else {
      return true;
    }
  }
}
