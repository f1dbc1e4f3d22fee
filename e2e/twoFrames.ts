import type { Page } from '@playwright/test';

/** Resolves when what the page did before has been drawn. `timeout`: in milliseconds. */
export async function twoFrames(page: Page, timeout = 30_000): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)))),
    null,
    { timeout },
  );
}
