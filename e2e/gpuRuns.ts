/** What the tests of the GPU have in common. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ExecutorInfo, RunRecord } from '../core/contract/RunRecord.ts';
import type { LaunchOptions, Studio } from './launchStudio.ts';
import { expect } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

/** Where Dawn finds nothing, whatever this machine has. */
const noVulkan = { VK_ICD_FILENAMES: '/nowhere' };

/** WebGPU without a graphics card: right, and slow. Nothing else reaches one. */
export const softwareGpu: LaunchOptions = {
  switches: [
    '--enable-unsafe-webgpu',
    '--enable-features=Vulkan',
    '--use-vulkan=swiftshader',
    '--use-angle=swiftshader',
  ],
  env: { DESCENT_SOFTWARE_GPU: '1', ...noVulkan },
};

/** WebGL2 without a graphics card, and no WebGPU. */
export const softwareGl: LaunchOptions = {
  switches: ['--use-angle=swiftshader'],
  env: { DESCENT_SOFTWARE_GPU: '1', ...noVulkan },
};

/** Dawn over the Vulkan of software in this folder of an Electron; the window has no WebGPU. */
export const softwareDawn = (electron: string): LaunchOptions => ({
  ...softwareGl,
  env: {
    DESCENT_SOFTWARE_GPU: '1',
    VK_ICD_FILENAMES: join(electron, 'vk_swiftshader_icd.json'),
    // The loader, libvulkan.so.1, lies beside it.
    LD_LIBRARY_PATH: electron,
  },
});

/**
 * Trains iris as it comes, then as often as that on the GPU. The debugger that launchStudio.ts tells
 * of attaches to the hidden window, too, and may hold it up: that alone is tried again, and said.
 */
export async function trainOnGpu({ page }: Studio, epochs: number): Promise<void> {
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill(String(epochs));
  await page.getByRole('combobox', { name: 'Device' }).click();
  await page.getByRole('option', { name: 'GPU' }).click();
  for (let tries = 1; tries <= 3; tries += 1) {
    await page.getByTestId('button-train').click();
    await expect.poll(() => executorOnGpu(page), { timeout: 180_000 }).not.toBeNull();
    const { insteadOfGpu, insteadOfWebGpu } = (await executorOnGpu(page)) ?? {};
    if (!JSON.stringify([insteadOfGpu, insteadOfWebGpu]).includes('did not load')) return;
    console.log(`The hidden window did not answer its driver in time (${tries}).`);
    const stop = page.getByTestId('button-stop');
    if (await stop.isVisible()) await stop.click();
    const status = page.getByTestId('run-status');
    await expect(status).toHaveAttribute('data-status', /completed|stopped/);
  }
}

/** What trains the newest run, once it is one for the GPU that has begun. */
async function executorOnGpu(page: Page): Promise<ExecutorInfo | null> {
  const { spec, executor, status } = await latestRun(page);
  return spec.device === 'gpu' && status !== 'queued' ? executor : null;
}

export async function latestRun(page: Page): Promise<RunRecord> {
  const reply = await page.evaluate(() => window.studio.request('runs.list', {}));
  const [run] = reply.ok ? (reply.result as RunRecord[]) : [];
  if (!run) throw new Error('There is no run.');
  return run;
}
