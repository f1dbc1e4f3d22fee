/** Trainers that misbehave: each a small script in the place of the real one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EpochMetrics } from '../../../core/contract/RunRecord.ts';
import type { StudioServiceOptions } from '../StudioService.ts';
import { epochMetrics, progressOfOne } from '../testing/testStore.ts';
import {
  hasEnded,
  hasStatus,
  irisSpec,
  openTestStudio,
  temporaryFolder,
  waitForRun,
} from '../testing/testStudio.ts';

/** As a trainer would send it, in a script's text. */
function progressMessage(epochs: readonly EpochMetrics[]): string {
  const none = 'new Float64Array()';
  return `process.send({ kind: 'progress', progress: ${JSON.stringify(progressOfOne)},
    epochs: ${JSON.stringify(epochs)}, bestEpoch: 1, checkpoints: [], findings: [],
    iterations: { iteration: ${none}, epoch: ${none}, loss: ${none}, learningRate: ${none},
      gradientNorm: null } });`;
}

async function runWith(script: string, options: Partial<StudioServiceOptions> = {}) {
  const trainerEntry = join(temporaryFolder(), 'trainer.cjs');
  writeFileSync(trainerEntry, script);
  const studio = openTestStudio(temporaryFolder(), { ...options, trainerEntry });
  const { id } = await studio.request('runs.start', { spec: irisSpec(1) });
  return { studio, id };
}

test('one that dies at once is reported with its last words', async () => {
  const { studio, id } = await runWith("console.error('no memory'); process.exitCode = 7;");
  expect(await waitForRun(studio, id, hasEnded)).toMatchObject({
    status: 'crashed',
    error: {
      code: 'trainer-crashed',
      message: 'The trainer process ended unexpectedly (exit code 7): no memory',
      hint: 'No epoch was finished, so nothing was lost. Start the experiment again.',
    },
  });
});

test('one that does not keep to the protocol is ended', async () => {
  const { studio, id } = await runWith(
    "process.send({ kind: 'progress' }); setInterval(() => undefined, 1000);",
  );
  expect(await waitForRun(studio, id, hasEnded)).toMatchObject({ status: 'crashed' });
});

test('one that does not hear a stop is ended after the grace period', async () => {
  const { studio, id } = await runWith(
    `process.on('message', () => undefined); ${progressMessage([epochMetrics(1)])}`,
    { graceMilliseconds: 50 },
  );
  await waitForRun(studio, id, ({ last }) => last !== null);
  expect(await studio.request('runs.stop', { run: id })).toMatchObject({
    status: 'crashed',
    error: {
      message: 'The trainer process did not answer the stop in time, and was ended.',
      hint: 'The metrics and weights up to iteration 5 (epoch 1) are kept. Resume the run to go on from there.',
    },
  });
});

test('what cannot be committed fails the run, and what was committed stays', async () => {
  const twice = progressMessage([epochMetrics(1)]).repeat(2);
  const { studio, id } = await runWith(`${twice} setInterval(() => undefined, 1000);`);
  const run = await waitForRun(studio, id, hasEnded);
  expect(run).toMatchObject({ status: 'failed', error: { code: 'storage' }, last: { epoch: 1 } });
});

test('a last message that comes with the end of the process is heard', async () => {
  const { studio, id } = await runWith(
    `${progressMessage([epochMetrics(1)])}
    process.send({ kind: 'ended', status: 'completed', endReason: null, samplesPerSecond: 1 });
    process.on('message', () => process.disconnect());`,
  );
  expect(await waitForRun(studio, id, hasEnded)).toMatchObject({ status: 'completed' });
  expect(hasStatus('completed')(await studio.request('runs.get', { run: id }))).toBe(true);
});
