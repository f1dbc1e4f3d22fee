/** What the leakage scanner finds is shown, repaired in one click, undone, and scanned again. */
import type { Page } from '@playwright/test';
import { importTwinImages } from './importTwinImages.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('copies in iris are found, shown with their splits, and kept together', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  // With this seed the two copies in iris come into two splits.
  await page.getByRole('textbox', { name: 'Seed', exact: true }).fill('4');
  await openScreen(page, 'data');
  const leakage = page.getByTestId('leakage');
  await expect(leakage).toContainText('It changes nothing.');

  await page.getByTestId('scan-leakage').click();
  const copies = page.getByTestId('leakage-copies');
  await expect(copies).toContainText('Scores cannot be trusted.');
  await expect(page.getByTestId('leakage-extent')).toContainText('Looked at 150 samples');
  await copies.getByTestId('show-found').click();
  const rows = copies.getByTestId('found-groups').getByRole('row');
  await expect(rows.filter({ hasText: 'Training' }).first()).toContainText('virginica');
  await copies.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/leakage.png' });

  await copies.getByTestId('repair-leak').click();
  await expect(page.getByTestId('leakage-old')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Grouped' })).toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('leakage-old')).toHaveCount(0);
  await expect(copies.getByTestId('repair-leak')).toBeEnabled();
  await copies.getByTestId('repair-leak').click();

  await page.getByTestId('scan-leakage').click();
  await expect(page.getByTestId('leakage-extent')).toBeVisible();
  await expect(page.getByTestId('leakage-old')).toHaveCount(0);
  await expect(copies).toHaveCount(0);
});

/** A scan of so few images is over before a pointer comes to the button, past the news of the import. */
async function pressOnceThere(page: Page, button: string): Promise<void> {
  await page.evaluate((id) => {
    new MutationObserver((_, observer) => {
      const found = document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
      if (!found) return;
      observer.disconnect();
      found.click();
    }).observe(document.body, { childList: true, subtree: true });
  }, button);
}

test('copies of images are seen side by side, and a scan in work can be cancelled', async ({
  studio,
  home,
}) => {
  const { page } = studio;
  await importTwinImages(studio, home);
  await pressOnceThere(page, 'cancel-leakage');
  await page.getByTestId('scan-leakage').click();
  await expect(page.getByTestId('leakage')).toContainText('It changes nothing.');

  await page.getByTestId('scan-leakage').click();
  const conflicts = page.getByTestId('leakage-conflicting-targets');
  await expect(conflicts).toContainText('2 times the same sample has different targets');
  await conflicts.getByTestId('show-found').click();
  await expect(conflicts.getByTestId('found-groups').getByRole('img')).toHaveCount(8);
  await conflicts.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/leakage-images.png' });
  const copies = page.getByTestId('leakage-copies');
  await copies.getByTestId('show-found').click();
  await copies.getByText('Show among all samples').click();
  await expect(page.getByTestId('filter-total')).toContainText('of 80');
});
