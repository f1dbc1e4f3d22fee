import { describe, expect, it } from 'vitest';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Dataset } from '../data/Dataset.ts';
import type { Executor } from '../executors/Executor.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { createTrainingControl } from './TrainingControl.ts';
import type { TrainingEvent } from './TrainingEvent.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { train } from './train.ts';

/** A clock whose ticks the test chooses, so that chunk lengths are the test's too. */
function clock(step: number): () => number {
  let time = 0;
  return () => {
    time += step;
    return time;
  };
}

/** An executor whose evaluations find the given losses, one a call. */
function measuring(losses: readonly number[]): Executor {
  const real = referenceExecutor();
  let calls = 0;
  return {
    ...real,
    async compile(program) {
      const executable = await real.compile(program);
      if (!program.outputs.has('output')) return executable;
      return {
        ...executable,
        async run(inputs) {
          const results = await executable.run(inputs);
          const loss = losses[calls++];
          return { ...results, loss: results.loss.map(() => loss) };
        },
      };
    },
  };
}

async function collect(
  spec: ExperimentSpec,
  {
    tick = 10,
    stopAfter = Number.POSITIVE_INFINITY,
    dataset = clouds(200),
    executor = referenceExecutor(),
    initialWeights = undefined as Record<string, Float32Array> | undefined,
  } = {},
): Promise<TrainingEvent[]> {
  const events: TrainingEvent[] = [];
  const control = createTrainingControl();
  const given = { spec, dataset, executor, now: clock(tick), control, initialWeights };
  for await (const event of train(given)) {
    events.push(event);
    const iterations = events.filter(({ type }) => type === 'iterations').length;
    if (iterations >= stopAfter) control.stop();
  }
  return events;
}

const ofType = <T extends TrainingEvent['type']>(events: TrainingEvent[], type: T) =>
  events.filter((event): event is Extract<TrainingEvent, { type: T }> => event.type === type);

describe('train', () => {
  it('tells of a start, every iteration once, every epoch, and the end', async () => {
    const events = await collect(cloudsExperiment());
    expect(events[0]).toMatchObject({
      type: 'start',
      splits: { train: 120, validation: 40, test: 40 },
      parameters: 2 * 8 + 8 + 16 + 8 * 2 + 2,
      iterationsPerEpoch: 7,
      iterations: 35,
    });
    const points = ofType(events, 'iterations').flatMap((event) => event.points);
    expect(points.map(({ iteration }) => iteration)).toEqual(
      Array.from({ length: 35 }, (_, i) => i + 1),
    );
    expect(ofType(events, 'epoch').map(({ metrics }) => metrics.epoch)).toEqual([1, 2, 3, 4, 5]);
    expect(events.at(-1)).toMatchObject({ type: 'end', status: 'completed' });
  });

  it('learns to tell two clouds apart', async () => {
    const epochs = ofType(
      await collect(cloudsExperiment({ training: { batchSize: 16, epochs: 20 } })),
      'epoch',
    );
    expect(epochs.at(-1)?.metrics.validation.accuracy).toBeGreaterThanOrEqual(0.95);
    expect(epochs.at(-1)?.metrics.validation.loss).toBeLessThan(epochs[0].metrics.validation.loss);
  });

  it('gives the same weights whatever the clock makes of the chunks', async () => {
    const checkpoints = await Promise.all(
      [0.01, 10, 1000].map(
        async (tick) =>
          ofType(await collect(cloudsExperiment(), { tick }), 'epoch').at(-1)?.checkpoint,
      ),
    );
    expect(checkpoints[1]).toEqual(checkpoints[0]);
    expect(checkpoints[2]).toEqual(checkpoints[0]);
  });

  it('gives other weights for another seed', async () => {
    const [a, b] = await Promise.all(
      [1, 2].map(
        async (seed) =>
          ofType(await collect(cloudsExperiment({ seed })), 'epoch').at(-1)?.checkpoint,
      ),
    );
    expect(a).not.toEqual(b);
  });

  it('trains on the remainder when dropLast is off', async () => {
    const events = await collect(
      cloudsExperiment({ training: { batchSize: 16, epochs: 2, dropLast: false } }),
    );
    expect(events[0]).toMatchObject({ iterationsPerEpoch: 8, iterations: 16 });
    expect(ofType(events, 'iterations').flatMap(({ points }) => points)).toHaveLength(16);
  });

  it('trains full batches and nothing else when the batch is the training split', async () => {
    const events = await collect(
      cloudsExperiment({ training: { batchSize: 120, epochs: 3, dropLast: false } }),
    );
    expect(events[0]).toMatchObject({ iterationsPerEpoch: 1, iterations: 3 });
  });

  it('marks the epochs whose validation loss is the lowest so far', async () => {
    const epochs = ofType(
      await collect(cloudsExperiment({ training: { batchSize: 16, epochs: 12 } })),
      'epoch',
    );
    let lowest = Number.POSITIVE_INFINITY;
    for (const { metrics, isBest } of epochs) {
      expect(isBest).toBe(metrics.validation.loss < lowest);
      lowest = Math.min(lowest, metrics.validation.loss);
    }
  });

  it('keeps the first epoch as the best until a loss is lower, even one that is not a number', async () => {
    const measured = [Number.NaN, 3, 4, Number.NaN, 2];
    const executor = measuring(measured);
    const spec = cloudsExperiment({ training: { batchSize: 16, epochs: measured.length } });
    const epochs = ofType(await collect(spec, { executor }), 'epoch');
    expect(epochs.map(({ metrics }) => metrics.validation.loss)).toEqual(measured);
    expect(epochs.map(({ isBest }) => isBest)).toEqual([true, true, false, false, true]);
  });

  it('hears a stop between chunks and keeps no half epoch', async () => {
    const events = await collect(cloudsExperiment(), { tick: 1000, stopAfter: 3 });
    expect(ofType(events, 'iterations')).toHaveLength(3);
    expect(ofType(events, 'epoch')).toHaveLength(0);
    expect(events.at(-1)).toMatchObject({ type: 'end', status: 'stopped' });
  });

  it('regresses numbers', async () => {
    const base = clouds(200);
    const dataset: Dataset = {
      ...base,
      targets: Float32Array.from(base.targets, (side, index) => side * 2 + base.values[2 * index]),
      target: { kind: 'number', name: 'sum', minimum: -6, maximum: 8 },
    };
    const spec = cloudsExperiment({
      model: { layers: [{ type: 'Linear', options: { outFeatures: 1 } }] },
      loss: { type: 'MSELoss' },
      optimizer: { type: 'SGD', options: { learningRate: 0.05 } },
      training: { batchSize: 20, epochs: 30 },
    });
    const epochs = ofType(await collect(spec, { dataset }), 'epoch');
    expect(epochs.at(-1)?.metrics.train.accuracy).toBeNull();
    expect(epochs.at(-1)?.metrics.validation.loss).toBeLessThan(0.5);
  });

  it('names the iteration at which the loss is no longer finite, after telling of it', async () => {
    const spec = cloudsExperiment({
      model: { layers: [{ type: 'Linear', options: { outFeatures: 1 } }] },
      loss: { type: 'MSELoss' },
      optimizer: { type: 'SGD', options: { learningRate: 1e39 } },
      training: { batchSize: 20, epochs: 30 },
    });
    const base = clouds(200);
    const dataset: Dataset = {
      ...base,
      targets: Float32Array.from(base.targets),
      target: { kind: 'number', name: 'side', minimum: 0, maximum: 1 },
    };
    const events: TrainingEvent[] = [];
    const run = async () => {
      const options = {
        spec,
        dataset,
        executor: referenceExecutor(),
        now: clock(10),
      };
      for await (const event of train(options)) events.push(event);
    };
    const error = await run().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(StudioError);
    const broken = ofType(events, 'iterations')
      .flatMap(({ points }) => points)
      .find(({ loss }) => !Number.isFinite(loss));
    expect(broken).toBeDefined();
    expect(error).toMatchObject({
      code: 'diverged',
      where: expect.stringMatching(/^model\.layers\[\d\]$/),
      message: expect.stringContaining(
        `Training diverged: the loss of iteration ${broken?.iteration} (epoch ${broken?.epoch}) is ${broken?.loss}.`,
      ),
    });
  });

  it('ends as diverged when the last update alone breaks the weights', async () => {
    const spec = cloudsExperiment({
      optimizer: { type: 'SGD', options: { learningRate: 1e39 } },
      training: { batchSize: 120, epochs: 1 },
    });
    await expect(collect(spec)).rejects.toMatchObject({
      code: 'diverged',
      where: 'model.layers[0]',
      message: expect.stringMatching(
        /^Training diverged: after iteration 1 \(epoch 1\) "0.weight" holds /,
      ),
      hint: 'Lower the learning rate, now 1e+39: rates above 1 rarely learn.',
    });
  });

  it('tells of the learning rate as it was chosen, not rounded to float32', async () => {
    const events = await collect(cloudsExperiment({ training: { batchSize: 40, epochs: 1 } }));
    const points = ofType(events, 'iterations').flatMap((event) => event.points);
    expect(points.map(({ learningRate }) => learningRate)).toEqual([0.01, 0.01, 0.01]);
    expect(ofType(events, 'epoch')[0].metrics.learningRate).toBe(0.01);
  });

  it('ends a training whose loss explodes though it stays finite', async () => {
    const spec = cloudsExperiment({
      optimizer: { type: 'Adam', options: { learningRate: 1000 } },
      training: { batchSize: 16, epochs: 50 },
    });
    await expect(collect(spec)).rejects.toMatchObject({
      code: 'diverged',
      message: expect.stringMatching(
        /^Training diverged: the loss of iteration \d+ \(epoch \d+\) is [\d,]+, over the limit of 10,000\. What grew most since /,
      ),
      hint: expect.stringContaining('now 1000: rates above 1 rarely learn.'),
    });
  });

  it('tracks the norm of the gradient in every iteration where it is asked to', async () => {
    const training = { batchSize: 16, epochs: 2 };
    const normsOf = (events: TrainingEvent[]) =>
      ofType(events, 'iterations').flatMap(({ points }) => points.map((one) => one.gradientNorm));
    const plain = normsOf(await collect(cloudsExperiment({ training })));
    expect(new Set(plain)).toEqual(new Set([null]));
    const asked = cloudsExperiment({ training: { ...training, trackGradientNorm: true } });
    const tracked = normsOf(await collect(asked));
    expect(tracked).toHaveLength(plain.length);
    for (const norm of tracked) expect(norm).toBeGreaterThan(0);
  });

  it('tells the penalty of weight decay apart from the data loss', async () => {
    const optimizer = { type: 'SGD', options: { learningRate: 0.01, weightDecay: 0.1 } };
    const events = ofType(await collect(cloudsExperiment({ optimizer })), 'epoch');
    for (const { metrics, checkpoint } of events) {
      const decayed = ['0.weight', '4.weight'].flatMap((name) => [...checkpoint[name].data]);
      const squares = decayed.reduce((sum, value) => sum + value ** 2, 0);
      expect(metrics.penalty).toBeCloseTo(0.05 * squares, 10);
    }
    const [first] = ofType(await collect(cloudsExperiment()), 'epoch');
    expect(first.metrics.penalty).toBeNull();
  });

  it('looks inside the network after the last epoch at least, and tells what it sees', async () => {
    const dying = cloudsExperiment({
      model: {
        layers: [
          { type: 'Linear', options: { outFeatures: 8 } },
          { type: 'ReLU' },
          { type: 'Linear', options: { outFeatures: 2 } },
        ],
      },
      training: { batchSize: 16, epochs: 2 },
    });
    const initialWeights = {
      '0.weight': new Float32Array(16),
      '0.bias': new Float32Array(8).fill(-100),
      '2.weight': new Float32Array(16).fill(0.1),
      '2.bias': new Float32Array(2),
    };
    const [, last] = ofType(await collect(dying, { initialWeights }), 'epoch');
    expect(last.metrics.gradientNorm).not.toBeNull();
    expect(last.findings.map(({ kind, layer }) => [kind, layer])).toContainEqual([
      'dead-units',
      [1],
    ]);
  });
});
