/**
 * `npm run bench:augmentation`: what turning, shifting and flipping every image costs a run.
 *
 * The bundled MNIST experiment is trained with and without, in turns, the way a run trains: the
 * feeder in its thread, the executor on one of its own. Rounds are paired, since the machine may be
 * shared; the processor time of both threads is told beside the throughput, and is what the numbers
 * mean on a busy machine.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { createImageAugmenter } from '../core/augmentation/image/ImageAugmenter.ts';
import { prepareAugmentation } from '../core/augmentation/prepareAugmentation.ts';
import { ExperimentSpec } from '../core/contract/ExperimentSpec.ts';
import type { Component } from '../core/contract/ModelSpec.ts';
import type { ImageDataset } from '../core/data/Dataset.ts';
import { onnxExecutor } from '../core/executors/onnx/OnnxExecutor.ts';
import { randomAt } from '../core/random/randomAt.ts';
import { train } from '../core/training/train.ts';
import { feederEntry } from '../main/paths.ts';
import { shareDataset, threadChunkSource } from '../main/trainer/threadChunkSource.ts';

const SAMPLES = 20_000;
const SIZE = 784;
const ROUNDS = 9;
const SECONDS = 1;

const list: readonly Component[] = [
  { type: 'RandomRotation', options: {} },
  { type: 'RandomShift', options: {} },
  { type: 'RandomHorizontalFlip', options: {} },
];
const dataset = shareDataset(randomImages()) as ImageDataset;

function randomImages(): ImageDataset {
  const random = randomAt({ seed: 2, stream: 'shuffle' });
  const labels = Array.from({ length: 10 }, (_, index) => `${index}`);
  return {
    kind: 'image',
    samples: SAMPLES,
    sampleShape: [1, 28, 28],
    images: Uint8Array.from({ length: SAMPLES * SIZE }, () => random.nextBelow(256)),
    targets: Int32Array.from({ length: SAMPLES }, (_, index) => index % 10),
    target: { kind: 'class', name: 'label', labels, counts: labels.map(() => SAMPLES / 10) },
    columns: [],
    values: new Float32Array(),
    givenSplits: null,
    warnings: [],
  };
}

function specWith(augmentation: readonly Component[]): ExperimentSpec {
  const path = join(import.meta.dirname, '../resources/experiments/mnist-mlp.descent.json');
  const spec = JSON.parse(readFileSync(path, 'utf8'));
  const training = { ...spec.training, epochs: 1_000_000 };
  return ExperimentSpec.parse({ ...spec, training, augmentation });
}

interface Round {
  readonly samplesPerSecond: number;
  /** Microseconds of a sample: the thread that computes, and all others, which is the feeder. */
  readonly computing: number;
  readonly feeding: number;
}

/** A run that trains for a while whenever it is asked. */
function startRun(augmentation: readonly Component[]) {
  const spec = specWith(augmentation);
  const events = train({
    spec,
    dataset,
    executor: onnxExecutor(ort, { threads: 1 }),
    createSource: threadChunkSource(feederEntry()),
    now: () => performance.now(),
  });
  return {
    stop: () => events.return(),
    async train(seconds: number): Promise<Round> {
      const [start, thread, whole] = [performance.now(), threadTime(), processTime()];
      let samples = 0;
      let elapsed = 0;
      while (elapsed < seconds) {
        const { value: event } = await events.next();
        if (event?.type === 'iterations') samples += event.points.length * spec.training.batchSize;
        elapsed = (performance.now() - start) / 1000;
      }
      const computing = threadTime() - thread;
      return {
        samplesPerSecond: samples / elapsed,
        computing: computing / samples,
        feeding: (processTime() - whole - computing) / samples,
      };
    },
  };
}

const total = ({ user, system }: NodeJS.CpuUsage) => user + system;
const processTime = () => total(process.cpuUsage());
const threadTime = () => total(process.threadCpuUsage());

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Images a second of processor time, without anything around them. */
function augmenterSpeed(): number {
  const augmenter = createImageAugmenter(prepareAugmentation(list).image, [1, 28, 28]);
  const out = new Uint8Array(SIZE);
  const run = (count: number) => {
    for (let index = 0; index < count; index++) {
      const drawn = augmenter.draw({ seed: 1, epoch: 1, index });
      augmenter.apply(drawn, dataset.images, index * SIZE, out, 0);
    }
  };
  run(SAMPLES);
  const speeds = Array.from({ length: 5 }, () => {
    const start = threadTime();
    run(SAMPLES);
    return (1e6 * SAMPLES) / (threadTime() - start);
  });
  return median(speeds);
}

const runs = [startRun([]), startRun(list)] as const;
// Chunks grow to their length in the first moments.
for (const run of runs) await run.train(1);
const rounds: (readonly [Round, Round])[] = [];
for (let round = 0; round < ROUNDS; round++) {
  rounds.push([await runs[0].train(SECONDS), await runs[1].train(SECONDS)]);
}
for (const run of runs) await run.stop();

const ratio = median(rounds.map(([plain, made]) => made.samplesPerSecond / plain.samplesPerSecond));
const of = (place: 0 | 1, name: keyof Round) => median(rounds.map((pair) => pair[place][name]));
const line = (name: string, place: 0 | 1) =>
  `| ${name} | ${Math.round(of(place, 'samplesPerSecond')).toLocaleString('en')} | ` +
  `${of(place, 'computing').toFixed(1)} µs | ${of(place, 'feeding').toFixed(1)} µs |`;
console.log('| MNIST, one thread and its feeder | samples/s | computing, each | feeding, each |');
console.log('|---|---|---|---|');
console.log(line('without augmentation', 0));
console.log(line('rotation, shift and flip', 1));
const cores = rounds.map(([, { samplesPerSecond, computing, feeding }]) => {
  return (samplesPerSecond * (computing + feeding)) / 1e6;
});
const plain = of(0, 'computing');
const bound = plain / Math.max(plain, of(1, 'computing'), of(1, 'feeding'));
console.log(
  `\nThroughput kept: ${(100 * ratio).toFixed(0)} % (median of ${ROUNDS} paired rounds), on ` +
    `${median(cores).toFixed(1)} cores; by processor time, two free cores keep ` +
    `${(100 * bound).toFixed(0)} %. ` +
    `The augmenter alone: ${Math.round(augmenterSpeed()).toLocaleString('en')} images a second ` +
    'of processor time.',
);
