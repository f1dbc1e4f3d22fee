/**
 * Finds where in the network a training broke, by going through the epoch's iterations again.
 *
 * Training itself looks at nothing but its losses, so the search costs only the run that has
 * diverged. Randomness has an address, so the same iterations come again: in chunks up to the last
 * state that is finite, then one by one with everything on their way laid open.
 */
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { GuardFinding } from '../../contract/GuardFinding.ts';
import type { Dataset } from '../../data/Dataset.ts';
import type { Executor, TensorData } from '../../executors/Executor.ts';
import { inlineChunkSource } from '../ChunkSource.ts';
import { firstBroken, firstFault } from '../inspection/firstFault.ts';
import {
  createInspector,
  type Inspection,
  type Inspector,
  type State,
} from '../inspection/Inspector.ts';
import { largestGrowth } from '../inspection/largestGrowth.ts';
import type { PreparedExperiment } from '../prepareExperiment.ts';
import { createStepLoop } from '../StepLoop.ts';
import type { Checkpoint } from '../TrainingEvent.ts';
import { explosionFinding, faultFinding } from './divergenceFinding.ts';

/** Iterations between two looks at the state; as many are then gone through one by one. */
const CHUNK = 16;

export interface Replay {
  readonly epoch: number;
  /** Parameters, buffers and optimizer state before the first of the iterations. */
  readonly start: Checkpoint;
  /** Steps of the epoch before them. */
  readonly stepsBefore: number;
  /** The first one's number, from 1 over the whole run. */
  readonly firstIteration: number;
  /** Of each iteration, up to the one in which the divergence showed. */
  readonly learningRates: readonly number[];
}

export interface FindDivergenceOptions extends Replay {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly prepared: PreparedExperiment;
  readonly executor: Executor;
}

/** Null where the search finds nothing: all numbers are finite, and none grew tenfold. */
export async function findDivergence(options: FindDivergenceOptions): Promise<GuardFinding | null> {
  const { spec, prepared, learningRates, stepsBefore, epoch } = options;
  const { batchSize } = spec.training;
  const { length } = prepared.splits.train;
  const fullSteps = Math.floor(length / batchSize) - stepsBefore;
  const full = await createInspector({ ...options, batchSize });
  // The minibatch left over has a size of its own.
  const last =
    learningRates.length > fullSteps
      ? await createInspector({ ...options, batchSize: length % batchSize })
      : null;
  const look = (state: State, index: number): Promise<Inspection> => {
    const inspector = (index < fullSteps ? full : last) as Inspector;
    return inspector.inspect(state, {
      epoch,
      samplesBefore: (stepsBefore + index) * batchSize,
      stepsBefore: stepsBefore + index,
      iteration: options.firstIteration + index,
      learningRate: learningRates[index],
    });
  };
  try {
    const start = full.stateOf(options.start);
    const steps = Math.min(fullSteps, learningRates.length - 1);
    const near = await lastFiniteState(options, start, steps);
    return await search(options, look, { start, ...near });
  } finally {
    await full.dispose();
    await last?.dispose();
  }
}

interface Position {
  readonly state: State;
  /** Iterations behind it. */
  readonly done: number;
}

/** Before the chunk in which the state breaks, or `steps` iterations on. */
async function lastFiniteState(
  options: FindDivergenceOptions,
  start: State,
  steps: number,
): Promise<Position> {
  let position: Position = { state: start, done: 0 };
  if (steps <= CHUNK) return position;
  const { spec, prepared, epoch, stepsBefore, firstIteration, learningRates } = options;
  const { batchSize, gradientClipping } = spec.training;
  const { model, preprocessor, splits } = prepared;
  const data = { preprocessor, train: splits.train, createSource: inlineChunkSource };
  const loop = await createStepLoop({
    ...options,
    ...spec,
    ...data,
    dataset: options.dataset,
    gradientClipping,
    model,
    batchSize,
  });
  try {
    await loop.executable.setState(start);
    while (position.done < steps) {
      const { done } = position;
      const before = stepsBefore + done;
      const count = Math.min(CHUNK, loop.capacity, steps - done);
      const place = { epoch, samplesBefore: before * batchSize, stepsBefore: before, steps: count };
      const arrays = await loop.source.request(place);
      const rateAt = (iteration: number) => learningRates[iteration - firstIteration];
      await loop.run(arrays, count, firstIteration + done - 1, rateAt);
      const state = await loop.executable.getState();
      if (!isWhole(state)) break;
      position = { state, done: done + count };
    }
    return position;
  } finally {
    await loop.source.dispose();
    await loop.executable.dispose();
  }
}

function isWhole(state: Readonly<Record<string, TensorData>>): boolean {
  return Object.values(state).every((values) => firstBroken(values) === null);
}

async function search(
  { epoch, firstIteration, learningRates }: Replay,
  look: (state: State, index: number) => Promise<Inspection>,
  { start, state, done }: Position & { readonly start: State },
): Promise<GuardFinding | null> {
  const first = await look(start, 0);
  let [previous, current]: [Inspection, State] = [first, state];
  for (let index = done; index < learningRates.length; index++) {
    const inspection = index === 0 ? first : await look(current, index);
    const fault = firstFault(inspection);
    const growth = largestGrowth(first, fault ? previous : inspection);
    const place = {
      epoch,
      iteration: firstIteration + index,
      since: firstIteration,
      learningRate: learningRates[index],
    };
    if (fault) return faultFinding(fault, growth, place);
    if (index === learningRates.length - 1) return growth && explosionFinding(growth, place);
    [previous, current] = [inspection, inspection.after];
  }
  return null;
}
