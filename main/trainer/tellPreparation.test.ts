import { expect, it } from 'vitest';
import type { TrainerMessage } from './TrainerProtocol.ts';
import { tellPreparation } from './tellPreparation.ts';

function prepared(isSilent = false) {
  const told: TrainerMessage[] = [];
  let time = 0;
  const preparation = tellPreparation({
    send: async (message) => void told.push(message),
    now: () => time,
    isSilent,
  });
  const pass = () => {
    time += 1000;
  };
  return { ...preparation, told, pass };
}

const counts = (told: readonly TrainerMessage[]) =>
  told.map((message) => message.kind === 'preparing-gpu' && message.kernels);

const started: TrainerMessage = {
  kind: 'started',
  executor: { name: 'gpujs', threads: 1, detail: '' },
  splits: { train: 1, validation: 1, test: 1 },
  sealHash: null,
  parameters: 1,
  iterations: 1,
};

it('counts the kernels of all programs, and tells four times a second at most', () => {
  const { watch, told, pass } = prepared();
  watch.expect(3);
  watch.compiled();
  pass();
  watch.compiled();
  watch.expect(2);
  pass();
  watch.compiled();
  expect(counts(told)).toEqual([
    { compiled: 0, all: 3 },
    { compiled: 2, all: 3 },
    { compiled: 3, all: 5 },
  ]);
});

it('never tells of more kernels than there are', () => {
  const { watch, told, pass } = prepared();
  watch.expect(1);
  for (let times = 0; times < 3; times++) {
    pass();
    watch.compiled();
  }
  expect(counts(told).at(-1)).toEqual({ compiled: 1, all: 1 });
});

it('says nothing behind the start, where more programs are compiled', async () => {
  const { watch, told, pass, send } = prepared();
  await send(started);
  pass();
  watch.expect(4);
  expect(told).toEqual([started]);
});

it('says nothing while devices are timed, and speaks when told to', () => {
  const { watch, told, pass, speak } = prepared(true);
  watch.expect(4);
  speak();
  pass();
  watch.compiled();
  expect(counts(told)).toEqual([{ compiled: 1, all: 4 }]);
});
