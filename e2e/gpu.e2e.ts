/** Training on the GPU, which is Chromium's software one here, and what happens where there is none. */
import type { Page } from '@playwright/test';
import { latestRun, softwareGpu, trainOnGpu } from './gpuRuns.ts';
import { launchStudio, type Studio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

async function firstEpochs(page: Page): Promise<void> {
  await expect.poll(async () => (await latestRun(page)).last?.epoch ?? 0).toBeGreaterThan(0);
}

const epochsOf = (page: Page) =>
  page.evaluate(async () => {
    const list = await window.studio.request('runs.list', {});
    const run = list.ok ? (list.result as { id: string }[])[0]?.id : '';
    const reply = await window.studio.request('runs.metrics', { run, maximumPoints: 1000 });
    const { epochs } = (reply as { result: { epochs: { epoch: number }[] } }).result;
    return epochs.map(({ epoch }) => epoch);
  });

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

test('a hidden window that crashes: the CPU goes on from the last committed epoch', async ({
  home,
}) => {
  const studio = await launchStudio({ home, ...softwareGpu });
  const { app, page } = studio;
  await trainOnGpu(studio, 400);
  await firstEpochs(page);
  await app.evaluate(({ BrowserWindow }) => {
    const hidden = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
    hidden?.webContents.forcefullyCrashRenderer();
  });
  await expect(page.locator('[data-sonner-toast]')).toContainText('goes on on the CPU');
  await page.screenshot({ path: 'test-results/gpu-takeover.png' });
  await runEnded(page, 'completed');
  const { error, executor, last } = await latestRun(page);
  expect(error).toBeNull();
  expect(last?.epoch).toBe(400);
  expect(executor).toMatchObject({
    name: 'onnx',
    insteadOfGpu: { code: 'ended', detail: expect.stringContaining('its window ended') },
    earlier: [{ name: 'gpujs', problem: { code: 'ended' } }],
  });
  expect(executor?.earlier?.[0]?.until.epoch).toBeGreaterThan(0);
  const note = page.getByTestId('device-note');
  await expect(note).toContainText('instead of the GPU. The work on the GPU ended unexpectedly');
  await expect(note).toContainText('were trained by GPU.js');
  expect(await countWindows(studio)).toBe(1);
  expect(await epochsOf(page)).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
  await studio.close();
});

test('a GPU that is lost costs the run no epoch that was committed', async ({ home }) => {
  const studio = await launchStudio({ home, ...softwareGpu });
  const { app, page } = studio;
  await trainOnGpu(studio, 100_000);
  await firstEpochs(page);
  const before = (await latestRun(page)).last?.epoch ?? 0;
  // The process that Chromium talks to the driver in.
  await app.evaluate(({ app: electron }) => {
    const gpu = electron.getAppMetrics().find(({ type }) => type === 'GPU');
    if (gpu) process.kill(gpu.pid, 'SIGKILL');
  });
  await expect.poll(async () => (await latestRun(page)).executor?.name).toBe('onnx');
  const { status, executor } = await latestRun(page);
  expect(status).toBe('running');
  expect(executor?.insteadOfGpu?.code).toBe('lost');
  expect(executor?.earlier?.[0]?.until.epoch).toBeGreaterThanOrEqual(before);
  await page.getByTestId('button-stop').click();
  await runEnded(page, 'stopped');
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
    /On the CPU, ONNX Runtime .*, instead of the GPU\. .*WebGPU/,
  );
  await runEnded(page, 'completed');
  const { executor } = await latestRun(page);
  expect(executor).toMatchObject({ name: 'onnx', insteadOfGpu: { code: 'no-adapter' } });
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
