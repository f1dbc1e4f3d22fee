/**
 * How fast an executor trains an experiment, by letting it begin.
 *
 * The training itself is timed, with what the end of an epoch costs: a device that computes fast
 * and hands its state over slowly is not fast where epochs are short.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { TrainingEvent } from './TrainingEvent.ts';
import { type TrainOptions, train } from './train.ts';
import { withLearningRate } from './withLearningRate.ts';

export type TimeTrainingOptions = Pick<
  TrainOptions,
  'spec' | 'dataset' | 'executor' | 'createSource' | 'now'
>;

/** Milliseconds of one reading, at least. */
const READING = 150;

/** Milliseconds of a reading after which the end of an epoch is no longer waited for. */
const LONGEST_READING = 500;

/** Milliseconds of all readings, about. */
const LONGEST = 2500;

/** A device is warm when so many readings together brought nothing faster by more than GAIN. */
const [LAST, GAIN] = [2, 1.05];

/** A learning rate that is allowed, and 0 in float32. */
const STILL = 1e-300;

/** More than can be trained meanwhile. */
const ENDLESS = 1_000_000_000;

/** Where a reading begins. */
interface Mark {
  readonly at: number;
  readonly iterations: number;
  readonly isEpochEnd: boolean;
}

/**
 * Iterations a second of the experiment's own model, minibatches and optimizer.
 *
 * The fastest of several readings, which go on while they become faster: chunks grow, memory is
 * touched for the first time, code is compiled, a graphics card raises its clock. Readings are
 * whole epochs where those are short, and parts of one where they are long.
 *
 * Takes one to three seconds, or two chunks, and keeps nothing of what was learned. Rejects with
 * what the executor refuses to compile or to compute.
 */
export async function timeTraining(options: TimeTrainingOptions): Promise<number> {
  const { spec, now } = options;
  const readings: number[] = [];
  let iterations = 0;
  let first: Mark | null = null;
  let mark: Mark | null = null;
  for await (const event of train({ ...options, spec: endless(spec) })) {
    if (event.type !== 'iterations' && event.type !== 'epoch') continue;
    if (event.type === 'iterations') iterations += event.points.length;
    const here = { at: now(), iterations, isEpochEnd: event.type === 'epoch' };
    first ??= here;
    if (!mark || (here.isEpochEnd && !mark.isEpochEnd)) {
      mark = here;
    } else if (here.at - mark.at >= longEnough(mark, event)) {
      readings.push((1000 * (here.iterations - mark.iterations)) / (here.at - mark.at));
      if (isWarm(readings) || here.at - first.at >= LONGEST) break;
      mark = here;
    }
  }
  return Math.max(...readings);
}

/**
 * Milliseconds; from the end of an epoch it is read up to that of another, unless that takes too
 * long.
 */
function longEnough({ isEpochEnd }: Mark, { type }: TrainingEvent): number {
  return isEpochEnd && type === 'iterations' ? LONGEST_READING : READING;
}

function isWarm(readings: readonly number[]): boolean {
  const before = readings.slice(0, -LAST);
  return before.length > 0 && Math.max(...readings) <= GAIN * Math.max(...before);
}

/** Steps of no length cost what steps cost, and can neither diverge nor stop early. */
function endless(spec: ExperimentSpec): ExperimentSpec {
  const { earlyStopping: _, ...training } = spec.training;
  return { ...withLearningRate(spec, STILL), training: { ...training, epochs: ENDLESS } };
}
