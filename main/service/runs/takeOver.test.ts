/**
 * A GPU that goes away while it trains. Its window is played by a training of the CPU under another
 * name, so that what comes of it must equal an uninterrupted one bit for bit.
 */
import { expect, test } from 'vitest';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { createTrainingControl } from '../../../core/training/TrainingControl.ts';
import { obey } from '../../trainer/obey.ts';
import { ControlRequest, type TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import { WindowRequest } from '../../trainer/TrainerWindowProtocol.ts';
import { playTraining } from '../testing/playTraining.ts';
import {
  hasEnded,
  hasStatus,
  irisSpec,
  openTestStudio,
  type TestStudio,
  temporaryFolder,
  waitForRun,
} from '../testing/testStudio.ts';
import { createTrainerWindows } from './TrainerWindows.ts';

/** Of one window: it is gone behind the message for which `isLast` holds. */
function playedWindow(isLast: (message: TrainerMessage) => boolean) {
  const control = createTrainingControl();
  let isGone = false;
  const windows = createTrainerWindows(({ window, ...command }) => {
    if (command.command === 'close') leave();
    if (command.command !== 'tell') return;
    const request = WindowRequest.parse(command.message);
    if (request.kind === 'start') void playTraining(request, { control, send });
    else if (request.kind === 'probe-devices') windows.hear(gone(window));
    else {
      const asked = ControlRequest.safeParse(request);
      if (asked.success) obey(control, asked.data);
    }
  });
  /** The first one is asked for its limits, which it does not say. */
  const address = { kind: 'window-report', window: 1 } as const;
  const gone = (window: number) =>
    ({ ...address, window, report: 'gone', reason: 'it crashed' }) as const;

  function leave(): void {
    if (isGone) return;
    isGone = true;
    control.stop();
    setImmediate(() => windows.hear(gone(address.window)));
  }

  async function send(message: TrainerMessage): Promise<void> {
    if (isGone) return;
    windows.hear({ ...address, report: 'said', message });
    if (isLast(message)) leave();
  }

  return windows;
}

async function weightsOf({ request, service }: TestStudio, spec: ExperimentSpec) {
  const { id } = await request('runs.start', { spec });
  const run = await waitForRun({ request, service }, id, hasEnded);
  const { epochs, iterations } = await request('runs.metrics', { run: id });
  const measured = epochs.map(({ seconds: _, ...metrics }) => metrics);
  return { run, measured, iterations };
}

test('goes on on the CPU from its last committed epoch, to the same bits', async () => {
  const epochs = 200;
  const windows = playedWindow(
    (message) => message.kind === 'progress' && (message.epochs.at(-1)?.epoch ?? 0) >= 20,
  );
  const studio = openTestStudio(temporaryFolder(), { trainerWindows: windows });
  const { run, measured, iterations } = await weightsOf(
    studio,
    irisSpec(epochs, { device: 'gpu' }),
  );
  expect(run).toMatchObject({
    status: 'completed',
    error: null,
    last: { epoch: epochs },
    executor: {
      name: 'onnx',
      insteadOfGpu: { code: 'ended', detail: 'it crashed' },
      earlier: [{ name: 'gpujs', detail: 'played', problem: { code: 'ended' } }],
    },
  });
  const until = run.executor?.earlier?.[0]?.until;
  expect(until?.epoch).toBeGreaterThanOrEqual(20);
  expect(until?.epoch).toBeLessThan(epochs);
  const plain = await weightsOf(openTestStudio(), irisSpec(epochs, { device: 'cpu' }));
  expect(measured).toEqual(plain.measured);
  expect(iterations).toEqual(plain.iterations);
});

test('a paused run stays paused, hears what was asked, and is stepped on the CPU', async () => {
  const windows = playedWindow(
    (message) => message.kind === 'control' && message.learningRateChanges.length > 0,
  );
  const studio = openTestStudio(temporaryFolder(), { trainerWindows: windows });
  const { request } = studio;
  const { id } = await request('runs.start', { spec: irisSpec(100_000, { device: 'gpu' }) });
  await waitForRun(studio, id, ({ last }) => last !== null);
  await request('runs.pause', { run: id });
  await request('runs.setLearningRate', { run: id, learningRate: 0.001 });
  const onCpu = await waitForRun(studio, id, ({ executor }) => executor?.name === 'onnx');
  expect(onCpu.status).toBe('paused');
  const before = onCpu.position?.iteration ?? 0;
  await request('runs.step', { run: id, iterations: 3 });
  const stepped = await request('runs.get', { run: id });
  expect(stepped).toMatchObject({ status: 'paused', position: { iteration: before + 3 } });
  expect(stepped.learningRateChanges).toEqual([{ iteration: before + 1, learningRate: 0.001 }]);
  await request('runs.stop', { run: id });
});

test('a stop that meets a window going away is a stop', async () => {
  const windows = playedWindow(({ kind }) => kind === 'position');
  const studio = openTestStudio(temporaryFolder(), { trainerWindows: windows });
  const { request } = studio;
  const { id } = await request('runs.start', { spec: irisSpec(100_000, { device: 'gpu' }) });
  await waitForRun(studio, id, hasStatus('running'));
  await waitForRun(studio, id, ({ last }) => last !== null);
  expect(await request('runs.stop', { run: id })).toMatchObject({ status: 'stopped', error: null });
});
