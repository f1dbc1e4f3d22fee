/**
 * `npm run bench:gpu`: the studio's GPU executor beside its CPU executor on all threads,
 * TensorFlow.js on WebGPU and PyTorch on CUDA, on the adapter that Dawn finds.
 *
 * `--only TEXT` times the workloads whose names hold the text, `--rounds` and `--seconds` set how
 * long.
 */
import { parseArgs } from 'node:util';
import { type Comparison, compare } from './compare.ts';
import { allThreadsContender } from './descentContender.ts';
import { gpuContender } from './gpuContender.ts';
import { pytorchCuda, tensorflowWebgpu } from './peers.ts';
import { planCounts } from './planCounts.ts';
import { reportOf } from './report.ts';
import { gpuWorkloads } from './workloads.ts';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '0.5' },
  },
});
const [rounds, seconds] = [Number(flags.rounds), Number(flags.seconds)];
const contenders = [gpuContender, allThreadsContender, tensorflowWebgpu, pytorchCuda];

const comparisons: Comparison[] = [];
for (const workload of gpuWorkloads.filter(({ name }) => name.includes(flags.only))) {
  console.error(`${workload.name} ...`);
  const comparison = await compare(workload, contenders, { rounds, seconds });
  for (const { contender, samplesPerSecond } of comparison.scores) {
    console.error(`  ${contender}: ${Math.round(samplesPerSecond)} samples/s`);
  }
  comparisons.push(comparison);
}
const settings = `Medians of ${rounds} interleaved rounds of ${seconds} s.`;
console.log([reportOf(comparisons, settings), planCounts(gpuWorkloads)].join('\n\n'));
process.exit(0);
