import { expect, test } from 'vitest';
import { createControlAnswers } from './ControlAnswers.ts';

/** The names of those that are in effect after each answer. */
async function settled(done: readonly string[]): Promise<string[]> {
  await Promise.resolve();
  return [...done];
}

function listening() {
  const answers = createControlAnswers();
  const done: string[] = [];
  const ask = (kind: Parameters<typeof answers.inEffect>[0], name: string) =>
    void answers.inEffect(kind).then(() => done.push(name));
  return { answers, ask, done };
}

test('a request is in effect when it has been heard, a step when training has paused behind it', async () => {
  const { answers, ask, done } = listening();
  ask('pause', 'pause');
  ask('step', 'step');
  answers.answer(1, true);
  expect(await settled(done)).toEqual(['pause']);
  answers.answer(2, false);
  expect(await settled(done)).toEqual(['pause']);
  answers.answer(2, true);
  expect(await settled(done)).toEqual(['pause', 'step']);
});

test('another learning rate leaves a step at work, a continuation takes its place', async () => {
  const { answers, ask, done } = listening();
  ask('step', 'step');
  ask('set-learning-rate', 'rate');
  answers.answer(2, false);
  expect(await settled(done)).toEqual(['rate']);
  ask('continue', 'continue');
  answers.answer(3, false);
  expect(await settled(done)).toEqual(['rate', 'step', 'continue']);
});

test('nobody waits for a trainer that has ended', async () => {
  const { answers, ask, done } = listening();
  ask('step', 'before');
  answers.end();
  ask('pause', 'behind');
  expect(await settled(done)).toEqual(['before', 'behind']);
});
