import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { createEarlyStopping } from './earlyStopping.ts';
import type { ResumePoint } from './ResumePoint.ts';
import { createTrainingControl } from './TrainingControl.ts';
import type { TrainingEvent } from './TrainingEvent.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';
import { train } from './train.ts';

function stopOf(losses: readonly number[], patience: number, minDelta = 0) {
  const watch = createEarlyStopping({ patience, minDelta });
  for (const loss of losses) {
    watch.add(loss);
    const reason = watch.reason();
    if (reason) return [reason.epoch, reason.bestEpoch];
  }
  return null;
}

describe('createEarlyStopping', () => {
  test.each([
    ['falling', [5, 4, 3, 2, 1], 1, 0, null],
    ['rising', [1, 2, 3], 2, 0, [3, 1]],
    ['equal is no improvement', [1, 1, 1], 2, 0, [3, 1]],
    ['a better epoch starts the count again', [3, 4, 2, 4, 4, 4], 2, 0, [5, 3]],
    ['small gains do not count', [1, 0.95, 0.9, 0.85], 3, 0.5, [4, 1]],
    ['small gains add up', [1, 0.7, 0.4, 0.1], 2, 0.5, null],
    ['what is no number improves nothing', [Number.NaN, Number.NaN, 1, 2], 2, 0, null],
    ['not even at first', [Number.NaN, Number.NaN, Number.NaN], 2, 0, [3, 1]],
  ] as const)('%s', (_, losses, patience, minDelta, expected) => {
    expect(stopOf(losses, patience, minDelta)).toEqual(expected);
  });

  test('says what happened in both languages', () => {
    const watch = createEarlyStopping({ patience: 1, minDelta: 0.01 });
    for (const loss of [1, 1]) watch.add(loss);
    expect(watch.reason()?.text).toEqual({
      en: 'Stopped early after epoch 2: the validation loss has not improved by more than 0.01 since epoch 1.',
      ko: '에포크 2에서 일찍 멈췄습니다. 검증 손실이 에포크 1 이후 0.01 넘게 줄지 않았습니다.',
    });
  });

  test('it stops `patience` epochs behind the best, and that is the lowest', () => {
    const losses = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(losses, fc.integer({ min: 1, max: 5 }), (values, patience) => {
        const stop = stopOf(values, patience);
        if (!stop) return;
        const [epoch, best] = stop;
        expect(epoch - best).toBe(patience);
        expect(values[best - 1]).toBe(Math.min(...values.slice(0, epoch)));
      }),
    );
  });
});

const earlyStopping = { patience: 2, minDelta: 10 };
const spec = cloudsExperiment({ training: { batchSize: 16, epochs: 9, earlyStopping } });

async function trainingEvents(from?: ResumePoint, limit = Number.POSITIVE_INFINITY) {
  const control = createTrainingControl();
  const events: TrainingEvent[] = [];
  const data = { spec, dataset: clouds(200), executor: referenceExecutor(), now: () => 0 };
  for await (const event of train({ ...data, control, from })) {
    events.push(event);
    if (events.filter(({ type }) => type === 'epoch').length >= limit) control.stop();
  }
  return events;
}

test('a training that no longer improves is complete, with its reason', async () => {
  const events = await trainingEvents();
  expect(events.filter(({ type }) => type === 'epoch')).toHaveLength(3);
  expect(events.at(-1)).toMatchObject({
    status: 'completed',
    endReason: { kind: 'early-stopping', epoch: 3, bestEpoch: 1 },
  });
});

test('cut off between the last epoch and its end, it ends when it goes on', async () => {
  const straight = await trainingEvents();
  const epochs = straight.filter((event) => event.type === 'epoch');
  const validationLosses = epochs.map(({ metrics }) => metrics.validation.loss);
  const from = { epoch: 3, checkpoint: epochs[2].checkpoint, validationLosses };
  const resumed = await trainingEvents(from);
  expect(resumed.map(({ type }) => type)).toEqual(['start', 'end']);
  expect(resumed.at(-1)).toMatchObject({ status: 'completed', endReason: { epoch: 3 } });
});

test('a stop between epochs that early stopping did not ask for is a stop', async () => {
  const events = await trainingEvents(undefined, 1);
  expect(events.at(-1)).toMatchObject({ status: 'stopped', endReason: null });
});
