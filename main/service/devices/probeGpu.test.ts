import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTrainerJobs } from '../runs/TrainerJobs.ts';
import { createTrainerWindows } from '../runs/TrainerWindows.ts';
import { temporaryFolder } from '../testing/testStudio.ts';
import { probeGpu } from './probeGpu.ts';

test('a Dawn that never answers is given up, and its process with it', async () => {
  const entry = join(temporaryFolder(), 'hanging.mjs');
  writeFileSync(entry, 'setInterval(() => undefined, 1000);');
  const windows = createTrainerWindows(({ window }) =>
    windows.hear({ kind: 'window-report', window, report: 'gone', reason: 'it is closed' }),
  );
  const dawnJobs = createTrainerJobs({ entry, priority: 0, gpu: true });
  const found = await probeGpu({ windows, dawnJobs }, 1);
  expect(found).toMatchObject([
    { backend: 'webgpu', problem: { code: 'ended', detail: 'it is closed' } },
    { backend: 'dawn', problem: { code: 'ended', detail: 'its process did not answer in time' } },
  ]);
  // Nothing is left at work.
  await dawnJobs.close();
});
