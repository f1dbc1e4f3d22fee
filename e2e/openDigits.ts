import type { Page } from '@playwright/test';
import { expect } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

/** The first sample, trained, and its ten layers in the editor. */
export async function openDigits(page: Page): Promise<void> {
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'model');
  await expect(page.getByTestId('layer-9')).toBeVisible();
}
