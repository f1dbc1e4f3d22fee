import type { Page } from '@playwright/test';
import { openSample } from './openSample.ts';
import { expect } from './studioTest.ts';

/** The first sample, trained, and its ten layers in the editor. */
export async function openDigits(page: Page): Promise<void> {
  await openSample(page, 'digits');
  await expect(page.getByTestId('layer-9')).toBeVisible();
}
