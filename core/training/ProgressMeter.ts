/** Says how far a run is, how fast, and when it will end, from what was measured so far. */
import type { RunProgress } from '../contract/RunRecord.ts';

/** Estimates made from less than this are noise. */
const SECONDS_BEFORE_AN_ESTIMATE = 0.5;

export interface ProgressMeter {
  /** A chunk of iterations that took so long. */
  add(samples: number, iterations: number, milliseconds: number): void;
  progress(epoch: number): RunProgress;
  /** Training samples a second since the meter was made, evaluation left out. */
  samplesPerSecond(): number;
}

export interface ProgressMeterOptions {
  readonly now: () => number;
  readonly epochs: number;
  readonly iterationsPerEpoch: number;
  /** Iterations that are done already, by a training that this one goes on with. */
  readonly iterationsBefore?: number;
}

export function createProgressMeter(options: ProgressMeterOptions): ProgressMeter {
  const { now, epochs, iterationsPerEpoch, iterationsBefore: before = 0 } = options;
  const iterations = epochs * iterationsPerEpoch;
  const start = now();
  let done = before;
  let samples = 0;
  let milliseconds = 0;

  const samplesPerSecond = () => (milliseconds > 0 ? (samples / milliseconds) * 1000 : 0);

  /** From wall time, evaluation and storage included: that is what a person waits for. */
  function secondsLeft(): number | null {
    const elapsed = (now() - start) / 1000;
    if (done === iterations) return 0;
    if (done === before || elapsed < SECONDS_BEFORE_AN_ESTIMATE) return null;
    return (elapsed / (done - before)) * (iterations - done);
  }

  return {
    add(chunkSamples, chunkIterations, chunkMilliseconds) {
      done += chunkIterations;
      samples += chunkSamples;
      milliseconds += chunkMilliseconds;
    },
    progress: (epoch) => ({
      epoch,
      epochs,
      iteration: done,
      iterations,
      samplesPerSecond: samplesPerSecond(),
      secondsLeft: secondsLeft(),
    }),
    samplesPerSecond,
  };
}
