/** How the time of a step grows with the minibatch, the width and the depth of a network. */
import type { Contender } from './Contender.ts';
import { median } from './compare.ts';
import { markdownTable } from './markdownTable.ts';
import { type PerceptronOptions, perceptron } from './perceptron.ts';
import type { Workload } from './workloads.ts';

const sgd = { type: 'SGD', options: { learningRate: 0.01 } };

const series = {
  'minibatch, 784-256-128-10': [16, 32, 64, 128, 256, 512, 1024].map((batchSize) => ({
    value: batchSize,
    network: { hidden: [256, 128], batchSize },
  })),
  'width of two hidden layers, batch 128': [64, 128, 256, 512, 1024].map((width) => ({
    value: width,
    network: { hidden: [width, width], batchSize: 128 },
  })),
  'hidden layers of 256, batch 128': [1, 2, 4, 8, 16].map((depth) => ({
    value: depth,
    network: { hidden: Array<number>(depth).fill(256), batchSize: 128 },
  })),
} satisfies Record<
  string,
  readonly { value: number; network: Omit<PerceptronOptions, 'optimizer'> }[]
>;

export interface GrowthOptions {
  readonly rounds: number;
  readonly seconds: number;
}

/** A table for each series. */
export async function growth(contender: Contender, options: GrowthOptions): Promise<string> {
  const tables: string[] = [];
  for (const [title, points] of Object.entries(series)) {
    const rows: string[][] = [];
    for (const { value, network } of points) {
      const workload = perceptron({ ...network, optimizer: sgd });
      const seconds = await cpuSecondsOfSample(contender, workload, options);
      const gflops = multiplications(workload) / seconds / 1e9;
      rows.push([
        String(value),
        (1e6 * seconds * workload.batchSize).toFixed(0),
        (1e6 * seconds).toFixed(2),
        gflops.toFixed(1),
      ]);
    }
    tables.push(
      markdownTable([title, 'CPU µs/step', 'CPU µs/sample', 'GFLOP/s'], rows, 0).join('\n'),
    );
  }
  return [`${contender.name}, by time of the processor.`, ...tables].join('\n\n');
}

async function cpuSecondsOfSample(
  contender: Contender,
  workload: Workload,
  { rounds, seconds }: GrowthOptions,
): Promise<number> {
  const contestant = await contender.start(workload);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { samples, cpuSeconds } = await contestant.train(seconds);
    times.push(cpuSeconds / samples);
  }
  await contestant.stop();
  return median(times);
}

/**
 * Floating point operations of a sample's products: two a weight forward, two for its gradient, and
 * two for the gradient of what it reads, which the first layer has nobody to hand to.
 */
function multiplications({ layers }: Workload): number {
  const weights = layers.flatMap(({ type, options }) =>
    type === 'Linear' ? [Number(options.inFeatures) * Number(options.outFeatures)] : [],
  );
  return weights.reduce((total, count, index) => total + (index === 0 ? 4 : 6) * count, 0);
}
