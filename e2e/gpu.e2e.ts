/** Training on the GPU, which is Chromium's software one here, and what happens where there is none. */
import type { Page } from '@playwright/test';
import type { RunRecord } from '../core/contract/RunRecord.ts';
import { type LaunchOptions, launchStudio, type Studio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

/** WebGPU without a graphics card: right, and slow. */
const softwareGpu: LaunchOptions = {
  switches: [
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
    '--enable-features=Vulkan',
    '--use-vulkan=swiftshader',
    '--use-angle=swiftshader',
  ],
  env: { DESCENT_SOFTWARE_GPU: '1' },
};

/** Trains iris once as it comes, then chooses the GPU. */
async function chooseGpu(page: Page): Promise<void> {
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await page.getByRole('combobox', { name: 'Device' }).click();
  await page.getByRole('option', { name: 'GPU' }).click();
}

async function latestRun({ page }: Studio): Promise<RunRecord> {
  const reply = await page.evaluate(() => window.studio.request('runs.list', {}));
  if (!reply.ok) throw new Error(reply.error.message);
  return (reply.result as RunRecord[])[0]!;
}

test('iris is trained in a hidden window, by GPU.js', async ({ home }) => {
  const studio = await launchStudio({ home, ...softwareGpu });
  const { page } = studio;
  await chooseGpu(page);
  await page.getByTestId('button-train').click();
  await expect.poll(async () => (await latestRun(studio)).spec.device).toBe('gpu');
  await runEnded(page, 'completed');
  const run = await latestRun(studio);
  console.log(
    JSON.stringify(run.executor),
    JSON.stringify(run.last),
    run.progress.samplesPerSecond,
  );
  await page.screenshot({ path: 'test-results/gpu.png' });
  await studio.close();
  expect(run.executor).toMatchObject({ name: 'gpujs', detail: expect.stringContaining('WebGPU') });
  expect(studio.pageErrors).toEqual([]);
});
