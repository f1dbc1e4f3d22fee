/**
 * The entry of a trainer process: takes one job over the channel of its parent, does it, and ends.
 * Only questions of `pass` are answered one after the other, until the parent ends it.
 *
 * Apart from the service, so that a crashed kernel costs one run and not the studio. When the
 * parent is gone there is nobody to commit what is computed here, so this process ends too.
 */
import { getPriority, setPriority } from 'node:os';
import { createTrainingControl } from '../../core/training/TrainingControl.ts';
import { answerPasses } from './answerPasses.ts';
import { evaluateJob } from './evaluateJob.ts';
import { exportJob } from './exportJob.ts';
import { findLearningRateJob } from './findLearningRateJob.ts';
import { inspectJob } from './inspectJob.ts';
import { obey } from './obey.ts';
import { overfitOneBatchJob } from './overfitOneBatchJob.ts';
import { probeDevicesJob } from './probeDevicesJob.ts';
import { scanLeakageJob } from './scanLeakageJob.ts';
import { selfTestJob } from './selfTestJob.ts';
import { createTimingTurns } from './TimingTurns.ts';
import {
  type PassRequest,
  type TrainerJob,
  type TrainerMessage,
  TrainerRequest,
} from './TrainerProtocol.ts';
import { timeJob } from './timeJob.ts';
import { toErrorData } from './toErrorData.ts';
import { trainJob } from './trainJob.ts';

// Before any thread starts: on Linux a thread has the priority of the one that made it. Only ever
// downwards, as upwards is not for everyone.
const priority = Number(process.argv[2] ?? 0);
if (priority > getPriority()) setPriority(priority);

const control = createTrainingControl();
const turns = createTimingTurns();
const passOf = answerPasses();
let isStarted = false;

process.on('message', (value) => hear(TrainerRequest.parse(value)));
process.on('disconnect', () => process.exit(1));
// A terminal sends Ctrl+C to the whole group; the parent decides what it means and says so.
process.on('SIGINT', () => undefined);

function hear(request: TrainerRequest): void {
  if (request.kind === 'pass') void answer(request);
  else if (request.kind === 'time' || request.kind === 'go') turns.hear(request);
  else if (request.kind !== 'start') obey(control, request);
  else {
    if (!isStarted) void work(request.job);
    isStarted = true;
  }
}

async function answer(request: PassRequest): Promise<void> {
  try {
    await send({ kind: 'passed-forward', pass: await passOf(request) });
  } catch (error) {
    await send({ kind: 'failed', error: toErrorData(error) });
  }
}

async function work(job: TrainerJob): Promise<void> {
  try {
    await send(await runJob(job));
  } catch (error) {
    await send({ kind: 'failed', error: toErrorData(error) });
  }
  process.disconnect();
}

function runJob(job: TrainerJob): Promise<TrainerMessage> {
  switch (job.job) {
    case 'train':
      return trainJob(job, { control, turns, send });
    case 'evaluate':
      return evaluateJob(job);
    case 'inspect':
      return inspectJob(job);
    case 'find-learning-rate':
      return findLearningRateJob(job, { send });
    case 'overfit-one-batch':
      return overfitOneBatchJob(job, { send });
    case 'scan-leakage':
      return scanLeakageJob(job, { send });
    case 'time':
      return timeJob(job);
    case 'probe-devices':
      return probeDevicesJob(job);
    case 'self-test':
      return selfTestJob(job);
    case 'export':
      return exportJob(job);
    default:
      return job satisfies never;
  }
}

/** Resolves when the message is written, so that training cannot outrun the channel. */
function send(message: TrainerMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}
