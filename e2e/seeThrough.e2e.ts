/** One sample on its way through the network, beside the layers. */
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';

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
  await expect(panel).toContainText('2 of');
  await page.screenshot({ path: 'test-results/see-through-dark.png' });

  await page.getByTestId('layer-4').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('activation-9')).toHaveCount(0);
  await expect(page.getByTestId('activation-8')).toBeVisible();
});
