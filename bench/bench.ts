/**
 * `npm run bench`: how fast the studio trains on one thread, beside its other executors and the
 * libraries that one would take instead: PyTorch eager, TensorFlow.js on WASM, ConvNetJS, brain.js.
 *
 * Every contender does the same job: forward pass, cross-entropy, backward pass, update, on
 * minibatches and dropout masks made beforehand. `--quick` takes less care, `--write` puts the
 * table into docs/benchmarks.md, `--blas FOLDER` adds PyTorch with the libblas.so.3 of that folder,
 * for machines whose own BLAS is the slow reference one, and `--kernels NAME` has OpenBLAS run the
 * kernels for that processor (`Cooperlake`) where it does not know this one. `--only TEXT` times the
 * workloads whose names hold the text, and nothing else. `--mnist FOLDER` trains MNIST's four files in
 * the whole studio, instead of the bundled digits alone.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Comparison, compare } from './compare.ts';
import { compareStudio, type StudioScore } from './compareStudio.ts';
import { allThreadsContender, descentContender, referenceContender } from './descentContender.ts';
import { endToEndContender } from './endToEndContender.ts';
import { gpuContender } from './gpuContender.ts';
import { growth } from './growth.ts';
import { naiveContender } from './naiveContender.ts';
import { brainjs, convnetjs, pytorch, tensorflow } from './peers.ts';
import { planCounts } from './planCounts.ts';
import { reportOf } from './report.ts';
import { studioEpoch } from './studioEpoch.ts';
import { studioReportOf } from './studioReport.ts';
import { openBenchStudio } from './studioRun.ts';
import { studioWorkloads, workloads } from './workloads.ts';

const DOCUMENT = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
const BUILT_TRAINER = join(import.meta.dirname, '..', 'out', 'main', 'trainer.cjs');
const [BEGIN, END] = ['<!-- bench:begin -->', '<!-- bench:end -->'];

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    blas: { type: 'string' },
    kernels: { type: 'string' },
    only: { type: 'string', default: '' },
    mnist: { type: 'string' },
  },
});

const options = flags.quick ? { rounds: 5, seconds: 0.2 } : { rounds: 9, seconds: 0.7 };
const contenders = [
  descentContender,
  allThreadsContender,
  endToEndContender,
  gpuContender,
  referenceContender,
  naiveContender,
  pytorch({ kernels: flags.kernels }),
  ...(flags.blas ? [pytorch({ folder: flags.blas, kernels: flags.kernels })] : []),
  tensorflow,
  convnetjs,
  brainjs,
];

const comparisons: Comparison[] = [];
const chosen = workloads.filter(({ name }) => name.includes(flags.only));
if (chosen.length === 0) throw new Error(`No workload's name holds "${flags.only}".`);
for (const workload of chosen) {
  console.error(`${workload.name} ...`);
  comparisons.push(await compare(workload, contenders, options));
}
const { rounds, seconds } = options;
const settings = `One thread each where none are named; medians of ${rounds} interleaved rounds of ${seconds} s.`;
const report = [reportOf(comparisons, settings), await studioSection()];
if (flags.only === '') {
  console.error('How it grows ...');
  report.push(await growth(descentContender, options), planCounts(workloads));
}
console.log(report.join('\n\n'));
if (flags.write) writeReport(report.join('\n\n'));
// Dawn keeps the process alive.
process.exit(0);

async function studioSection(): Promise<string> {
  if (!existsSync(BUILT_TRAINER)) return 'Skipped: the whole studio (run npm run build first).';
  const studio = await openBenchStudio(BUILT_TRAINER, flags.mnist);
  const scores: StudioScore[] = [];
  for (const workload of studioWorkloads) {
    if (!workload.name.includes(flags.only)) continue;
    if (!flags.mnist && workload.inputShape[0] === 784) continue;
    console.error(`${workload.name}, the whole studio ...`);
    scores.push(await compareStudio(workload, studio, { rounds: (rounds + 1) / 2, seconds: 2 }));
  }
  const sections = scores.length > 0 ? [studioReportOf(scores)] : [];
  if (flags.only === '') {
    console.error('One epoch ...');
    const isMnist = flags.mnist !== undefined;
    sections.push(await studioEpoch(studio, { isMnist, rounds: 3 }));
  }
  await studio.close();
  return sections.join('\n\n');
}

function writeReport(text: string): void {
  const before = readFileSync(DOCUMENT, 'utf8');
  const [start, end] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (start < 0 || end < 0) throw new Error(`${DOCUMENT} has no ${BEGIN} ... ${END}.`);
  writeFileSync(
    DOCUMENT,
    `${before.slice(0, start + BEGIN.length)}\n\n${text}\n\n${before.slice(end)}`,
  );
}
