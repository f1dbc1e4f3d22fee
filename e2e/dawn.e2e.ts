/** Training by Dawn, where Chromium uses no graphics card: its software one here, in a process of plain Node. */
import { dirname } from 'node:path';
import { latestRun, softwareDawn, softwareGl, trainOnGpu } from './gpuRuns.ts';
import { launchStudio } from './launchStudio.ts';
import { processesOf } from './processesOf.ts';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

/** Kernels are compiled by the processor, which may be busy. */
const MILLISECONDS = 300_000;

const dawn = softwareDawn(dirname(process.env.DESCENT_ELECTRON ?? ''));

test.skip(process.platform !== 'linux', 'the software Vulkan under test is the one of Linux');

test('iris is trained by Dawn where the window has no WebGPU, and the run says so', async ({
  home,
}) => {
  test.setTimeout(MILLISECONDS);
  const studio = await launchStudio({ home, ...dawn });
  const { page } = studio;
  await trainOnGpu(studio, 20);
  await runEnded(page, 'completed', { timeout: MILLISECONDS });
  const { executor, last } = await latestRun(page);
  expect(executor).toMatchObject({
    name: 'gpujs',
    backend: 'dawn',
    detail: expect.stringMatching(/^GPU\.js .*, Dawn, /),
    insteadOfWebGpu: { code: 'no-adapter' },
  });
  expect(last?.epoch).toBe(20);
  expect(last?.validation.accuracy).toBeGreaterThan(0.9);
  const note = page.getByTestId('device-note');
  await expect(note).toContainText('On the GPU by Dawn, instead of WebGPU: GPU.js');
  await expect(note).toContainText('WebGPU finds no graphics card.');
  await page.screenshot({ path: 'test-results/dawn.png' });
  await page.getByTestId('open-devices').click();
  const found = page.getByTestId('backend-dawn');
  await expect(found).toHaveAttribute('data-usable', 'true');
  await expect(page.getByTestId('backend-webgpu')).toHaveAttribute('data-usable', 'false');
  await page.getByTestId('start-self-test').click();
  const tested = page.getByTestId('self-test-gpujs');
  await expect(tested).toContainText('GPU, Dawn', { timeout: MILLISECONDS });
  await expect(tested).toContainText('Agrees');
  await page.screenshot({ path: 'test-results/dawn-devices.png', fullPage: true });
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});

test('Automatic measures the CPU against Dawn', async ({ home }) => {
  test.setTimeout(MILLISECONDS);
  const studio = await launchStudio({ home, ...dawn });
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed', { timeout: MILLISECONDS });
  const { executor } = await latestRun(page);
  expect(executor?.timings?.map(({ detail }) => detail).sort()).toEqual([
    expect.stringMatching(/, Dawn, /),
    expect.stringContaining('ONNX Runtime'),
  ]);
  await studio.close();
});

test('a process of Dawn that is killed: the CPU goes on from the last committed state', async ({
  home,
}) => {
  test.setTimeout(MILLISECONDS);
  const studio = await launchStudio({ home, ...dawn });
  const { page } = studio;
  await trainOnGpu(studio, 100_000);
  const progressed = async () => (await latestRun(page)).last?.epoch ?? 0;
  await expect.poll(progressed, { timeout: MILLISECONDS }).toBeGreaterThan(0);
  process.kill(Number(processesOf(home, 'trainer.cjs')[0]), 'SIGKILL');
  await expect.poll(async () => (await latestRun(page)).executor?.name).toBe('onnx');
  const { status, executor } = await latestRun(page);
  expect(status).toBe('running');
  expect(executor).toMatchObject({
    insteadOfGpu: { code: 'ended', detail: 'signal SIGKILL' },
    earlier: [{ name: 'gpujs', problem: { code: 'ended' } }],
  });
  expect(executor?.earlier?.[0]?.until.epoch).toBeGreaterThan(0);
  await page.getByTestId('button-stop').click();
  await runEnded(page, 'stopped');
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});

test('where Dawn finds nothing either, WebGL2 trains, and both are told', async ({ home }) => {
  test.setTimeout(MILLISECONDS);
  const studio = await launchStudio({ home, ...softwareGl });
  const { page } = studio;
  await trainOnGpu(studio, 5);
  await runEnded(page, 'completed', { timeout: MILLISECONDS });
  expect((await latestRun(page)).executor).toMatchObject({
    backend: 'webgl2',
    insteadOfWebGpu: { code: 'no-adapter' },
    insteadOfDawn: { code: 'no-adapter', backend: 'dawn' },
  });
  await expect(page.getByTestId('device-note')).toContainText(
    'On the GPU by WebGL2, instead of WebGPU and Dawn: GPU.js',
  );
  await studio.close();
});

test('where WebGL2 is missing, too, the CPU trains, and all three are told', async ({ home }) => {
  const switches = ['--disable-gpu', '--disable-software-rasterizer'];
  const studio = await launchStudio({ home, ...softwareGl, switches });
  const { page } = studio;
  await trainOnGpu(studio, 5);
  await runEnded(page, 'completed');
  expect((await latestRun(page)).executor).toMatchObject({
    name: 'onnx',
    insteadOfGpu: { code: expect.stringMatching(/^(not-offered|no-adapter)$/) },
    insteadOfDawn: { code: 'no-adapter' },
    insteadOfWebGl2: { backend: 'webgl2' },
  });
  await expect(page.getByTestId('device-note')).toContainText(
    /instead of the GPU\. .*WebGPU.* Dawn finds .*WebGL2/,
  );
  await page.screenshot({ path: 'test-results/dawn-none.png' });
  await studio.close();
});
