/**
 * The studio's training loop as a run drives it: shuffling, normalising bytes into minibatches,
 * drawing dropout masks, the chunks themselves, metrics, an evaluation and a checkpoint per epoch.
 * What a run adds to it, messages and SQLite, happens in the service's process.
 */
import * as ort from 'onnxruntime-node';
import { ExperimentSpec } from '../core/contract/ExperimentSpec.ts';
import type { ImageDataset } from '../core/data/Dataset.ts';
import { onnxExecutor } from '../core/executors/onnx/OnnxExecutor.ts';
import { randomAt } from '../core/random/randomAt.ts';
import { train } from '../core/training/train.ts';
import { feederEntry } from '../main/paths.ts';
import { shareDataset, threadChunkSource } from '../main/trainer/threadChunkSource.ts';
import type { Contender } from './Contender.ts';
import type { Workload } from './workloads.ts';

const SAMPLES = 20_000;
/** More than any benchmark waits for. */
const EPOCHS = 1_000_000;

export const endToEndContender: Contender = {
  name: 'Descent, end to end',
  async start(workload) {
    const executor = onnxExecutor(ort, { threads: 1 });
    const events = train({
      spec: specOf(workload),
      dataset: shareDataset(randomImages(workload)),
      executor,
      createSource: threadChunkSource(feederEntry()),
      now: () => performance.now(),
      signal: { aborted: false },
    });
    async function trainFor(seconds: number): Promise<number> {
      const start = performance.now();
      let samples = 0;
      let elapsed = 0;
      while (elapsed < seconds) {
        const { value: event } = await events.next();
        if (event?.type === 'iterations') samples += event.points.length * workload.batchSize;
        elapsed = (performance.now() - start) / 1000;
      }
      return samples / elapsed;
    }
    // Chunks grow to their length in the first moments.
    await trainFor(0.5);
    return {
      detail: executor.detail,
      samplesPerSecond: trainFor,
      stop: async () => void (await events.return()),
    };
  },
};

function specOf({ layers, optimizer, batchSize }: Workload): ExperimentSpec {
  return ExperimentSpec.parse({
    format: 'descent-experiment',
    version: 1,
    name: 'bench',
    dataset: 'bench',
    split: { validation: 0.1, test: 0, stratified: false },
    model: { layers: [{ type: 'Flatten' }, ...layers] },
    loss: { type: 'CrossEntropyLoss' },
    optimizer,
    training: { batchSize, epochs: EPOCHS },
  });
}

function randomImages({ features, classes }: Workload): ImageDataset {
  const random = randomAt({ seed: 2, stream: 'shuffle' });
  const labels = Array.from({ length: classes }, (_, index) => `${index}`);
  const targets = Int32Array.from({ length: SAMPLES }, () => random.nextBelow(classes));
  const counts = labels.map((_, label) => targets.filter((target) => target === label).length);
  return {
    kind: 'image',
    samples: SAMPLES,
    sampleShape: [1, Math.sqrt(features), Math.sqrt(features)],
    images: Uint8Array.from({ length: SAMPLES * features }, () => random.nextBelow(256)),
    targets,
    target: { kind: 'class', name: 'label', labels, counts },
    columns: [],
    values: new Float32Array(),
    givenSplits: null,
    warnings: [],
  };
}
