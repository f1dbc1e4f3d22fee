/** How fast an executor trains an experiment, by letting it begin. */
import { type CreateChunkSource, inlineChunkSource } from './ChunkSource.ts';
import { createEpochTrainer, type EpochTrainerOptions } from './EpochTrainer.ts';

export interface TimeTrainingOptions extends Omit<EpochTrainerOptions, 'createSource'> {
  /** That of the training to come: who assembles minibatches meanwhile is faster. Inline when left out. */
  readonly createSource?: CreateChunkSource;
}

/** Milliseconds behind the first chunk, which is longer than the others: memory is touched, kernels are loaded. */
const MEASURED = 300;

/** Milliseconds that a clock can tell from nothing. */
const SHORTEST = 0.1;

/** Small models end after a few chunks of 256 steps; these are enough to compare. */
const MOST_CHUNKS = 12;

/**
 * Iterations a second of the experiment's own model, minibatches and optimizer, its data assembled
 * on the way.
 *
 * Takes about half a second and keeps nothing of what was learned. Rejects with what the executor
 * refuses to compile or to compute.
 */
export async function timeTraining(options: TimeTrainingOptions): Promise<number> {
  const { spec, createSource = inlineChunkSource } = options;
  const trainer = await createEpochTrainer({ ...options, createSource });
  const { iterationsPerEpoch } = trainer;
  let [epoch, done] = [1, 0];

  async function runChunk(): Promise<{ iterations: number; milliseconds: number }> {
    if (done === iterationsPerEpoch) [epoch, done] = [(epoch % spec.training.epochs) + 1, 0];
    const start = { epoch, done, most: iterationsPerEpoch - done };
    const { points, milliseconds } = await trainer.run(start, () => 0);
    done += points.length;
    return { iterations: points.length, milliseconds };
  }

  try {
    await runChunk();
    let [iterations, milliseconds] = [0, 0];
    for (let chunks = 0; chunks < MOST_CHUNKS && milliseconds < MEASURED; chunks++) {
      const chunk = await runChunk();
      iterations += chunk.iterations;
      milliseconds += chunk.milliseconds;
    }
    return (iterations * 1000) / Math.max(milliseconds, SHORTEST);
  } finally {
    await trainer.dispose();
  }
}
