/**
 * How fast an executor trains an experiment, by letting it begin.
 *
 * The training itself is timed, with what the end of an epoch costs: a device that computes fast
 * and hands its state over slowly is not fast where epochs are short.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { type TrainOptions, train } from './train.ts';
import { withLearningRate } from './withLearningRate.ts';

export interface TimeTrainingOptions
  extends Pick<TrainOptions, 'spec' | 'dataset' | 'executor' | 'createSource' | 'now'> {
  /** Iterations a second of another device; 0, or left out, where there is none. */
  readonly best?: number;
}

/** Milliseconds of one reading, at least. */
const READING = 150;

/** Milliseconds of everything, about. */
const LONGEST = 2500;

/** A device is warm when so many readings together brought nothing faster by more than GAIN. */
const [LAST, GAIN] = [2, 1.05];

/** A device so many times slower than another one, in LAST readings, will not be the faster one. */
const HOPELESS = 3;

/** Of so many ends of epochs the fastest is one of a warm device. */
const ENDS = 2;

/** A learning rate that is allowed, and 0 in float32. */
const STILL = 1e-300;

/** More than can be trained meanwhile. */
const ENDLESS = 1_000_000_000;

/**
 * Iterations a second of the experiment's own model, minibatches and optimizer, with what the end of
 * an epoch takes spread over the epoch: n / (n / r + e) for n iterations, at r a second, and e
 * seconds.
 *
 * r is the fastest of several readings, which go on while they become faster: chunks grow, memory is
 * touched for the first time, code is compiled, a graphics card raises its clock. e is the fastest
 * end that was seen, 0 where an epoch is longer than the measuring.
 *
 * Takes one to three seconds, or two chunks, and keeps nothing of what was learned; a device that is
 * three times slower than `best` is measured no longer than it takes to see that. Rejects with what the
 * executor refuses to compile or to compute.
 */
export async function timeTraining(options: TimeTrainingOptions): Promise<number> {
  const { spec, now, best = 0 } = options;
  const paces: number[] = [];
  const ends: number[] = [];
  let reading = { iterations: 0, milliseconds: 0 };
  let [first, before, iterationsPerEpoch, done] = [0, 0, 1, 0];
  for await (const event of train({ ...options, spec: endless(spec) })) {
    const [at, taken] = [now(), now() - before];
    before = at;
    if (event.type === 'start') iterationsPerEpoch = event.iterationsPerEpoch;
    if (event.type === 'epoch') ends.push(taken);
    if (event.type !== 'iterations') continue;
    done = (done + event.points.length) % iterationsPerEpoch;
    // The first chunk stands for itself: everything is loaded in it.
    if (first === 0) {
      first = at;
      continue;
    }
    const { iterations, milliseconds } = reading;
    reading = {
      iterations: iterations + event.points.length,
      milliseconds: milliseconds + taken,
    };
    if (reading.milliseconds < READING) continue;
    paces.push((1000 * reading.iterations) / reading.milliseconds);
    reading = { iterations: 0, milliseconds: 0 };
    if (paces.length >= LAST && HOPELESS * Math.max(...paces) < best) break;
    const left = LONGEST - (at - first);
    const untilEnd = (1000 * (iterationsPerEpoch - done)) / Math.max(...paces);
    if (left <= 0 || (isWarm(paces) && (ends.length >= ENDS || untilEnd > left))) break;
  }
  const [pace, end] = [Math.max(...paces), ends.length > 0 ? Math.min(...ends) / 1000 : 0];
  return iterationsPerEpoch / (iterationsPerEpoch / pace + end);
}

function isWarm(paces: readonly number[]): boolean {
  const before = paces.slice(0, -LAST);
  return before.length > 0 && Math.max(...paces) <= GAIN * Math.max(...before);
}

/** Steps of no length cost what steps cost, and can neither diverge nor stop early. */
function endless(spec: ExperimentSpec): ExperimentSpec {
  const { earlyStopping: _, ...training } = spec.training;
  return { ...withLearningRate(spec, STILL), training: { ...training, epochs: ENDLESS } };
}
