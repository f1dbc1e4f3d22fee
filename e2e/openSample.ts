import type { Page } from '@playwright/test';
import { openScreen, runEnded, type Screen } from './trainScreen.ts';

/** A sample of the welcome screen, trained, and its experiment on the model screen or another. */
export async function openSample(
  page: Page,
  sample: 'digits' | 'iris',
  screen: Screen = 'model',
): Promise<void> {
  await page.getByTestId(`sample-${sample}`).click();
  await runEnded(page, 'completed');
  await openScreen(page, screen);
}
