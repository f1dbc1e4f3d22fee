/** The studio's own step in one of its executors: the pure throughput, without sampling, storing or drawing. */
import type { Executor, TensorData } from '../core/executors/Executor.ts';
import { sizeOf } from '../core/graph/Tensor.ts';
import { buildModel } from '../core/model/buildModel.ts';
import { initializeModel } from '../core/model/initializeModel.ts';
import { randomAt } from '../core/random/randomAt.ts';
import { type TrainingStep, trainingStep } from '../core/training/trainingStep.ts';
import type { Contender } from './Contender.ts';
import { stopwatch } from './stopwatch.ts';
import type { Workload } from './workloads.ts';

/** Samples of one chunk, about what the trainer feeds at a time. */
const CHUNK_SAMPLES = 2048;

/** Seconds of one chunk, at most, where a step takes less. */
const LONGEST_CHUNK = 0.5;

/** Seconds of a step above which nobody is kept waiting. */
const LONGEST_STEP = 4;

export interface ExecutorContenderOptions {
  readonly name: string;
  readonly open: () => Promise<Pick<Executor, 'detail' | 'compileLoop'>>;
  readonly chunkSamples?: number;
}

export const executorContender = ({
  name,
  open,
  chunkSamples = CHUNK_SAMPLES,
}: ExecutorContenderOptions): Contender => ({
  name,
  async start(workload) {
    const { batchSize, optimizer, layers, inputShape } = workload;
    const model = buildModel({ layers: [...layers] }, inputShape);
    const loss = { type: 'CrossEntropyLoss', options: {} };
    const step = trainingStep({ model, loss, optimizer, batchSize, target: 'class' });
    const started = performance.now();
    const executor = await open();
    const loop = await executor.compileLoop(step.loop);
    await loop.setState(step.initialState(initializeModel(model, 1)));
    const sequencesOfOne = randomSequences(step, workload, 1);
    await loop.run(1, sequencesOfOne);
    const ready = ((performance.now() - started) / 1000).toFixed(1);
    const warm = performance.now();
    await loop.run(1, sequencesOfOne);
    const stepSeconds = (performance.now() - warm) / 1000;
    if (stepSeconds > LONGEST_STEP) {
      await loop.dispose();
      throw new Error(`a minibatch takes longer than ${LONGEST_STEP} s`);
    }
    const mostSteps = Math.min(chunkSamples / batchSize, LONGEST_CHUNK / stepSeconds);
    const steps = Math.max(1, Math.floor(mostSteps));
    const sequences = randomSequences(step, workload, steps);
    await loop.run(steps, sequences);
    return {
      detail: `${executor.detail}; one iteration ${ready} s after the start`,
      async train(seconds) {
        const read = stopwatch();
        let samples = 0;
        let time = read();
        while (time.seconds < seconds) {
          await loop.run(steps, sequences);
          samples += steps * batchSize;
          time = read();
        }
        return { samples, ...time };
      },
      stop: () => loop.dispose(),
    };
  },
});

function randomSequences(
  { loop, noise, scalars }: TrainingStep,
  { classes, tokens }: Workload,
  steps: number,
): Record<string, TensorData> {
  const random = randomAt({ seed: 1, stream: 'shuffle' });
  const sequences: Record<string, TensorData> = {};
  for (const { name, shape, dtype } of loop.program.inputs) {
    if (!loop.sequences.includes(name)) continue;
    const length = steps * sizeOf(shape);
    sequences[name] =
      dtype === 'int'
        ? Int32Array.from({ length }, () => random.nextBelow(classes))
        : Float32Array.from({ length }, () =>
            tokens ? random.nextBelow(tokens) : random.nextFloat(),
          );
  }
  for (const { name, keep, value } of noise) {
    sequences[name] = sequences[name]!.map((drawn) => (drawn < keep ? value : 0));
  }
  for (let index = 0; index < steps; index++) {
    for (const [name, value] of Object.entries(scalars(index + 1))) sequences[name]![index] = value;
  }
  return sequences;
}
