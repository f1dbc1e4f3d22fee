/** A training whose device goes away; in a file of its own, because a lost device is lost for good. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeWithHash } from '../../../core/data/decodeDataset.ts';
import { createTrainingControl } from '../../../core/training/TrainingControl.ts';
import { irisSpec } from '../../service/testing/testStudio.ts';
import { createTimingTurns } from '../TimingTurns.ts';
import type { TrainerMessage, TrainJob } from '../TrainerProtocol.ts';
import { trainJob } from '../trainJob.ts';
import { testGpu } from './testing/testGpu.ts';
import { watchDevice } from './testing/watchDevice.ts';

const path = fileURLToPath(new URL('../../../resources/samples/iris.bin', import.meta.url));
const job = (): TrainJob => ({
  job: 'train',
  spec: irisSpec(100_000, { device: 'gpu' }),
  dataset: { path, hash: decodeWithHash(readFileSync(path)).hash, edits: [] },
  executor: 'gpujs',
  initialModel: null,
  from: null,
});

const context = () => ({ control: createTrainingControl(), turns: createTimingTurns() });

afterEach(() => vi.unstubAllEnvs());

describe.skipIf(!testGpu.gpu)(`a training on ${testGpu.detail}`, () => {
  it('that loses its device tells what it finished, and why it ends', async () => {
    vi.stubEnv('DESCENT_SOFTWARE_GPU', '1');
    const device = watchDevice();
    const epochs: number[] = [];
    const send = async (message: TrainerMessage) => {
      if (message.kind !== 'progress') return;
      epochs.push(...message.epochs.map(({ epoch }) => epoch));
      if (epochs.length > 0) device().destroy();
    };
    const last = await trainJob(job(), { ...context(), send });
    expect(last).toMatchObject({ kind: 'gpu-failed', problem: { code: 'lost' } });
    expect(epochs.length).toBeGreaterThan(0);
    expect(epochs).toEqual(epochs.map((_, index) => index + 1));
  });
});

it('is the CPU’s to take over where there is no GPU, before a dataset is read', async () => {
  vi.stubEnv('DESCENT_SOFTWARE_GPU', '0');
  const send = async () => undefined;
  const unread = { path: '/nowhere', hash: '', edits: [] };
  const last = await trainJob({ ...job(), dataset: unread }, { ...context(), send });
  expect(last).toMatchObject({
    kind: 'gpu-failed',
    problem: { code: expect.stringMatching(/^(no-adapter|software-only)$/) },
  });
});
