/** A device that is chosen by measuring: the window is played, the CPU is real. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import type { TrainerMessage, TrainJob } from '../../trainer/TrainerProtocol.ts';
import type {
  WindowBackend,
  WindowRequest,
  WindowStart,
} from '../../trainer/TrainerWindowProtocol.ts';
import type { WindowCommand } from '../../windowEnvelope.ts';
import {
  ENDLESS_EPOCHS,
  hasEnded,
  irisSpec,
  openTestStudio,
  temporaryFolder,
  waitForRun,
} from '../testing/testStudio.ts';
import type { GpuWay } from './GpuWay.ts';
import { fastestTrainers } from './startFastestTrainer.ts';
import type { TrainerExit } from './TrainerProcess.ts';
import { createTrainerWindows } from './TrainerWindows.ts';

const detail = 'GPU.js, a played one';

const started: TrainerMessage = {
  kind: 'started',
  executor: { name: 'gpujs', threads: 1, detail },
  splits: { train: 90, validation: 30, test: 30 },
  sealHash: null,
  parameters: 10,
  iterations: 5,
};
const ended: TrainerMessage = {
  ...{ kind: 'ended', status: 'completed', endReason: null, samplesPerSecond: 1 },
};

/** What the window answers to a job; `gone` before it says a word. */
type Answers = readonly TrainerMessage[] | 'gone';

/** Faster or slower than any CPU. */
const timedAs = (iterationsPerSecond: number, backend?: WindowBackend): Answers => [
  { kind: 'measuring-devices' },
  { kind: 'timed', timing: { name: 'gpujs', backend, detail, iterationsPerSecond } },
];

type Told = Pick<WindowRequest, 'kind'> & Partial<Pick<WindowStart, 'job' | 'backend'>>;

interface Played {
  /** A window that trains without being timed goes away as soon as it is to begin. */
  readonly isLost?: boolean;
  /** This way refuses the experiment. */
  readonly refusing?: WindowBackend;
}

function openWith(answers: Answers, { isLost, refusing }: Played = {}) {
  const commands: WindowCommand[] = [];
  const windows = createTrainerWindows((command) => {
    commands.push(command);
    const { window } = command;
    const report = { kind: 'window-report', window } as const;
    const leave = () => windows.hear({ ...report, report: 'gone', reason: 'it is closed' });
    const say = (message: TrainerMessage) => windows.hear({ ...report, report: 'said', message });
    if (command.command === 'close') setImmediate(leave);
    if (command.command === 'open' && answers === 'gone') setImmediate(leave);
    if (command.command !== 'tell') return;
    const { kind, job, backend } = command.message as Told;
    const [first, ...others] = answers === 'gone' ? [] : answers;
    if (kind === 'start' && backend === refusing) {
      say({ kind: 'gpu-failed', problem: { code: 'refused', detail: 'no' } });
    } else if (kind === 'start' && job?.isTimed && first) say(first);
    // It is timed when the CPU was.
    else if (kind === 'time') for (const one of others) say(one);
    else if (isLost && kind === 'start') setImmediate(leave);
    else if (kind === 'go' || (kind === 'start' && !job?.isTimed))
      for (const one of [started, ended]) say(one);
  });
  const studio = openTestStudio(temporaryFolder(), { trainerWindows: windows });
  const train = async (changes: Partial<ExperimentSpec> = {}) => {
    const spec = irisSpec(1, { device: 'auto', ...changes });
    const { id } = await studio.request('runs.start', { spec });
    return waitForRun(studio, id, hasEnded);
  };
  const opened = () => commands.filter(({ command }) => command === 'open').length;
  return { studio, train, opened, commands };
}

const phases = ({ events }: ReturnType<typeof openWith>['studio']) =>
  events.flatMap((event) => (event.event === 'run.changed' ? [event.run.progress.phase] : []));

test('the GPU trains where it was the faster, and the run keeps what was measured', async () => {
  const { studio, train, commands } = openWith(timedAs(1e12));
  const run = await train();
  expect(run).toMatchObject({
    status: 'completed',
    executor: {
      name: 'gpujs',
      timings: [{ name: 'gpujs', iterationsPerSecond: 1e12 }, { name: 'onnx' }],
      measurement: { seconds: expect.any(Number), isRemembered: false },
    },
  });
  expect(phases(studio)).toContain('measuring-devices');
  expect(run.progress.phase).toBeUndefined();
  expect(commands[0]).toMatchObject({ command: 'open', needsHardware: true });
});

test('the CPU trains where it was', async () => {
  const run = await openWith(timedAs(1e-9)).train();
  expect(run).toMatchObject({
    status: 'completed',
    executor: { name: 'onnx', timings: [{ name: 'onnx' }, { name: 'gpujs' }] },
  });
  expect(run.executor?.insteadOfGpu).toBeUndefined();
});

test('an equal experiment needs no measuring, another network does', async () => {
  const { train, opened } = openWith(timedAs(1e-9));
  const first = await train();
  const again = await train({ seed: 3 });
  expect(opened()).toBe(1);
  expect(again.executor).toEqual({
    ...first.executor,
    measurement: { ...first.executor?.measurement, isRemembered: true },
  });
  const { training } = irisSpec(1);
  await train({ training: { ...training, batchSize: training.batchSize + 1 } });
  expect(opened()).toBe(2);
});

test('the way that was measured is remembered, and no other tried', async () => {
  const { train, commands } = openWith(timedAs(1e12, 'webgl2'), { refusing: 'webgpu' });
  const begun = () => {
    const told = commands.flatMap((one) => (one.command === 'tell' ? [one.message] : []));
    commands.length = 0;
    return (told as Told[]).flatMap(({ kind, backend }) => (kind === 'start' ? backend : []));
  };
  await train();
  expect(begun()).toEqual(['webgpu', 'webgl2']);
  const again = await train();
  expect(begun()).toEqual(['webgl2']);
  expect(again.executor).toMatchObject({
    name: 'gpujs',
    insteadOfWebGpu: { code: 'refused' },
    measurement: { isRemembered: true },
  });
});

test('a GPU that has failed since is measured again', async () => {
  const { train } = openWith(timedAs(1e12), { isLost: true });
  const [measured, failed, again] = [await train(), await train(), await train()];
  expect(measured.executor?.measurement?.isRemembered).toBe(false);
  expect(failed.executor).toMatchObject({ name: 'onnx', insteadOfGpu: { code: 'ended' } });
  expect(again.executor).toMatchObject({ name: 'gpujs', measurement: { isRemembered: false } });
});

test.each<[string, Answers]>([
  ['Chromium knows of no card', 'gone'],
  ['the window finds none', [{ kind: 'gpu-failed', problem: { code: 'no-adapter' } }]],
])('where %s, nothing is measured and nothing is said of it', async (_, answers) => {
  const { studio, train } = openWith(answers);
  const run = await train();
  expect(run).toMatchObject({ status: 'completed', executor: { name: 'onnx' } });
  expect(Object.keys(run.executor ?? {})).toEqual(['name', 'threads', 'detail']);
  expect(phases(studio)).not.toContain('measuring-devices');
});

test('a GPU that is not there is looked for once', async () => {
  const { train, opened } = openWith([{ kind: 'gpu-failed', problem: { code: 'no-adapter' } }]);
  await train();
  // By WebGPU and by WebGL2.
  expect(opened()).toBe(2);
  await train();
  expect(opened()).toBe(2);
});

test('a GPU that never answers is given up, and the CPU trains', async () => {
  const entry = join(temporaryFolder(), 'trainer.mjs');
  writeFileSync(
    entry,
    `process.once('message', ({ job }) => {
      const last = { kind: 'ended', status: 'completed', endReason: null, samplesPerSecond: 1 };
      process.send(job.executor === 'onnx' ? last : null, () => process.disconnect());
    });`,
  );
  let isKilled = false;
  const hanging: GpuWay = {
    backend: 'dawn',
    start() {
      let leave: (exit: TrainerExit) => void = () => undefined;
      const exited = new Promise<TrainerExit>((resolve) => {
        leave = resolve;
      });
      const kill = () => {
        isKilled = true;
        leave({ code: null, signal: 'SIGKILL', stderr: '' });
      };
      const nothing = () => undefined;
      return { pid: 1, stop: nothing, ask: nothing, tellTurn: nothing, kill, exited };
    },
  };
  const program = { entry, priority: 0, gpu: false };
  const train = fastestTrainers({ ways: [hanging], program, patienceMilliseconds: 1 });
  const heard: TrainerMessage[] = [];
  const job = { job: 'train', executor: 'fastest' } as TrainJob;
  await train(job, (message) => heard.push(message)).exited;
  expect(isKilled).toBe(true);
  expect(heard).toEqual([ended]);
});

test('a stop ends the measuring', async () => {
  // The window never says how fast it is.
  const { studio } = openWith([{ kind: 'measuring-devices' }]);
  const { training } = irisSpec(ENDLESS_EPOCHS);
  const spec = irisSpec(1, { device: 'auto', training });
  const { id } = await studio.request('runs.start', { spec });
  await waitForRun(studio, id, ({ progress }) => progress.phase === 'measuring-devices');
  expect(await studio.request('runs.stop', { run: id })).toMatchObject({
    status: 'stopped',
    error: null,
  });
});
