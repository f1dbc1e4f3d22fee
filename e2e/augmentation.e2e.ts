/** Augmentation is seen before it is trained with; livePreview.e2e.ts measures how soon. */
import type { Page } from '@playwright/test';
import { launchStudio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

async function addTransform(page: Page, type: string): Promise<void> {
  await page.getByTestId('add-augmentation').click();
  await page.getByRole('menuitem', { name: type, exact: true }).click();
}

test('a transform is added, seen, tuned by its slider, undone, and trained with', async ({
  home,
}) => {
  const studio = await launchStudio({ home });
  const { page } = studio;
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'data');
  await addTransform(page, 'RandomRotation');
  const variants = page.getByTestId('augmentation-variants').getByRole('listitem');
  await expect(variants).toHaveCount(16);
  await expect(variants.first()).toContainText('rotated');
  const before = await variants.first().textContent();
  await page.getByRole('slider', { name: 'Largest angle' }).press('End');
  await expect(variants.first()).not.toHaveText(before ?? '');
  await addTransform(page, 'RandomHorizontalFlip');
  await expect(page.getByTestId('augmentation-1')).toContainText(/2.*5|6.*9/);
  await page.screenshot({ path: 'test-results/augmentation.png' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('augmentation-1')).toHaveCount(0);
  await page.getByTestId('button-train').click();
  await expect(page.getByTestId('screen-train')).toBeVisible();
  await runEnded(page, 'completed');
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});
