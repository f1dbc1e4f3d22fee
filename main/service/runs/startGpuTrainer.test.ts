/** The ways to the GPU, one after the other; each is played. */
import { expect, test } from 'vitest';
import type { DeviceProblem, GpuBackend } from '../../../core/contract/DeviceProblem.ts';
import type { TrainerMessage, TrainJob } from '../../trainer/TrainerProtocol.ts';
import type { GpuWay } from './GpuWay.ts';
import { startGpuTrainer } from './startGpuTrainer.ts';
import type { TrainerExit } from './TrainerProcess.ts';

const job = { job: 'train', executor: 'gpujs' } as TrainJob;
const started = { kind: 'started', executor: { name: 'gpujs', detail: 'GPU' } };
const ended = { kind: 'ended', status: 'completed' };
const missing = { code: 'no-adapter' } as const;
const failed = (problem: DeviceProblem) => ({ kind: 'gpu-failed', problem });

interface Played {
  readonly says?: readonly object[];
  /** It lives on. */
  readonly stays?: boolean;
  readonly exit?: Partial<TrainerExit>;
  /** It cannot be started. */
  readonly throws?: string;
}

/** Ways that say so and end; what happened to them, and what came of it. */
function play(...ways: readonly (Played & { readonly backend: GpuBackend })[]) {
  return playJob(job, ...ways);
}

function playJob(job: TrainJob, ...ways: readonly (Played & { readonly backend: GpuBackend })[]) {
  const happened: string[] = [];
  const heard: TrainerMessage[] = [];
  const played = ways.map(
    ({ backend, says = [], stays, exit, throws }): GpuWay => ({
      backend,
      start(_job, onMessage) {
        happened.push(`start ${backend}`);
        if (throws) throw new Error(throws);
        let leave: () => void = () => undefined;
        const exited = new Promise<TrainerExit>((resolve) => {
          leave = () => resolve({ code: null, signal: null, stderr: '', ...exit });
        });
        queueMicrotask(() => {
          for (const message of says) onMessage(message as TrainerMessage);
          if (!stays) leave();
        });
        return {
          pid: backend.length,
          stop() {
            happened.push(`stop ${backend}`);
            leave();
          },
          ask: ({ kind }) => void happened.push(`${kind} ${backend}`),
          tellTurn: ({ kind }) => void happened.push(`${kind} ${backend}`),
          kill() {
            happened.push(`kill ${backend}`);
            leave();
          },
          exited,
        };
      },
    }),
  );
  const trainer = startGpuTrainer(played, job, { onMessage: (message) => heard.push(message) });
  return { trainer, happened, heard };
}

test('the first that begins trains, and says why those before it do not', async () => {
  const { trainer, happened, heard } = play(
    { backend: 'webgpu', says: [failed(missing)] },
    { backend: 'dawn', says: [{ kind: 'preparing-gpu' }, started, ended] },
    { backend: 'webgl2' },
  );
  await trainer.exited;
  expect(happened).toEqual(['start webgpu', 'start dawn']);
  expect(heard).toEqual([
    { kind: 'preparing-gpu' },
    { ...started, executor: { ...started.executor, insteadOfWebGpu: missing } },
    ended,
  ]);
});

test('a driver that takes its process along before anything has begun is passed over, too', async () => {
  const { trainer, heard } = play(
    { backend: 'webgpu', says: [failed(missing)] },
    { backend: 'dawn', exit: { signal: 'SIGSEGV' } },
    { backend: 'webgl2', says: [started, ended] },
  );
  await trainer.exited;
  expect(heard[0]).toMatchObject({
    executor: {
      insteadOfWebGpu: missing,
      insteadOfDawn: { code: 'ended', detail: 'signal SIGSEGV' },
    },
  });
});

test('one that cannot be started is passed over like one that refuses', async () => {
  const { trainer, heard } = play(
    { backend: 'dawn', throws: 'spawn EAGAIN' },
    { backend: 'webgl2', throws: 'It is closed.' },
  );
  await trainer.exited;
  const insteadOfDawn = { code: 'refused', detail: 'spawn EAGAIN' } as const;
  expect(heard).toEqual([
    {
      ...failed(insteadOfDawn),
      passedOver: { insteadOfDawn, insteadOfWebGl2: { code: 'refused', detail: 'It is closed.' } },
    },
  ]);
});

test('a run that is to stay on its way goes by no other', async () => {
  const stays = { ...job, backend: 'dawn' } as const;
  const { trainer, happened, heard } = playJob(
    stays,
    { backend: 'webgpu' },
    { backend: 'dawn', says: [failed(missing)] },
    { backend: 'webgl2' },
  );
  await trainer.exited;
  expect(happened).toEqual(['start dawn']);
  expect(heard).toEqual([{ ...failed(missing), passedOver: { insteadOfDawn: missing } }]);
  const elsewhere = playJob(stays, { backend: 'webgpu' }, { backend: 'webgl2' });
  await elsewhere.trainer.exited;
  expect(elsewhere.happened).toEqual([]);
  expect(elsewhere.heard).toMatchObject([failed({ code: 'not-offered', backend: 'dawn' })]);
});

test('where none can, the first reason is the one of the GPU, and all are told', async () => {
  const software = { code: 'software-only', adapter: 'one', backend: 'dawn' } as const;
  const { trainer, heard } = play(
    { backend: 'webgpu', says: [failed(missing)] },
    { backend: 'dawn', says: [failed(software)] },
    { backend: 'webgl2', says: [failed({ code: 'refused', detail: 'no' })] },
  );
  await trainer.exited;
  expect(heard).toEqual([
    {
      ...failed(missing),
      passedOver: {
        insteadOfWebGpu: missing,
        insteadOfDawn: software,
        insteadOfWebGl2: { code: 'refused', detail: 'no' },
      },
    },
  ]);
});

test('what fails once it has begun is not begun anew', async () => {
  const lost = failed({ code: 'lost', detail: 'It was lost.' });
  const { trainer, happened, heard } = play(
    { backend: 'webgpu', says: [started, lost] },
    { backend: 'dawn' },
  );
  await trainer.exited;
  expect(happened).toEqual(['start webgpu']);
  expect(heard).toEqual([started, lost]);
});

test('a run that cannot be trained anywhere, and a shell that is gone, end it', async () => {
  const broken = { kind: 'failed', error: {} };
  const first = play({ backend: 'webgpu', says: [broken] }, { backend: 'dawn' });
  await first.trainer.exited;
  expect(first.happened).toEqual(['start webgpu']);
  const second = play({ backend: 'webgpu', exit: { isOrphaned: true } }, { backend: 'dawn' });
  await second.trainer.exited;
  expect(second.happened).toEqual(['start webgpu']);
});

test('what is asked before anything has begun reaches whoever trains in the end', async () => {
  const { trainer, happened } = play(
    { backend: 'webgpu', says: [failed(missing)] },
    { backend: 'dawn', stays: true },
  );
  trainer.ask({ kind: 'pause' });
  await expect.poll(() => happened).toContain('pause dawn');
  trainer.tellTurn({ kind: 'go' });
  expect(trainer.pid).toBe('dawn'.length);
  trainer.kill();
  await trainer.exited;
  expect(happened.slice(-2)).toEqual(['go dawn', 'kill dawn']);
});

test('a stop opens no other way', async () => {
  const { trainer, happened, heard } = play(
    { backend: 'webgpu', stays: true },
    { backend: 'dawn' },
  );
  trainer.stop();
  await trainer.exited;
  expect(happened).toEqual(['start webgpu', 'stop webgpu']);
  expect(heard).toMatchObject([{ kind: 'gpu-failed', problem: { code: 'ended' } }]);
});
