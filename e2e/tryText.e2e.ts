/** A model of texts answers to what a person types. */
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('a typed sentence is predicted, and another one otherwise', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-sentences').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'runs');
  await page.locator('[data-testid^="run-row-"]').first().click();
  const panel = page.getByTestId('try-text');
  await expect(panel).toContainText('Type a text');
  const first = page.getByTestId('try-answer').getByRole('listitem').first();
  await panel.getByRole('textbox').fill('Great phone, I love it, works perfectly.');
  await expect(first).toContainText('positive');
  await panel.getByRole('textbox').fill('Terrible waste of money, very disappointed.');
  await expect(first).toContainText('negative');
  await panel.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/try-text.png' });
});
