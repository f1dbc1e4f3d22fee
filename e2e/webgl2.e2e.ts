/** The GPU executor on WebGL2, which plain Node does not have: in hidden windows of the studio. */
import { join } from 'node:path';
import { build } from 'vite';
import { latestRun, softwareGl, trainOnGpu } from './gpuRuns.ts';
import { launchStudio } from './launchStudio.ts';
import type { ParityReport } from './pages/webgl2Parity.ts';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

const pages = join(import.meta.dirname, 'pages');

/** The page as one script. */
async function bundledPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { vitest: join(pages, 'vitest.ts') } },
    build: {
      write: false,
      minify: false,
      target: 'chrome114',
      lib: { entry: join(pages, 'webgl2Parity.ts'), name: 'parityPage', formats: ['iife'] },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('Vite built nothing.');
  return output.output[0].code;
}

/** Thousands of kernels are compiled by one thread of the processor, which may be busy. */
const MILLISECONDS = 600_000;

test('computes what the reference executor computes, and reads once a chunk', async ({ home }) => {
  test.setTimeout(MILLISECONDS);
  const script = await bundledPage();
  const studio = await launchStudio({ home, ...softwareGl });
  const report = (await studio.app.evaluate(async ({ BrowserWindow }, code) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await window.loadURL('about:blank');
    const result = await window.webContents.executeJavaScript(`${code}\nparity()`);
    window.destroy();
    return result;
  }, script)) as ParityReport;
  await studio.close();
  test.skip(!report.isOpen, `There is no WebGL2 here: ${report.detail}`);
  const { detail, passed, kernels, seconds } = report;
  console.log(`${detail}: ${passed.length} cases, ${kernels} kernels, ${Math.round(seconds)} s`);
  expect(report.failed).toEqual([]);
  expect(report.foreignKernels).toBe(0);
  expect(passed.length).toBeGreaterThan(500);
  expect(report.readsAChunk).toBe(1);
  // And one that shows how GPU.js makes textures.
  expect(report.programsOfTwins).toBe(1 + 1);
  const lost = 'GpuLostError: The GPU was lost.';
  expect(report.loss).toEqual([lost, lost]);
});

test('iris is trained where there is no WebGPU, and the run says so', async ({ home }) => {
  test.setTimeout(MILLISECONDS);
  const studio = await launchStudio({ home, ...softwareGl });
  const { page } = studio;
  await trainOnGpu(studio, 20);
  await runEnded(page, 'completed', { timeout: MILLISECONDS });
  const run = await latestRun(page);
  expect(run.executor).toMatchObject({
    name: 'gpujs',
    backend: 'webgl2',
    detail: expect.stringMatching(/^GPU\.js .*, WebGL2, /),
    insteadOfWebGpu: { code: expect.stringMatching(/^(not-offered|no-adapter)$/) },
  });
  expect(run.last?.epoch).toBe(20);
  expect(run.last?.validation.accuracy).toBeGreaterThan(0.9);
  await expect(page.getByTestId('device-note')).toContainText(
    'On the GPU by WebGL2, instead of WebGPU and Dawn: GPU.js',
  );
  await page.screenshot({ path: 'test-results/webgl2.png' });
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});
