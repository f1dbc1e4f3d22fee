/**
 * The studio's training loop as a run drives it: shuffling, normalising bytes into minibatches,
 * drawing dropout masks, the chunks themselves, metrics, an evaluation and a checkpoint per epoch.
 * What a run adds to it, messages and SQLite, happens in the service's process.
 */
import * as ort from 'onnxruntime-node';
import type { Dataset } from '../core/data/Dataset.ts';
import type { Executor } from '../core/executors/Executor.ts';
import { onnxExecutor } from '../core/executors/onnx/OnnxExecutor.ts';
import { sizeOf } from '../core/graph/Tensor.ts';
import { randomAt } from '../core/random/randomAt.ts';
import { train } from '../core/training/train.ts';
import { feederEntry } from '../main/paths.ts';
import { shareDataset, threadChunkSource } from '../main/trainer/threadChunkSource.ts';
import type { BegunExperiment } from '../main/trainer/timedExecutor.ts';
import type { Contender, Timing } from './Contender.ts';
import { specOf } from './specOf.ts';
import { stopwatch } from './stopwatch.ts';
import type { Workload } from './workloads.ts';

const SAMPLES = 20_000;

/** What a run of the workload begins with. */
export const experimentOf = (workload: Workload): BegunExperiment => ({
  spec: specOf(workload, { dataset: 'bench', validation: 0.1, test: 0 }),
  dataset: shareDataset(randomDataset(workload)),
  createSource: threadChunkSource(feederEntry()),
});

export const endToEnd = (name: string, open: () => Promise<Executor>): Contender => ({
  name,
  async start(workload) {
    const executor = await open();
    const events = train({
      ...experimentOf(workload),
      executor,
      now: () => performance.now(),
    });
    async function trainFor(seconds: number): Promise<Timing> {
      const read = stopwatch();
      let samples = 0;
      let time = read();
      while (time.seconds < seconds) {
        const { value: event } = await events.next();
        if (event?.type === 'iterations') samples += event.points.length * workload.batchSize;
        time = read();
      }
      return { samples, ...time };
    }
    // Chunks grow to their length in the first moments.
    await trainFor(0.5);
    return {
      detail: executor.detail,
      train: trainFor,
      stop: async () => void (await events.return()),
    };
  },
});

export const endToEndContender = endToEnd('Descent, end to end', async () =>
  onnxExecutor(ort, { threads: 1 }),
);

/** Images as bytes where the features make a square, tokens and everything else as a table. */
function randomDataset({ inputShape, tokens, classes }: Workload): Dataset {
  const random = randomAt({ seed: 2, stream: 'shuffle' });
  const labels = Array.from({ length: classes }, (_, index) => `${index}`);
  const targets = Int32Array.from({ length: SAMPLES }, () => random.nextBelow(classes));
  const counts = labels.map((_, label) => targets.filter((target) => target === label).length);
  const length = SAMPLES * sizeOf(inputShape);
  const side = Math.sqrt(sizeOf(inputShape));
  const isImage = !tokens && Number.isInteger(side);
  const common = {
    samples: SAMPLES,
    targets,
    target: { kind: 'class' as const, name: 'label', labels, counts },
    givenSplits: null,
    warnings: [],
  };
  if (isImage) {
    const images = Uint8Array.from({ length }, () => random.nextBelow(256));
    const none = { columns: [], values: new Float32Array() };
    return { kind: 'image', ...common, ...none, sampleShape: [1, side, side], images };
  }
  const columns = Array.from({ length: sizeOf(inputShape) }, (_, index) => ({
    name: `x${index}`,
    type: 'number' as const,
  }));
  const values = Float32Array.from({ length }, () => random.nextBelow(tokens ?? 256));
  return { kind: 'table', ...common, columns, values };
}
