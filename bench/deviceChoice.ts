/**
 * `npm run bench:choice`: does Automatic choose the faster device?
 *
 * Each experiment is begun as a run begins it, the choice with the one to three seconds of measuring
 * that a run gives each device, and is then trained on both in turns for much longer. "Loses" is what
 * the choice costs beside the faster one; the mark is 10 %. `--rounds` and `--seconds` set how long.
 */
import { parseArgs } from 'node:util';
import { createExecutor } from '../main/trainer/createExecutor.ts';
import { fastestExecutor } from '../main/trainer/fastestExecutor.ts';
import { compare } from './compare.ts';
import { endToEnd, experimentOf } from './endToEndContender.ts';
import { markdownTable } from './markdownTable.ts';
import { perceptron } from './perceptron.ts';
import { machine } from './report.ts';
import { gpuWorkloads, type Workload, workloads } from './workloads.ts';

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '0.5' },
  },
});
const options = { rounds: Number(flags.rounds), seconds: Number(flags.seconds) };

const DEVICES = { onnx: 'CPU', gpujs: 'GPU' } as const;
const contenders = (['onnx', 'gpujs'] as const).map((name) =>
  endToEnd(DEVICES[name], () => createExecutor(name)),
);

/** Where the two devices are near each other a wrong choice is easy: small networks, small minibatches. */
const sgd = { type: 'SGD', options: { learningRate: 0.01 } };
const between = [
  { hidden: [64], batchSize: 32 },
  { hidden: [128, 64], batchSize: 64 },
  { hidden: [256, 128], batchSize: 64 },
  { hidden: [512, 256], batchSize: 32 },
].map((network) => perceptron({ ...network, optimizer: sgd }));

async function rowOf(workload: Workload): Promise<readonly string[]> {
  const { executor, timings, measuredSeconds } = await fastestExecutor(experimentOf(workload));
  if (!timings) throw new Error('There is nothing to choose from: no GPU can be used here.');
  const { scores, skipped } = await compare(workload, contenders, options);
  const [only] = skipped;
  if (only) throw new Error(`${only.contender}: ${only.reason}`);
  const fastest = Math.max(...scores.map(({ samplesPerSecond }) => samplesPerSecond));
  const chosen = DEVICES[executor.name as keyof typeof DEVICES];
  const speed = scores.find(({ contender }) => contender === chosen)?.samplesPerSecond ?? 0;
  const measured = (name: string) => {
    const { iterationsPerSecond = 0 } = timings.find((timing) => timing.name === name) ?? {};
    return Math.round(iterationsPerSecond * workload.batchSize).toLocaleString('en');
  };
  return [
    workload.name,
    chosen,
    ...scores.map(({ samplesPerSecond }) => Math.round(samplesPerSecond).toLocaleString('en')),
    measured('onnx'),
    measured('gpujs'),
    (measuredSeconds ?? 0).toFixed(1),
    `${(100 * (1 - speed / fastest)).toFixed(0)} %`,
  ];
}

const rows: (readonly string[])[] = [];
for (const workload of [...between, ...workloads, ...gpuWorkloads.slice(0, 2)]) {
  console.error(`${workload.name} ...`);
  rows.push(await rowOf(workload));
}
const header = [
  ...['an experiment of', 'chosen', 'CPU, samples/s', 'GPU, samples/s'],
  ...['CPU, measured', 'GPU, measured', 's measuring', 'loses'],
];
console.log(`${machine()}\n\n${markdownTable(header, rows, 2).join('\n')}`);
// Dawn keeps the process alive.
process.exit(0);
