/** What the tests say to the window, in the words of a person. */
import { expect, type Page } from '@playwright/test';
import type { RunStatus } from '../core/contract/RunRecord.ts';

export type Screen = 'welcome' | 'data' | 'model' | 'train' | 'runs' | 'test';

export async function openScreen(page: Page, screen: Screen): Promise<void> {
  await page.getByTestId(`rail-${screen}`).click();
  await expect(page.getByTestId(`screen-${screen}`)).toBeVisible();
}

/**
 * Waits until the run on the train screen has the status. Not with `expect`: while that waits, it
 * describes the whole page again and again, inside the page, and a long task of its own is counted
 * as one of the window's.
 */
export async function runEnded(
  page: Page,
  status: RunStatus,
  { timeout = 120_000 } = {},
): Promise<void> {
  await page.locator(`[data-testid="run-status"][data-status="${status}"]`).waitFor({ timeout });
}

/** In percent, as the window shows it. */
export async function validationAccuracy(page: Page): Promise<number> {
  const shown = await page.getByTestId('validation-accuracy').textContent();
  return Number.parseFloat(shown ?? '');
}

/** Opens the digits' experiment and lets it train for so long that a test must end it. */
export async function trainForLong(page: Page): Promise<void> {
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill('100000');
  await page.getByTestId('button-train').click();
  await runEnded(page, 'running');
}
