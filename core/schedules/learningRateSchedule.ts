/**
 * The learning rate of every iteration of a run: warm-up, then schedule.
 *
 * The schedule begins where the warm-up ends and counts from there; during the warm-up the learning
 * rate is a growing share of the schedule's first value. A schedule that steps by epochs therefore
 * counts them from the end of the warm-up, in whole epochs of iterations.
 */
import { parseOptions } from '../catalog/parseOptions.ts';
import type { Component, Options } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { scheduleDefinition, warmupDefinition } from './registry.ts';
import type { WarmupOptions } from './WarmupDefinition.ts';

export interface LearningRateScheduleOptions {
  /** The optimizer's own, in (0, ∞). */
  readonly learningRate: number;
  readonly schedule: Component;
  readonly warmup?: Component | undefined;
  readonly iterationsPerEpoch: number;
  readonly epochs: number;
}

/** The learning rate of an iteration, which counts from 1 over the whole run. */
export type LearningRateAt = (iteration: number) => number;

/** How the iterations of a run fall into steps. */
export interface CurveLayout {
  readonly iterations: number;
  readonly warmupIterations: number;
  /** Iterations of a step, of the warm-up and of the schedule. */
  readonly warmupStep: number;
  readonly scheduleStep: number;
  /** Of the schedule, behind the warm-up. */
  readonly steps: number;
}

export interface LearningRateSchedule {
  readonly layout: CurveLayout;
  /** For the epoch behind those whose validation losses are given, oldest first. */
  during(validationLosses: readonly number[]): LearningRateAt;
}

/**
 * Throws StudioError `invalid-experiment` at `schedule...` or `warmup...`: unknown type, refused
 * options, a warm-up that does not end before the run does.
 */
export function learningRateSchedule(options: LearningRateScheduleOptions): LearningRateSchedule {
  const { learningRate, iterationsPerEpoch, epochs } = options;
  const { definition, options: given } = prepareSchedule(options.schedule);
  const warmup = prepareWarmup(options.warmup, iterationsPerEpoch, epochs);
  const stepLength = definition.steppedBy === 'epoch' ? iterationsPerEpoch : 1;
  const scheduled = iterationsPerEpoch * epochs - warmup.iterations;
  const steps = Math.max(1, Math.ceil(scheduled / stepLength));
  const warmupEpochs = Math.ceil(warmup.iterations / iterationsPerEpoch);

  return {
    layout: {
      iterations: iterationsPerEpoch * epochs,
      warmupIterations: warmup.iterations,
      warmupStep: warmup.stepLength,
      scheduleStep: stepLength,
      steps,
    },
    during(validationLosses) {
      // Copied only where a warm-up must be left out: this is asked for at every epoch.
      const since = warmupEpochs === 0 ? validationLosses : validationLosses.slice(warmupEpochs);
      const run = { learningRate, steps, validationLosses: since };
      let last = { step: -1, value: Number.NaN };
      const scheduledRate = (step: number) => {
        if (step !== last.step) last = { step, value: definition.learningRate(step, run, given) };
        return last.value;
      };
      return (iteration) => {
        const done = iteration - 1;
        return done < warmup.iterations
          ? scheduledRate(0) * warmup.factorAt(done)
          : scheduledRate(Math.floor((done - warmup.iterations) / stepLength));
      };
    },
  };
}

function prepareSchedule(schedule: Component) {
  const definition = scheduleDefinition(schedule.type, 'schedule');
  const options = parseOptions(definition.descriptor, schedule.options, 'schedule');
  const refusal = definition.refusal?.(options);
  if (refusal) throw new StudioError('invalid-experiment', refusal, { where: 'schedule.options' });
  return { definition, options };
}

function prepareWarmup(warmup: Component | undefined, iterationsPerEpoch: number, epochs: number) {
  if (!warmup) return { iterations: 0, stepLength: 1, factorAt: () => 1 };
  const definition = warmupDefinition(warmup.type, 'warmup');
  const parsed = parseOptions(definition.descriptor, warmup.options, 'warmup');
  // The descriptors of all warm-ups hold these options; a test of the catalog says so.
  const options = parsed as Options & WarmupOptions;
  const stepLength = options.unit === 'epochs' ? iterationsPerEpoch : 1;
  const longest = options.unit === 'epochs' ? epochs : iterationsPerEpoch * epochs;
  if (options.length >= longest) {
    throw new StudioError(
      'invalid-experiment',
      `${warmup.type} length must be below the ${longest} ${options.unit} of the run. ` +
        `Received ${options.length}.`,
      { where: 'warmup.options.length' },
    );
  }
  return {
    iterations: options.length * stepLength,
    stepLength,
    factorAt: (done: number) => definition.factor(Math.floor(done / stepLength), options),
  };
}
