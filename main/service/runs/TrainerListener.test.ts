/** What is recorded of a trainer that has begun. */
import { expect, test } from 'vitest';
import type { ExecutorInfo } from '../../../core/contract/RunRecord.ts';
import type { TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import { addTestRun, openTestStore } from '../testing/testStore.ts';
import type { RunRecorder } from './RunRecorder.ts';
import { createTrainerListener } from './TrainerListener.ts';

const refused = { code: 'refused', detail: 'It refuses.' } as const;

test.each([
  [{ name: 'gpujs', backend: 'dawn' }, ['insteadOfWebGpu']],
  [{ name: 'gpujs', backend: 'webgl2' }, ['insteadOfDawn', 'insteadOfWebGpu']],
  [{ name: 'onnx' }, ['insteadOfDawn', 'insteadOfWebGpu']],
] as const)('a run that %j trains names the other ways alone', async (trainedBy, expected) => {
  const store = openTestStore();
  const run = await addTestRun(store);
  const listener = createTrainerListener(run, {
    store,
    emit: () => undefined,
    recorder: {} as RunRecorder,
    origin: {
      before: [],
      insteadOfGpu: null,
      passedOver: { insteadOfWebGpu: refused, insteadOfDawn: refused },
      measurementKey: 'iris',
      remembered: {},
    },
    answer: () => undefined,
  });
  const { splits, parameters } = store.runs.get(run);
  const executor: ExecutorInfo = { ...trainedBy, detail: 'a processor', threads: 1 };
  const sealHash = '0'.repeat(64);
  const started = { kind: 'started', executor, splits, parameters, sealHash, iterations: 5 };
  listener.hear(started as TrainerMessage, null);
  const kept = store.runs.get(run).executor;
  expect(kept).toMatchObject(executor);
  const reasons = Object.keys(kept ?? {}).filter((key) => key.startsWith('insteadOf'));
  expect(reasons.sort()).toEqual(expected);
});
