/**
 * train() against the same training written out plainly: one minibatch a call, the state carried by
 * hand between the step of full minibatches and that of the one left over.
 *
 * It holds the addresses of all randomness, the order of samples, the dropped and the left-over
 * minibatch, BatchNorm's buffers, and the means that an epoch reports.
 */
import { expect, test } from 'vitest';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { Dataset } from '../data/Dataset.ts';
import { epochOrder } from '../data/epochOrder.ts';
import type { TensorData } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { sizeOf } from '../graph/Tensor.ts';
import { initializeModel } from '../model/initializeModel.ts';
import { encodeSample } from '../preprocessing/encodeSample.ts';
import { fillBernoulli } from '../random/fill.ts';
import { randomAt } from '../random/randomAt.ts';
import { prepareExperiment } from './prepareExperiment.ts';
import { createTrainingControl } from './TrainingControl.ts';
import type { TrainingEvent } from './TrainingEvent.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { train } from './train.ts';
import { trainingStep } from './trainingStep.ts';

type Epoch = Extract<TrainingEvent, { type: 'epoch' }>;
type State = Record<string, TensorData>;

interface Position {
  readonly epoch: number;
  /** Within the epoch, from 0. */
  readonly index: number;
  /** Over the whole run, from 1. */
  readonly iteration: number;
}

async function trained(spec: ExperimentSpec, dataset: Dataset, stopAfter = Infinity) {
  const control = createTrainingControl();
  const events: TrainingEvent[] = [];
  // A clock that stands still: one chunk is twice as long as the one before.
  const options = { spec, dataset, executor: referenceExecutor(), now: () => 0, control };
  for await (const event of train(options)) {
    events.push(event);
    if (pointsOf(events).length >= stopAfter) control.stop();
  }
  return events;
}

const pointsOf = (events: readonly TrainingEvent[]) =>
  events.flatMap((event) => (event.type === 'iterations' ? event.points : []));

const epochsOf = (events: readonly TrainingEvent[]) =>
  events.filter((event): event is Epoch => event.type === 'epoch');

/** One optimizer step on the given samples, from one state to the next. */
async function stepByHand(
  spec: ExperimentSpec,
  dataset: Dataset,
  samples: readonly number[],
  position: Position,
  state: State | null,
) {
  const { model, preprocessor } = prepareExperiment(spec, dataset);
  const batchSize = samples.length;
  const step = trainingStep({ ...spec, model, batchSize, target: dataset.target.kind });
  const loop = await referenceExecutor().compileLoop(step.loop);
  await loop.setState(state ?? step.initialState(initializeModel(model, spec.seed)));

  const raw = samples.flatMap((index) => [...dataset.values.subarray(2 * index, 2 * index + 2)]);
  const rows = samples.map((_, row) =>
    encodeSample(preprocessor, { kind: 'table', values: raw.slice(2 * row, 2 * row + 2) }),
  );
  const sequences: Record<string, TensorData> = {
    input: Float32Array.from(rows.flatMap((row) => [...row])),
    target: Int32Array.from(samples, (index) => dataset.targets[index]),
  };
  const { epoch, index } = position;
  const random = randomAt({ seed: spec.seed, stream: 'dropout', epoch, index });
  for (const { name, shape, keep, value } of step.noise) {
    const mask = new Float32Array(sizeOf(shape));
    fillBernoulli(random, mask, keep, value);
    sequences[name] = mask;
  }
  for (const [name, value] of Object.entries(step.scalars(position.iteration))) {
    sequences[name] = Float32Array.of(value);
  }
  const { loss, correct } = await loop.run(1, sequences);
  return { state: await loop.getState(), loss: loss[0], correct: correct[0] };
}

async function trainedByHand(spec: ExperimentSpec, dataset: Dataset) {
  const { batchSize, epochs, dropLast } = spec.training;
  const { splits } = prepareExperiment(spec, dataset);
  const results: { loss: number; accuracy: number; state: State }[] = [];
  let state: State | null = null;
  let iteration = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = [...epochOrder(splits.train, spec.seed, epoch)];
    let [lossSum, correct, seen] = [0, 0, 0];
    for (let start = 0; start < order.length; start += batchSize) {
      const samples = order.slice(start, start + batchSize);
      if (dropLast && samples.length < batchSize) break;
      iteration += 1;
      const position = { epoch, index: start / batchSize, iteration };
      const done = await stepByHand(spec, dataset, samples, position, state);
      state = done.state;
      lossSum += done.loss * samples.length;
      correct += done.correct;
      seen += samples.length;
    }
    results.push({ loss: lossSum / seen, accuracy: correct / seen, state: state ?? {} });
  }
  return results;
}

const cases = [
  { batchSize: 16, dropLast: true },
  { batchSize: 16, dropLast: false },
  { batchSize: 60, dropLast: false },
  { batchSize: 35, dropLast: false },
].flatMap((training) => [0, 0xffff_ffff].map((seed) => ({ ...training, seed })));

test.each(cases)(
  '$batchSize samples a minibatch, dropLast $dropLast, seed $seed',
  async (given) => {
    const { seed, ...training } = given;
    const dataset = clouds(100);
    const spec = cloudsExperiment({ seed, training: { ...training, epochs: 3 } });
    const epochs = epochsOf(await trained(spec, dataset));
    const expected = await trainedByHand(spec, dataset);
    expect(epochs).toHaveLength(expected.length);
    for (const [index, { metrics, checkpoint }] of epochs.entries()) {
      expect(metrics.train.loss).toBeCloseTo(expected[index].loss, 12);
      expect(metrics.train.accuracy).toBe(expected[index].accuracy);
      const data = Object.entries(checkpoint).map(([name, tensor]) => [name, tensor.data]);
      expect(Object.fromEntries(data)).toEqual(expected[index].state);
    }
  },
);

test('a stop in mid-epoch keeps the epochs before as they are in the whole run', async () => {
  const dataset = clouds(100);
  // 60 training samples: three full minibatches of 16 and one of 12 an epoch.
  const spec = cloudsExperiment({ training: { batchSize: 16, epochs: 4, dropLast: false } });
  const whole = epochsOf(await trained(spec, dataset));
  const stopped = await trained(spec, dataset, 10);
  const { metrics, checkpoint } = whole[1];
  expect(epochsOf(stopped)).toHaveLength(2);
  expect(epochsOf(stopped)[1]).toMatchObject({ metrics, checkpoint });
  expect(stopped.at(-1)).toMatchObject({ type: 'end', status: 'stopped' });
});

test('a stop heard behind the last iteration of an epoch measures that epoch and starts no other', async () => {
  const spec = cloudsExperiment({ training: { batchSize: 16, epochs: 4, dropLast: false } });
  const stopped = await trained(spec, clouds(100), 8);
  expect(pointsOf(stopped)).toHaveLength(8);
  expect(epochsOf(stopped)).toHaveLength(2);
  expect(stopped.at(-1)).toMatchObject({ type: 'end', status: 'stopped' });
});

test('a stop heard behind the very last iteration comes too late: the run is complete', async () => {
  const spec = cloudsExperiment({ training: { batchSize: 16, epochs: 2, dropLast: false } });
  const events = await trained(spec, clouds(100), 8);
  expect(epochsOf(events)).toHaveLength(2);
  expect(events.at(-1)).toMatchObject({ type: 'end', status: 'completed' });
});
