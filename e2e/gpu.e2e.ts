/** Training on the GPU, which is Chromium's software one here, and what happens where there is none. */
import type { Page } from '@playwright/test';
import { latestRun, softwareGpu, trainOnGpu } from './gpuRuns.ts';
import { launchStudio, type Studio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

async function firstEpochs(page: Page): Promise<void> {
  await expect.poll(async () => (await latestRun(page)).last?.epoch ?? 0).toBeGreaterThan(0);
}

/** Asked of Electron, because a driver may miss a window that nobody sees. */
const countWindows = ({ app }: Studio) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('iris is trained in a hidden window, which is as confined as the page', async ({ home }) => {
  const studio = await launchStudio({ home, ...softwareGpu });
  const { app, page } = studio;
  await trainOnGpu(studio, 20);
  await firstEpochs(page);
  const inside = await app.evaluate(({ BrowserWindow }) => {
    const hidden = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
    const look = `[typeof require, typeof process, Object.keys(window.trainer).join(), location.href]`;
    return hidden?.webContents.executeJavaScript(look);
  });
  expect(inside).toEqual(['undefined', 'undefined', 'send,listen', 'app://studio/trainer.html']);
  await runEnded(page, 'completed');
  const run = await latestRun(page);
  expect(run.executor).toMatchObject({ name: 'gpujs', detail: expect.stringContaining('WebGPU') });
  expect(run.last?.epoch).toBe(20);
  expect(run.last?.validation.accuracy).toBeGreaterThan(0.9);
  await expect(page.getByTestId('device-note')).toContainText('On the GPU: GPU.js');
  await page.screenshot({ path: 'test-results/gpu.png' });
  await expect.poll(() => countWindows(studio)).toBe(1);
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});

test('a run on the GPU is paused, stepped, stopped, and goes on', async ({ home }) => {
  const studio = await launchStudio({ home, ...softwareGpu });
  const { page } = studio;
  await trainOnGpu(studio, 100_000);
  await firstEpochs(page);
  await page.getByTestId('button-pause').click();
  await runEnded(page, 'paused');
  const iteration = page.getByTestId('run-iteration');
  const before = Number(await iteration.getAttribute('data-value'));
  await page.getByTestId('step-run').click();
  await expect(iteration).toHaveAttribute('data-value', String(before + 1));
  await page.getByTestId('button-stop').click();
  await runEnded(page, 'stopped');
  expect((await latestRun(page)).position?.iteration).toBe(before + 1);
  await page.getByTestId('resume-run').first().click();
  await expect
    .poll(async () => (await latestRun(page)).progress.iteration)
    .toBeGreaterThan(before + 1);
  await page.getByTestId('button-stop').click();
  await runEnded(page, 'stopped');
  expect((await latestRun(page)).executor?.name).toBe('gpujs');
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});

test('a hidden window that crashes costs its run, which goes on when it is resumed', async ({
  home,
}) => {
  const studio = await launchStudio({ home, ...softwareGpu });
  const { app, page } = studio;
  await trainOnGpu(studio, 60);
  await firstEpochs(page);
  await app.evaluate(({ BrowserWindow }) => {
    const hidden = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
    hidden?.webContents.forcefullyCrashRenderer();
  });
  await runEnded(page, 'crashed');
  const crashed = await latestRun(page);
  expect(crashed.error?.message).toContain('The training on the GPU ended unexpectedly');
  expect(await countWindows(studio)).toBe(1);
  await page.getByTestId('resume-run').first().click();
  await runEnded(page, 'completed');
  expect(await latestRun(page)).toMatchObject({ executor: { name: 'gpujs' }, last: { epoch: 60 } });
  await studio.close();
});

test('a GPU that is lost costs the run no epoch that was committed', async ({ home }) => {
  const studio = await launchStudio({ home, ...softwareGpu });
  const { app, page } = studio;
  await trainOnGpu(studio, 100_000);
  await firstEpochs(page);
  // The process that Chromium talks to the driver in.
  await app.evaluate(({ app: electron }) => {
    const gpu = electron.getAppMetrics().find(({ type }) => type === 'GPU');
    if (gpu) process.kill(gpu.pid, 'SIGKILL');
  });
  await runEnded(page, 'crashed');
  const { error, last } = await latestRun(page);
  expect(error?.message).toContain('The training on the GPU ended unexpectedly: The GPU was lost');
  expect(last?.epoch).toBeGreaterThan(0);
  await studio.close();
});

test('where there is no GPU the CPU trains, and the run says why', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await page.getByRole('combobox', { name: 'Device' }).click();
  await page.getByRole('option', { name: 'GPU' }).click();
  await page.getByTestId('button-train').click();
  await expect(page.getByTestId('device-note')).toContainText(
    'On the CPU instead of the GPU: ONNX Runtime',
  );
  await runEnded(page, 'completed');
  const { executor } = await latestRun(page);
  expect(executor?.name).toBe('onnx');
  expect(executor?.detail).toMatch(/because no GPU can be used: .*WebGPU/);
  await page.screenshot({ path: 'test-results/gpu-fallback.png' });
});

test('closing the studio stops a training on the GPU, with what it has', async ({ home }) => {
  const first = await launchStudio({ home, ...softwareGpu });
  await trainOnGpu(first, 100_000);
  await firstEpochs(first.page);
  await first.app.evaluate(({ app, dialog }) => {
    dialog.showMessageBox = (async () => ({ response: 0, checkboxChecked: false })) as never;
    app.quit();
  });
  await new Promise((resolve) => first.app.process().once('exit', resolve));
  const second = await launchStudio({ home });
  const run = await latestRun(second.page);
  expect(run).toMatchObject({ status: 'stopped', error: null, executor: { name: 'gpujs' } });
  await second.close();
});
