import { expect, test } from 'vitest';
import { createSentRequests } from './SentRequests.ts';

test('what was not taken up is asked of the next trainer, and answered by it', async () => {
  const requests = createSentRequests();
  const done: string[] = [];
  void requests.inEffect({ kind: 'pause' }).then(() => done.push('pause'));
  void requests
    .inEffect({ kind: 'set-learning-rate', learningRate: 1 })
    .then(() => done.push('rate'));
  requests.answer(1, true);
  await Promise.resolve();
  expect(done).toEqual(['pause']);
  expect(requests.sendAgain(true)).toEqual([
    { kind: 'pause' },
    { kind: 'set-learning-rate', learningRate: 1 },
  ]);
  // Its own pause is taken up, the other request is not.
  requests.answer(1, true);
  await Promise.resolve();
  expect(done).toEqual(['pause']);
  requests.answer(2, true);
  await Promise.resolve();
  expect(done).toEqual(['pause', 'rate']);
});

test('a running one is asked for no pause', () => {
  expect(createSentRequests().sendAgain(false)).toEqual([]);
});
