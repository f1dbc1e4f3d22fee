/** The packaged application, started as what a person installs. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { latestRun, softwareDawn, softwareGpu, trainOnGpu } from './gpuRuns.ts';
import { launchStudio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

const executable = resolve(import.meta.dirname, '..', 'dist', 'linux-unpacked', 'descent');

test('the unpacked Linux application opens and trains', async ({ home }) => {
  test.skip(process.platform !== 'linux', 'the package under test is the Linux one');
  expect(existsSync(executable), 'run npm run package first').toBe(true);
  const studio = await launchStudio({ home, executable });
  const isPackaged = await studio.app.evaluate(({ app }) => app.isPackaged);
  expect(isPackaged).toBe(true);
  await expect(studio.page.getByTestId('screen-welcome')).toBeVisible();
  await studio.page.getByTestId('sample-iris').click();
  await runEnded(studio.page, 'completed');
  expect(existsSync(join(home, 'studio.db'))).toBe(true);
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});

test('it holds what training on the GPU needs', async ({ home }) => {
  test.skip(process.platform !== 'linux', 'the package under test is the Linux one');
  const studio = await launchStudio({ home, executable, ...softwareGpu });
  await trainOnGpu(studio, 5);
  await runEnded(studio.page, 'completed');
  expect((await latestRun(studio.page)).executor?.name).toBe('gpujs');
  await studio.close();
});

test('it holds what training by Dawn needs, a plain Node among it', async ({ home }) => {
  test.setTimeout(300_000);
  test.skip(process.platform !== 'linux', 'the package under test is the Linux one');
  const { env, switches = [] } = softwareDawn(dirname(executable));
  // A package takes no Node from the environment, except for its service where Electron is too old.
  const node = join(dirname(executable), 'resources', 'node', 'bin', 'node');
  const studio = await launchStudio({
    ...{ home, executable, switches },
    env: { ...env, DESCENT_NODE: node },
  });
  await trainOnGpu(studio, 5);
  await runEnded(studio.page, 'completed');
  expect((await latestRun(studio.page)).executor?.backend).toBe('dawn');
  await studio.close();
});
