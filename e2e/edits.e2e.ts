/** Samples are corrected and left out in the window, by hand and from findings, and all is undone. */
import type { Page } from '@playwright/test';
import { importTwinImages } from './importTwinImages.ts';
import { launchStudio } from './launchStudio.ts';
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('a wrong class of an image is corrected where the scanner found it', async ({
  studio,
  home,
}) => {
  const { page } = studio;
  await importTwinImages(studio, home);
  await page.getByTestId('scan-leakage').click();
  const conflicts = page.getByTestId('leakage-conflicting-targets');
  await conflicts.getByTestId('show-found').click();

  // Sample 40 is one of four equal images, and the only one in the folder "low".
  await conflicts.getByRole('button', { name: 'Open sample 40, low' }).click();
  const detail = page.getByTestId('sample-detail');
  await expect(detail).toContainText('Sample 40');
  await page.screenshot({ path: 'test-results/sample-detail.png' });
  await detail.getByRole('combobox').click();
  await page.getByRole('option', { name: 'high' }).click();
  await expect(detail).toContainText('imported as low');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('leakage-old')).toBeVisible();
  const edits = page.getByTestId('edits');
  await expect(edits).toContainText('low → high');

  // The newest change goes first, whichever kind it is.
  await page.getByTestId('leakage-copies').getByTestId('repair-leak').click();
  await expect(page.getByRole('radio', { name: 'Grouped' })).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('radio', { name: 'Grouped' })).not.toBeChecked();
  await expect(edits).toContainText('low → high');
  await page.keyboard.press('Control+z');
  await expect(edits).toContainText('No sample differs');
  await expect(page.getByTestId('leakage-old')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(edits).toContainText('low → high');

  const copies = page.getByTestId('leakage-copies');
  await copies.getByTestId('show-found').click();
  await copies.getByRole('button', { name: 'Exclude all but the first of each group' }).click();
  await expect(edits.getByRole('listitem')).toHaveCount(54);
  await page.getByTestId('scan-leakage').click();
  await expect(page.getByTestId('leakage-extent')).toContainText('Looked at 26 samples');
  await expect(copies).toHaveCount(0);
  await edits.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/edits.png' });
  await page.getByTestId('revert-all').click();
  await expect(edits).toContainText('No sample differs');
});

test('a sealed test split changes only on a word', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'data');
  const seal = page.getByTestId('split-seal');
  await expect(seal).toContainText('1 run is judged');

  await openSampleOf(page, 'Test');
  await page.getByTestId('exclude-sample').click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Runs judged by it: 1.');
  await page.screenshot({ path: 'test-results/reseal.png' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('edits')).toHaveCount(0);
  await expect(seal).toContainText('1 run is judged');

  if (await page.getByTestId('sample-detail').isHidden()) await openSampleOf(page, 'Test');
  await page.getByTestId('exclude-sample').click();
  await page.getByTestId('confirm').click();
  await expect(page.getByTestId('edits')).toContainText('excluded');
  await page.keyboard.press('Escape');
  await expect(seal).toContainText('when a run begins');

  await page.getByRole('button', { name: 'Clear filter' }).first().click();
  await page.getByRole('button', { name: 'Edited only' }).click();
  await expect(page.getByTestId('filter-total')).toContainText('1 of 150');
  await page.screenshot({ path: 'test-results/edited-only.png' });

  // A run that begins now is judged by other samples than the one before, and that is said.
  await page.getByTestId('button-train').click();
  await openScreen(page, 'train');
  await runEnded(page, 'completed');
  await openScreen(page, 'test');
  await expect(page.getByTestId('mixed-seals')).toBeVisible();
  await page.screenshot({ path: 'test-results/mixed-seals.png' });
});

test('after a restart the newest change still goes first, and what is out of sight is told', async ({
  home,
}) => {
  const first = await launchStudio({ home });
  await openSample(first.page, 'digits', 'data');
  await first.page.getByTestId('add-augmentation').click();
  await first.page.getByRole('menuitem', { name: 'RandomRotation', exact: true }).click();
  await expect(first.page.getByText('Saved', { exact: true })).toBeVisible();
  await openIris(first.page);
  await first.page.getByRole('button', { name: 'Open sample 0,' }).click();
  await first.page.getByTestId('exclude-sample').click();
  await expect(first.page.getByTestId('edits')).toContainText('excluded');
  await first.close();

  const { page, pageErrors, close } = await launchStudio({ home });
  await openScreen(page, 'data');
  await expect(page.getByTestId('augmentation-0')).toContainText('RandomRotation');
  await openIris(page);
  const edits = page.getByTestId('edits');
  await expect(edits).toContainText('excluded');
  await page.keyboard.press('Control+z');
  await expect(edits).toContainText('No sample differs');
  const told = page.locator('[data-sonner-toast]').filter({ hasText: 'Undone' });
  await expect(told).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: /^Handwritten digits/ }).click();
  await expect(page.getByTestId('augmentation-0')).toHaveCount(0);
  await close();
  expect([...first.pageErrors, ...pageErrors]).toEqual([]);
});

async function openIris(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Iris flowers/ }).click();
  await expect(page.getByRole('heading', { name: 'Iris flowers' })).toBeVisible();
}

async function openSampleOf(page: Page, split: string): Promise<void> {
  const filters = page.getByRole('search');
  await filters.getByRole('combobox', { name: 'Split' }).click();
  await page.getByRole('option', { name: split, exact: true }).click();
  await expect(page.getByTestId('filter-total')).toContainText('30 of 150');
  await page
    .getByRole('button', { name: /^Open sample/ })
    .first()
    .click();
  await expect(page.getByTestId('sample-detail')).toBeVisible();
}
