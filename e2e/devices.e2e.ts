/** What can be trained on: the page of devices, the self-test, and the choice by measuring. */
import type { Page } from '@playwright/test';
import type { ExperimentSpec } from '../core/contract/ExperimentSpec.ts';
import { latestRun, softwareGpu } from './gpuRuns.ts';
import { launchStudio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('without a graphics card the page says why, and the self-test tests the others', async ({
  studio,
}) => {
  const { page } = studio;
  await page.getByTestId('open-devices').click();
  await expect(page.getByTestId('screen-devices')).toContainText('ONNX Runtime');
  const gpu = page.getByTestId('backend-webgpu');
  await expect(gpu).toHaveAttribute('data-usable', 'false');
  await expect(gpu).toContainText('WebGPU finds no graphics card.');
  await expect(gpu).toContainText('Install or update the Vulkan driver');
  await page.getByTestId('start-self-test').click();
  await expect(page.getByTestId('self-test-onnx')).toContainText('Agrees');
  await expect(page.getByTestId('self-test-reference')).toContainText('Agrees');
  await expect(page.getByTestId('self-test-gpujs')).toContainText('Not tested');
  await page.screenshot({ path: 'test-results/devices.png' });
});

test('with one all three agree, and the choice is remembered for new experiments', async ({
  home,
}) => {
  const studio = await launchStudio({ home, ...softwareGpu });
  const { page } = studio;
  await page.getByTestId('open-devices').click();
  const gpu = page.getByTestId('backend-webgpu');
  await expect(gpu).toHaveAttribute('data-usable', 'true');
  await expect(gpu).toContainText('Software, on the processor');
  await page.getByTestId('start-self-test').click();
  await expect(page.getByTestId('self-test-gpujs')).toContainText('Agrees');
  await page.screenshot({ path: 'test-results/devices-gpu.png' });
  await page.getByTestId('start-self-test').click();
  await page.getByTestId('cancel-self-test').click();
  await expect(page.getByTestId('start-self-test')).toBeVisible();
  await expect(page.getByTestId('self-test-table')).toHaveCount(0);
  await page.getByTestId('preferred-device').getByText('CPU').click();
  await page.getByTestId('rail-welcome').click();
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  expect((await latestRun(page)).spec.device).toBe('cpu');
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});

test('Automatic measures once, and an equal run remembers it', async ({ home }) => {
  const studio = await launchStudio({ home, ...softwareGpu });
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  const { executor } = await latestRun(page);
  expect(executor?.timings?.map(({ name }) => name).sort()).toEqual(['gpujs', 'onnx']);
  expect(executor?.measurement?.isRemembered).toBe(false);
  const note = page.getByTestId('device-note');
  await expect(note).toContainText('Chosen by measuring');
  await page.screenshot({ path: 'test-results/devices-measured.png' });
  await page.getByTestId('button-train').click();
  await expect(note).toContainText('in an equal run before');
  await runEnded(page, 'completed');
  await openScreen(page, 'runs');
  await page.locator('[data-testid^="run-row-"]').first().click();
  await expect(page.getByTestId('device-note')).toContainText('times as fast');
  await page.screenshot({ path: 'test-results/devices-run.png' });
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});

test('what the card cannot hold in one piece is refused, and the CPU is offered', async ({
  home,
}) => {
  const studio = await launchStudio({ home, ...softwareGpu });
  const { page } = studio;
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  await openAgainWith(page, await tooWide(page));
  await openScreen(page, 'train');
  const problem = page.getByRole('list', { name: 'Problems' });
  await expect(problem).toContainText(
    'This GPU holds at most 1,073,741,824 bytes in one piece, and the output of layer 0 (Conv2d) for a minibatch of 1,050 needs 1,101,004,800.',
  );
  await expect(page.getByTestId('button-train')).toHaveAttribute('aria-disabled', 'true');
  await page.screenshot({ path: 'test-results/devices-too-large.png' });
  await page.getByTestId('use-cpu').click();
  await expect(problem.filter({ hasText: 'This GPU holds' })).toHaveCount(0);
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});

/** Too large for SwiftShader's buffers; on the processor it would train. */
async function tooWide(page: Page): Promise<ExperimentSpec> {
  const { spec } = await latestRun(page);
  return {
    ...spec,
    device: 'gpu',
    augmentation: [],
    model: {
      layers: [
        { type: 'Conv2d', options: { outChannels: 4096, kernelSize: 3, padding: 1 } },
        { type: 'Flatten', options: {} },
        { type: 'Linear', options: { outFeatures: 10 } },
      ],
    },
    training: { batchSize: 1050, epochs: 1, dropLast: true },
  };
}

/** Puts the document in the place of the one that is open. */
async function openAgainWith(page: Page, spec: ExperimentSpec): Promise<void> {
  await page.evaluate(async (changed) => {
    const { request } = window.studio;
    await request('experiments.save', { id: 'wide', spec: changed });
    await request('preferences.set', { key: 'openExperiment', value: 'wide' });
  }, spec);
  await page.reload();
}
