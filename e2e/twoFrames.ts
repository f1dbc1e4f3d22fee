import type { Page } from '@playwright/test';

/** When it resolves, what the page did before has been drawn. */
export function twoFrames(page: Page): Promise<unknown> {
  return page.evaluate(
    () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
  );
}
