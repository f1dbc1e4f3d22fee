import { expect, test } from 'vitest';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { bestFinalist, finalistsAmong } from './rankFinalists.ts';

interface Facts {
  readonly status?: RunRecord['status'];
  readonly bestEpoch?: number | null;
  readonly dataset?: string;
  readonly accuracy?: number | null;
  readonly loss?: number;
}

function run(id: string, facts: Facts = {}): RunRecord {
  const { status = 'completed', bestEpoch = 1, dataset = 'digits', accuracy, loss = 1 } = facts;
  const last = { validation: { loss, accuracy: accuracy ?? null } };
  return { id, status, bestEpoch, dataset: { id: dataset }, last } as unknown as RunRecord;
}

const idsOf = (runs: readonly RunRecord[]) => runs.map(({ id }) => id);

test('a stopped or failed run with a finished epoch is a finalist, one in work is not', () => {
  const runs = [
    run('running', { status: 'running' }),
    run('stopped', { status: 'stopped' }),
    run('failed', { status: 'failed' }),
    run('unmeasured', { status: 'stopped', bestEpoch: null }),
  ];
  expect(idsOf(finalistsAmong(runs))).toEqual(['stopped', 'failed']);
});

test('the highest validation accuracy is preferred, then the lowest loss', () => {
  const runs = [
    run('newest', { accuracy: 0.9, loss: 0.1 }),
    run('even', { accuracy: 0.98, loss: 0.3 }),
    run('best', { accuracy: 0.98, loss: 0.2 }),
  ];
  expect(bestFinalist(runs, {}, 'digits')?.id).toBe('best');
});

test('without accuracy the lowest loss is preferred', () => {
  const runs = [run('high', { loss: 2 }), run('low', { loss: 0.5 }), run('nan', { loss: NaN })];
  expect(bestFinalist(runs, {}, undefined)?.id).toBe('low');
});

test('runs on another dataset are not compared', () => {
  const runs = [
    run('iris', { dataset: 'iris', accuracy: 1 }),
    run('digits', { dataset: 'digits', accuracy: 0.9 }),
  ];
  expect(bestFinalist(runs, {}, 'digits')?.id).toBe('digits');
  expect(bestFinalist(runs, {}, 'unknown')?.id).toBe('iris');
});
