import { beforeEach, expect, test, vi } from 'vitest';
import type { Executor, LoopProgram } from '../../../core/executors/Executor.ts';
import type { OpenedGpu, UsableGpu } from '../OpenedGpu.ts';
import type { TrainerMessage } from '../TrainerProtocol.ts';
import type { WindowStart } from '../TrainerWindowProtocol.ts';
import { trainInWindow } from './trainInWindow.ts';

/** What happens, in its order, as the test plays it. */
const happened: string[] = [];
const refusedBy = new Map<string, Error>();
let train: (executor: Executor, send: (message: TrainerMessage) => Promise<void>) => Promise<void>;

const started = { kind: 'started' } as unknown as TrainerMessage;
const ended: TrainerMessage = {
  kind: 'ended',
  status: 'completed',
  endReason: null,
  samplesPerSecond: 1,
};

function gpuOf(name: 'webgpu' | 'webgl2'): UsableGpu {
  happened.push(`open ${name}`);
  const destroy = async () => {
    await null;
    happened.push(`destroy ${name}`);
    throw new Error('It is lost already.');
  };
  return { gpu: { destroy }, backend: { name }, detail: name, largestBuffer: 1 } as never;
}

vi.mock('./openGpu.ts', () => ({ openGpu: async (): Promise<OpenedGpu> => gpuOf('webgpu') }));
vi.mock('./openInstead.ts', () => ({
  openInstead: (insteadOfWebGpu: object) => ({ ...gpuOf('webgl2'), insteadOfWebGpu }),
}));
vi.mock('../expectedDataset.ts', () => ({ expectedDataset: () => ({}) }));
vi.mock('../../../core/data/decodeDataset.ts', () => ({ decodeWithHash: () => ({}) }));
vi.mock('../../../core/executors/gpujs/GpuExecutor.ts', () => ({
  gpuExecutor: ({ name }: { readonly name: string }) => ({
    compileLoop: async () => {
      happened.push(`compile for ${name}`);
      const error = refusedBy.get(name);
      if (error) throw error;
      return { run: async () => ({}) };
    },
  }),
}));
vi.mock('../tellTraining.ts', () => ({
  tellTraining: async ({ executor, send }: { executor: Executor; send: typeof sendNothing }) => {
    await train(executor, send);
    return ended;
  },
}));

const sendNothing = async (_: TrainerMessage): Promise<void> => undefined;
const begin = () =>
  trainInWindow(
    { job: { spec: {} }, software: true, initialModel: null } as unknown as WindowStart,
    {
      control: {} as never,
      send: sendNothing,
      go: Promise.resolve(),
    },
  );

beforeEach(() => {
  happened.length = 0;
  refusedBy.clear();
  train = async (executor, send) => {
    await executor.compileLoop({} as LoopProgram);
    await send(started);
  };
});

test('what WebGPU refuses is tried on WebGL2, once WebGPU is given back', async () => {
  refusedBy.set('webgpu', new Error('too many bindings'));
  expect(await begin()).toEqual(ended);
  expect(happened).toEqual([
    'open webgpu',
    'compile for webgpu',
    'destroy webgpu',
    'open webgl2',
    'compile for webgl2',
  ]);
});

test('where WebGL2 refuses it too, what WebGPU said is told', async () => {
  refusedBy.set('webgpu', new Error('too many bindings'));
  refusedBy.set('webgl2', new Error('no'));
  expect(await begin()).toEqual({
    kind: 'gpu-failed',
    problem: { code: 'refused', detail: 'too many bindings' },
  });
});

test('what goes wrong elsewhere is not taken for a refusal of WebGPU', async () => {
  train = () => Promise.reject(new Error('The worker cannot be started.'));
  expect(await begin()).toMatchObject({
    problem: { code: 'refused', detail: 'The worker cannot be started.' },
  });
  expect(happened).toEqual(['open webgpu']);
});

test('what goes wrong elsewhere on WebGL2 is told itself', async () => {
  refusedBy.set('webgpu', new Error('too many bindings'));
  train = async (executor) => {
    await executor.compileLoop({} as LoopProgram);
    throw new Error('The worker cannot be started.');
  };
  expect(await begin()).toMatchObject({ problem: { detail: 'The worker cannot be started.' } });
});

test('once it has begun, nothing is begun anew', async () => {
  train = async (executor, send) => {
    await send(started);
    refusedBy.set('webgpu', new Error('lost'));
    await executor.compileLoop({} as LoopProgram);
  };
  expect(await begin()).toMatchObject({ kind: 'gpu-failed', problem: { detail: 'lost' } });
  expect(happened).toEqual(['open webgpu', 'compile for webgpu']);
});
