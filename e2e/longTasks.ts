/** Counts the main-thread tasks over 100 ms in the page from now on; printed by a test, never asserted. */
import type { Page } from '@playwright/test';

interface LongTasks {
  readonly over100: number;
  readonly longestMilliseconds: number;
}

export async function measureLongTasks(page: Page): Promise<() => Promise<LongTasks>> {
  const durations = await page.evaluateHandle(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(entry.duration);
    }).observe({ type: 'longtask' });
    return seen;
  });
  return () =>
    durations.evaluate((seen) => ({
      over100: seen.filter((duration) => duration > 100).length,
      longestMilliseconds: Math.round(Math.max(0, ...seen)),
    }));
}
