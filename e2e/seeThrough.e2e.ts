/** One sample on its way through the network, beside the layers. */
import { openSample } from './openSample.ts';
import { pasteLayers } from './pasteLayers.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('a sample is seen in every layer, fresh and trained, in training and at inference', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'digits');
  await page.getByTestId('see-through-toggle').click();
  const panel = page.getByTestId('see-through');
  const outputs = panel.getByTestId('pass-outputs');
  await expect(page.getByTestId('activation-9')).toBeVisible();
  const dropout = page.getByTestId('activation-4');
  await expect(page.getByTestId('activation-1').locator('rect')).toHaveCount(64);
  await expect(panel).toContainText('Weights of the first Linear');
  await page.screenshot({ path: 'test-results/see-through-fresh.png' });

  const zerosBefore = await dropout.textContent();
  await panel.getByRole('radio', { name: 'As in training' }).click();
  await expect(panel).toContainText('stands in a minibatch of 32');
  await expect(dropout).not.toHaveText(zerosBefore ?? '');
  await expect(dropout).toContainText('zeros');
  await panel.getByRole('radio', { name: 'At inference' }).click();
  await expect(panel).not.toContainText('stands in a minibatch');

  const fresh = await outputs.textContent();
  await panel.getByRole('combobox', { name: 'Weights' }).click();
  await page.getByRole('option').nth(1).click();
  await expect(outputs).not.toHaveText(fresh ?? '');
  await expect(panel).not.toContainText('fit this network');
  await page.screenshot({ path: 'test-results/see-through.png' });
  await page.evaluate(() => window.studio.setTheme('dark'));
  await panel.getByRole('button', { name: 'Next sample' }).click();
  await expect(panel.getByRole('textbox', { name: 'Sample of the split' })).toHaveValue('2');
  await page.screenshot({ path: 'test-results/see-through-dark.png' });

  await page.getByTestId('layer-4').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('activation-9')).toHaveCount(0);
  await expect(page.getByTestId('activation-8')).toBeVisible();
});

test('a sample is chosen by its number, and another experiment begins at the first', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'digits');
  await page.getByTestId('see-through-toggle').click();
  const panel = page.getByTestId('see-through');
  const place = panel.getByRole('textbox', { name: 'Sample of the split' });
  const weights = panel.getByRole('combobox', { name: 'Weights' });
  await expect(panel).toContainText('of 359');
  await expect(panel).toContainText('Input, sample 7 of the dataset');
  await place.fill('200');
  await expect(panel).toContainText('Input, sample 993 of the dataset');
  await panel.getByRole('button', { name: 'Next sample' }).click();
  await expect(place).toHaveValue('201');
  await expect(panel).toContainText('Input, sample 995 of the dataset');
  await panel.getByRole('button', { name: 'Previous sample' }).click();
  await place.fill('400');
  await expect(panel.getByRole('alert')).toContainText('359');
  await place.press('Escape');
  await expect(place).toHaveValue('200');

  await openScreen(page, 'train');
  await page.getByTestId('button-train').click();
  await expect(page.getByTestId('screen-train')).toContainText('digits-mlp-2');
  await runEnded(page, 'completed');
  await openScreen(page, 'model');
  await weights.click();
  await expect(page.getByRole('option')).toHaveText([
    'Before training',
    'digits-mlp-2',
    'digits-mlp-1',
  ]);
  await page.getByRole('option', { name: 'digits-mlp-2' }).click();
  await expect(weights).toHaveText('digits-mlp-2');

  await openScreen(page, 'welcome');
  await openSample(page, 'iris');
  await expect(panel).toContainText('of 30');
  await expect(place).toHaveValue('1');
  await expect(weights).toHaveText('Before training');
  await expect(panel).not.toContainText('fit this network');
});

test('in front of a fault the layers are seen, and a click leads to it', async ({ studio }) => {
  const { page } = studio;
  await openSample(page, 'digits');
  await page.getByTestId('see-through-toggle').click();
  const panel = page.getByTestId('see-through');
  await expect(page.getByTestId('activation-9')).toBeVisible();
  await page.getByTestId('layer-0').click({ position: { x: 200, y: 20 } });
  await pasteLayers(page, [
    { type: 'BatchNorm2d', options: {} },
    { type: 'MaxPool2d', options: { kernelSize: 99 } },
  ]);
  await expect(panel.getByRole('alert')).toContainText('shown below');
  await expect(panel).not.toContainText('model.layers');
  await expect(panel).toContainText('of 359');
  await expect(panel.getByTestId('pass-outputs')).toHaveCount(0);
  await expect(page.getByTestId('activation-0')).toBeVisible();
  await expect(page.getByTestId('activation-1')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Go to layer 1, BatchNorm2d' }).click();
  await expect(page.getByTestId('layer-1')).toBeFocused();
  await page.screenshot({ path: 'test-results/see-through-fault.png' });
});

test('a text is read beside its vector, a row by the names of its columns', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-sentences').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'model');
  await page.getByTestId('see-through-toggle').click();
  const panel = page.getByTestId('see-through');
  await expect(panel).toContainText('Good case, Excellent value.');
  const weights = panel.getByRole('img', { name: '0.weight, channel 0' });
  const box = await weights.boundingBox();
  expect(box?.height).toBeGreaterThan(60);
  await page.screenshot({ path: 'test-results/see-through-text.png' });
  await openScreen(page, 'welcome');
  await openSample(page, 'iris');
  await expect(panel.getByRole('term').first()).toHaveText(/sepal/);
  await page.evaluate(() => window.studio.setTheme('dark'));
  await page.screenshot({ path: 'test-results/see-through-row.png' });
});

test('a sample of the data screen is seen through, a sealed one is not', async ({ studio }) => {
  const { page } = studio;
  await openSample(page, 'iris', 'data');
  const samples = page.getByRole('button', { name: /^Open sample/ });
  const lookAtFirstOf = async (split: string, count: number) => {
    await page.getByRole('combobox', { name: 'Split', exact: true }).click();
    await page.getByRole('option', { name: split, exact: true }).click();
    await expect(page.getByTestId('filter-total')).toHaveText(`${count} of 150`);
    await samples.first().click();
    const name = await page.getByTestId('sample-detail').getByRole('heading').textContent();
    await page.getByTestId('see-through-sample').click();
    return name;
  };
  const sealed = await lookAtFirstOf('Test', 30);
  await expect(page.locator('[data-sonner-toast]')).toContainText(
    `${sealed} is in the test split, which stays sealed.`,
  );
  await page.keyboard.press('Escape');
  const open = await lookAtFirstOf('Training', 90);
  const panel = page.getByTestId('see-through');
  await expect(panel).toContainText(`Input, ${open?.toLowerCase()} of the dataset`);
  await expect(panel.getByRole('radio', { name: 'Training', exact: true })).toBeChecked();
});
