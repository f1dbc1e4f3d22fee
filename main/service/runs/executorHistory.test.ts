import { expect, test } from 'vitest';
import type { ExecutorInfo } from '../../../core/contract/RunRecord.ts';
import { executorsBefore, withHistory } from './executorHistory.ts';

const gpu: ExecutorInfo = { name: 'gpujs', threads: 1, detail: 'GPU.js, a card' };
const cpu: ExecutorInfo = { name: 'onnx', threads: 1, detail: 'ONNX Runtime, CPU' };
const lost = { code: 'lost', detail: 'The GPU was lost.' } as const;
const at = (epoch: number) => ({ epoch, iteration: 10 * epoch });
const by = ({ name, detail }: ExecutorInfo) => ({ name, detail });

const fallen = withHistory(cpu, executorsBefore(gpu, at(3), lost));

test('a run without an executor has none before', () => {
  expect(executorsBefore(null, null, null)).toEqual([]);
});

test('what failed is kept with why, and where it was left', () => {
  expect(fallen.earlier).toEqual([{ ...by(gpu), until: at(3), problem: lost }]);
});

test('what failed before anything was kept is told, and trained nothing', () => {
  expect(executorsBefore(gpu, null, lost)).toEqual([
    { ...by(gpu), until: { epoch: 0, iteration: 0 }, problem: lost },
  ]);
});

test('the same executor going on is no change', () => {
  expect(withHistory(cpu, executorsBefore(fallen, at(5), null))).toEqual(fallen);
});

test('another one after a resumption is, without a problem', () => {
  expect(withHistory(gpu, executorsBefore(fallen, at(5), null)).earlier).toEqual([
    { ...by(gpu), until: at(3), problem: lost },
    { ...by(cpu), until: at(5), problem: null },
  ]);
});

test('going back to an earlier checkpoint drops what counts no more', () => {
  expect(executorsBefore(fallen, at(2), null)).toEqual([
    { ...by(gpu), until: at(2), problem: null },
  ]);
});

test('an executor of which nothing is left is dropped, unless it failed', () => {
  const [first] = fallen.earlier ?? [];
  expect(executorsBefore(fallen, at(3), null)).toEqual([first]);
  expect(executorsBefore(fallen, at(3), lost)).toEqual([
    first,
    { ...by(cpu), until: at(3), problem: lost },
  ]);
});
