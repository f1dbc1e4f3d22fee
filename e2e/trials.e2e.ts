/** What can be tried before a run is made: the learning-rate range test, and one minibatch. */
import type { Page } from '@playwright/test';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

test('the range test draws its curve, and its suggestion is one click away', async ({ studio }) => {
  const { page } = studio;
  await openIris(page);
  await page.getByTestId('find-rate').click();
  await expect(page.getByTestId('suggested-rate')).toBeVisible();
  const curves = page.getByTestId('chart-rates').locator('path.recharts-line-curve');
  await expect(curves).toHaveCount(2);
  await expect(page.getByTestId('chart-rates')).toContainText('suggestion');
  await page.screenshot({ path: 'test-results/learning-rate-test.png' });

  const rate = Number(await page.getByTestId('suggested-rate').textContent());
  await page.getByTestId('use-rate').click();
  const field = page.getByRole('textbox', { name: 'Learning rate', exact: true });
  await expect(field).toHaveValue(String(rate));
  await expect(page.getByTestId('use-rate')).toBeDisabled();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field).not.toHaveValue(String(rate));
  await page.getByTestId('learning-rate-test').getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByTestId('learning-rate-test')).toBeHidden();
});

test('one minibatch is learned by heart, and not with a learning rate of nothing', async ({
  studio,
}) => {
  const { page } = studio;
  await openIris(page);
  const result = page.getByTestId('one-batch-result');
  await page.getByTestId('check-one-batch').click();
  await expect(result).toHaveAttribute('data-passed', 'true');
  await page.getByRole('textbox', { name: 'Learning rate', exact: true }).fill('0.000000001');
  await expect(page.getByTestId('one-batch')).toContainText('other settings');
  await page.getByTestId('check-one-batch').click();
  await expect(result).toHaveAttribute('data-passed', 'false');
  await page.screenshot({ path: 'test-results/one-batch.png' });
});

test('a trial can be cancelled and leaves nothing behind', async ({ studio }) => {
  const { page } = studio;
  await openIris(page);
  // Far too small to learn, and on the slow device: it does not end by itself in this test.
  await page.getByRole('textbox', { name: 'Learning rate', exact: true }).fill('0.000000001');
  await page.getByTestId('check-one-batch').click();
  await page.getByTestId('cancel-oneBatch').click();
  await expect(page.getByTestId('one-batch')).toBeHidden();
  await expect(page.getByTestId('check-one-batch')).toBeEnabled();
  await page.getByTestId('find-rate').click();
  await expect(
    page.getByTestId('suggested-rate').or(page.getByTestId('use-rate')).first(),
  ).toBeVisible();
});

async function openIris(page: Page): Promise<void> {
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
}
