/** Runs on the GPU as the service sees them: the shell and its window are played. */
import { expect, test } from 'vitest';
import type { DeviceProblem } from '../../../core/contract/DeviceProblem.ts';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import type { TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import type { WindowCommand } from '../../windowEnvelope.ts';
import { epochMetrics, progressOfOne } from '../testing/testStore.ts';
import {
  hasEnded,
  hasStatus,
  irisSpec,
  openTestStudio,
  temporaryFolder,
  waitForRun,
} from '../testing/testStudio.ts';
import { createTrainerWindows } from './TrainerWindows.ts';

type Played = 'closed' | TrainerMessage;

const started: TrainerMessage = {
  kind: 'started',
  executor: { name: 'gpujs', threads: 1, detail: 'GPU.js, a played one' },
  splits: { train: 90, validation: 30, test: 30 },
  sealHash: null,
  parameters: 10,
  iterations: 5,
};

const none = new Float64Array();
const progress: TrainerMessage = {
  kind: 'progress',
  progress: progressOfOne,
  epochs: [epochMetrics(1)],
  findings: [],
  bestEpoch: 1,
  checkpoints: [],
  iterations: { iteration: none, epoch: none, loss: none, learningRate: none, gradientNorm: null },
};

interface Answers {
  readonly start?: readonly Played[];
  readonly stop?: readonly Played[];
}

/** Starts iris on the GPU; the window answers as told. */
async function runInWindow(answers: Answers, graceMilliseconds = 10_000) {
  const commands: WindowCommand[] = [];
  const windows = createTrainerWindows((command) => {
    commands.push(command);
    const { window } = command;
    const report = { kind: 'window-report', window } as const;
    const leave = () =>
      windows.hear({ ...report, report: 'gone', reason: 'its window was closed' });
    if (command.command === 'close') setImmediate(leave);
    if (command.command !== 'tell') return;
    const { kind } = command.message as { kind: keyof Answers | 'probe-devices' };
    // What its limits are, it does not say.
    if (kind === 'probe-devices') leave();
    if (kind !== 'start' && kind !== 'stop') return;
    for (const answer of answers[kind] ?? []) {
      if (answer === 'closed') leave();
      else windows.hear({ ...report, report: 'said', message: answer });
    }
  });
  const studio = openTestStudio(temporaryFolder(), { trainerWindows: windows, graceMilliseconds });
  const { id } = await studio.request('runs.start', { spec: irisSpec(1, { device: 'gpu' }) });
  const abandon = () => windows.abandon();
  /** Of the window that trains; the first one is asked for its limits. */
  const training = () => commands.filter(({ window }) => window === 1);
  const told = () => training().map(({ command }) => command);
  return { studio, id, told, training, abandon };
}

async function endOf(start: readonly Played[]): Promise<RunRecord> {
  const { studio, id } = await runInWindow({ start });
  return waitForRun(studio, id, hasEnded);
}

test('a window gets the job with the file, is heard, and is closed', async () => {
  const ended: TrainerMessage = {
    kind: 'ended',
    status: 'completed',
    endReason: null,
    samplesPerSecond: 1,
  };
  const { studio, id, told, training } = await runInWindow({
    start: [started, progress, ended],
  });
  expect(await waitForRun(studio, id, hasEnded)).toMatchObject({
    status: 'completed',
    executor: { name: 'gpujs' },
    last: { epoch: 1 },
  });
  expect(told()).toEqual(['open', 'tell', 'close']);
  expect(training()[1]).toMatchObject({
    message: {
      ...{ kind: 'start', dataset: expect.any(Uint8Array), initialModel: null, backend: 'webgpu' },
    },
  });
});

test('how far the GPU is prepared stands in the record until it trains', async () => {
  const kernels = { compiled: 3, all: 9 };
  const { studio, id } = await runInWindow({
    start: [{ kind: 'preparing-gpu', kernels }, started, progress, 'closed'],
  });
  await waitForRun(studio, id, hasEnded);
  const told = studio.events.flatMap((event) =>
    event.event === 'run.changed' ? [event.run.progress] : [],
  );
  const prepared = told.filter(({ phase }) => phase === 'preparing-gpu');
  expect(prepared.map((one) => one.kernels)).toEqual([undefined, kernels]);
  expect(told.at(-1)).not.toHaveProperty('phase');
  expect(told.at(-1)).not.toHaveProperty('kernels');
});

const lost: DeviceProblem = { code: 'lost', detail: 'The GPU was lost.' };
const missing: DeviceProblem = { code: 'no-adapter' };
const ended: DeviceProblem = { code: 'ended', detail: 'its window was closed' };

test.each<[string, readonly Played[], DeviceProblem]>([
  ['finds no GPU', [{ kind: 'gpu-failed', problem: missing }], missing],
  ['loses it first', [{ kind: 'gpu-failed', problem: lost }], lost],
  ['goes away first', ['closed'], ended],
])('where the window %s, the CPU trains and the run says why', async (_, answers, problem) => {
  const run = await endOf(answers);
  expect(run).toMatchObject({
    status: 'completed',
    executor: { name: 'onnx', insteadOfGpu: problem },
  });
  expect(run.executor?.earlier).toBeUndefined();
});

test.each<[string, Played, DeviceProblem]>([
  ['goes away', 'closed', ended],
  ['loses the GPU', { kind: 'gpu-failed', problem: lost }, lost],
])('a window that %s before anything is kept: the CPU begins anew', async (_, last, problem) => {
  expect(await endOf([started, last])).toMatchObject({
    status: 'completed',
    executor: {
      name: 'onnx',
      insteadOfGpu: problem,
      earlier: [{ name: 'gpujs', until: { epoch: 0, iteration: 0 }, problem }],
    },
    last: { epoch: 1 },
  });
});

test('where what the CPU needs to go on cannot be read, it is a crash', async () => {
  // Its epoch came without weights.
  expect(await endOf([started, progress, 'closed'])).toMatchObject({
    status: 'crashed',
    error: {
      code: 'trainer-crashed',
      message: 'The training on the GPU ended unexpectedly: its window was closed',
      hint: 'The metrics and weights up to iteration 5 (epoch 1) are kept. Resume the run to go on from there.',
    },
    last: { epoch: 1 },
  });
});

test('a window that does not keep to the protocol is closed, and the CPU takes over', async () => {
  const nonsense = { kind: 'progress' } as unknown as TrainerMessage;
  expect(await endOf([nonsense])).toMatchObject({
    status: 'completed',
    executor: { name: 'onnx', insteadOfGpu: { code: 'ended' } },
  });
});

test('a window that does not hear a stop is closed after the grace period', async () => {
  const { studio, id, told } = await runInWindow({ start: [started, progress] }, 50);
  await waitForRun(studio, id, hasStatus('running'));
  await waitForRun(studio, id, ({ last }) => last !== null);
  expect(await studio.request('runs.stop', { run: id })).toMatchObject({
    status: 'crashed',
    error: { message: 'The trainer process did not answer the stop in time, and was ended.' },
  });
  expect(told()).toEqual(['open', 'tell', 'tell', 'close']);
});

test('a stop before the CPU takes over reaches it', async () => {
  const { studio, id } = await runInWindow({ stop: [{ kind: 'gpu-failed', problem: missing }] });
  expect(await studio.request('runs.stop', { run: id })).toMatchObject({ status: 'stopped' });
});

test('when the shell is gone, a run ends with what it has', async () => {
  const { studio, id, abandon } = await runInWindow({ start: [started, progress] });
  await waitForRun(studio, id, ({ last }) => last !== null);
  abandon();
  expect(await waitForRun(studio, id, hasEnded)).toMatchObject({
    status: 'crashed',
    error: { message: 'The training on the GPU ended unexpectedly: the studio closed' },
  });
});

test('short jobs of such a run stay on the CPU', async () => {
  const { studio, id } = await runInWindow({ start: ['closed'] });
  await waitForRun(studio, id, hasEnded);
  const evaluation = await studio.request('runs.evaluate', { run: id, split: 'validation' });
  expect(evaluation.samples).toBe(30);
});
