import { beforeEach, expect, test, vi } from 'vitest';
import type { Executor, LoopProgram } from '../../../core/executors/Executor.ts';
import type { OpenedGpu } from '../OpenedGpu.ts';
import { createTimingTurns } from '../TimingTurns.ts';
import type { TrainerMessage } from '../TrainerProtocol.ts';
import type { WindowStart } from '../TrainerWindowProtocol.ts';
import { trainInWindow } from './trainInWindow.ts';

/** What happens, in its order, as the test plays it. */
const happened: string[] = [];
let refusal: Error | null = null;

const ended: TrainerMessage = {
  kind: 'ended',
  status: 'completed',
  endReason: null,
  samplesPerSecond: 1,
};
const timing = { name: 'gpujs', detail: 'a played one', iterationsPerSecond: 7 } as const;

vi.mock('./openGpu.ts', () => ({
  openGpu: async (backend: string): Promise<OpenedGpu> => {
    happened.push(`open ${backend}`);
    if (backend === 'webgl2') return { problem: { code: 'not-offered', backend } };
    return { gpu: {}, backend: { name: backend }, detail: backend, largestBuffer: 1 } as never;
  },
}));
vi.mock('../expectedDataset.ts', () => ({ expectedDataset: () => ({}) }));
vi.mock('../../../core/data/decodeDataset.ts', () => ({ decodeWithHash: () => ({}) }));
vi.mock('../../../core/executors/gpujs/GpuExecutor.ts', () => ({
  gpuExecutor: () => ({
    compileLoop: async () => {
      if (refusal) throw refusal;
    },
  }),
}));
vi.mock('../timedExecutor.ts', () => ({
  timedExecutor: async (_experiment: object, _executor: object, best: number) => {
    happened.push(`time against ${best}`);
    return timing;
  },
}));
vi.mock('../tellTraining.ts', () => ({
  tellTraining: async ({ executor }: { executor: Executor }) => {
    happened.push('train');
    await executor.compileLoop({} as LoopProgram);
    return ended;
  },
}));

const turns = createTimingTurns();
const send = async ({ kind }: TrainerMessage) => void happened.push(kind);
const begin = (backend: 'webgpu' | 'webgl2', isTimed = false) =>
  trainInWindow(
    { job: { spec: {}, isTimed }, backend, software: true, initialModel: null } as WindowStart,
    { control: {} as never, turns, send },
  );

beforeEach(() => {
  happened.length = 0;
  refusal = null;
});

test('a way that is not there is no failure of the training', async () => {
  expect(await begin('webgl2')).toEqual({
    kind: 'gpu-failed',
    problem: { code: 'not-offered', backend: 'webgl2' },
  });
  expect(happened).toEqual(['open webgl2']);
});

test('what the GPU refuses is told as it said it', async () => {
  refusal = new Error('too many bindings');
  expect(await begin('webgpu')).toEqual({
    kind: 'gpu-failed',
    problem: { code: 'refused', detail: 'too many bindings' },
  });
});

test('one that is timed says that it is there, waits for its turn, and trains when told to', async () => {
  const training = begin('webgpu', true);
  await vi.waitFor(() => expect(happened).toEqual(['open webgpu', 'measuring-devices']));
  turns.hear({ kind: 'time', best: 5 });
  await vi.waitFor(() => expect(happened.slice(2)).toEqual(['time against 5', 'timed']));
  turns.hear({ kind: 'go' });
  expect(await training).toEqual(ended);
  expect(happened.slice(4)).toEqual(['train']);
});
