/** Looking inside a network, and what the guards say of one that breaks. */
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded, trainForLong } from './trainScreen.ts';

test('the layers of a run are measured on demand, and lead to the model', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  await page.getByTestId('look-inside').click();
  const table = page.getByTestId('layer-table');
  await expect(table).toBeVisible();
  await expect(table.locator('tbody tr').first()).toContainText('Flatten');
  await table.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/layers.png' });

  await openScreen(page, 'runs');
  await page.locator('[data-testid^="run-row-"]').first().click();
  await expect(page.getByTestId('layer-table')).toBeVisible();
  await page.getByTestId('layer-table').getByRole('button').first().click();
  await expect(page.getByTestId('screen-model')).toBeVisible();
  await expect(page.getByTestId('layer-0')).toHaveAttribute('aria-selected', 'true');
});

test('a look inside a run in work says that its last finished epoch is shown', async ({
  studio,
}) => {
  const { page } = studio;
  await trainForLong(page);
  // Which takes a finished epoch.
  await expect(page.getByTestId('look-inside')).toBeEnabled();
  await page.getByTestId('button-pause').click();
  await runEnded(page, 'paused');
  await page.getByTestId('look-inside').click();
  await expect(page.getByTestId('layer-table')).toBeVisible();
  await expect(page.getByText('the last one finished when it was measured')).toBeVisible();
  await page.getByTestId('look-inside').scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/layersInWork.png' });
  // A run in work would have the studio ask before it closes.
  await page.getByTestId('button-stop').click();
  await runEnded(page, 'stopped');
});

test('a run that breaks names the layer, marks the place, and leads there', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await page.getByRole('combobox', { name: 'Optimizer' }).click();
  await page.getByRole('option', { name: 'SGD', exact: true }).click();
  await page.getByRole('textbox', { name: 'Learning rate', exact: true }).fill('1e30');
  await page.getByTestId('button-train').click();
  await runEnded(page, 'failed');
  await expect(page.getByTestId('findings').getByRole('listitem').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/diverged.png' });
  await page.getByTestId('open-layer').first().click();
  await expect(page.getByTestId('screen-model')).toBeVisible();
  await expect(page.locator('[data-testid^="layer-"][aria-selected="true"]')).toHaveCount(1);
});

test('the penalty of weight decay and the norm of the gradient have their lines', async ({
  studio,
}) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await page.getByRole('textbox', { name: /^Weight decay/ }).fill('0.01');
  await page.getByRole('switch', { name: 'Track the gradient norm' }).click();
  await page.getByTestId('button-train').click();
  await expect(page.getByTestId('chart-gradient')).toBeVisible();
  await runEnded(page, 'completed');
  await expect(page.getByTestId('chart-loss')).toContainText('Weight-decay penalty');
  const curves = page.getByTestId('chart-gradient').locator('path.recharts-line-curve');
  await expect(curves.first()).toBeVisible();
  await page.getByTestId('chart-gradient').scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/gradient.png' });
});
