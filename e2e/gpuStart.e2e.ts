/** How a training on the GPU begins: what is told meanwhile, and what WebGPU refuses. */
import type { Page } from '@playwright/test';
import { latestRun, softwareGpu, trainOnGpu } from './gpuRuns.ts';
import { launchStudio, type Studio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

/** Kernels are compiled by the processor, which may be busy. */
const MILLISECONDS = 300_000;

/**
 * In windows to come, a WebGPU that opens as ever and compiles nothing. It is in place before the
 * page has asked for an adapter and a device, which comes before the first shader.
 */
const breakCompiler = ({ app }: Studio) =>
  app.evaluate(({ app: electron }) => {
    const source = `
      const { createShaderModule } = GPUDevice.prototype;
      GPUDevice.prototype.createShaderModule = function () {
        return createShaderModule.call(this, { code: 'fn broken(' });
      };`;
    electron.on('web-contents-created', (_event, contents) => {
      contents.on('dom-ready', () => void contents.executeJavaScript(source));
    });
  });

/** What the service says of a run before it trains, from now on. */
async function watchPhases(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    window.studio.onEvent((event) => {
      const { run } = event as { run?: { progress?: { phase?: string; kernels?: object } } };
      const { phase, kernels } = run?.progress ?? {};
      if (phase) told.push(kernels ? `${phase} ${Object.keys(kernels).join()}` : phase);
    });
  });
  return () => page.evaluate(() => [...new Set((window as unknown as { told: string[] }).told)]);
}

test('while the GPU is opened and compiles, the window says so', async ({ home }) => {
  test.setTimeout(MILLISECONDS);
  const studio = await launchStudio({ home, ...softwareGpu });
  const phases = await watchPhases(studio.page);
  await trainOnGpu(studio, 20);
  await runEnded(studio.page, 'completed', { timeout: MILLISECONDS });
  const prepared = (await phases()).filter((phase) => phase.startsWith('preparing-gpu'));
  expect(prepared).toEqual(['preparing-gpu', 'preparing-gpu compiled,all']);
  const { progress, executor } = await latestRun(studio.page);
  expect(progress).not.toHaveProperty('phase');
  expect(progress).not.toHaveProperty('kernels');
  expect(executor?.backend).toBe('webgpu');
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});

test('what WebGPU refuses to compile is trained by WebGL2, and the run says why', async ({
  home,
}) => {
  test.setTimeout(MILLISECONDS);
  const studio = await launchStudio({ home, ...softwareGpu });
  const { page } = studio;
  await breakCompiler(studio);
  await trainOnGpu(studio, 20);
  await runEnded(page, 'completed', { timeout: MILLISECONDS });
  const { executor, last } = await latestRun(page);
  expect(executor).toMatchObject({
    name: 'gpujs',
    backend: 'webgl2',
    insteadOfWebGpu: { code: 'refused', detail: expect.stringMatching(/WGSL(?!.*generated)/s) },
  });
  expect(executor).not.toHaveProperty('earlier');
  expect(last?.epoch).toBe(20);
  await expect(page.getByTestId('device-note')).toContainText(
    /On the GPU by WebGL2, instead of WebGPU and Dawn: GPU\.js .* The GPU refused: /,
  );
  await page.screenshot({ path: 'test-results/gpu-refusal.png' });
  await page.getByTestId('open-devices').click();
  await page.getByTestId('start-self-test').click();
  const table = page.getByTestId('self-test-table');
  await expect(table).toContainText('GPU, WebGL2', { timeout: MILLISECONDS });
  await expect(table).toContainText('The GPU refused: ');
  await page.screenshot({ path: 'test-results/gpu-refusal-devices.png' });
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});
