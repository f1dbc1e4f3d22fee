/** The first minute of a newcomer, and what must still be there the next day. */
import { launchStudio } from './launchStudio.ts';
import { measureLongTasks } from './longTasks.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded, validationAccuracy } from './trainScreen.ts';

test('one click on the digits trains a network that a restart still knows', async ({ home }) => {
  const first = await launchStudio({ home });
  const { page } = first;
  await expect(page.getByTestId('screen-welcome')).toBeVisible();
  await page.screenshot({ path: 'test-results/welcome.png' });

  const longTasks = await measureLongTasks(page);
  await page.getByTestId('sample-digits').click();
  await page.getByTestId('screen-train').waitFor();
  await page.getByTestId('chart-loss').locator('path.recharts-line-curve').first().waitFor();
  await page.getByTestId('chart-accuracy').waitFor();
  await runEnded(page, 'completed');
  console.log(`Long tasks in the window during the run: ${JSON.stringify(await longTasks())}`);
  expect(await validationAccuracy(page)).toBeGreaterThanOrEqual(96);
  await page.screenshot({ path: 'test-results/train.png' });

  await openScreen(page, 'runs');
  const rows = page.locator('[data-testid^="run-row-"]');
  await expect(rows).toHaveCount(1);
  const row = await rows.first().getAttribute('data-testid');
  await page.screenshot({ path: 'test-results/runs.png' });
  await first.close();

  const second = await launchStudio({ home });
  await openScreen(second.page, 'runs');
  await expect(second.page.getByTestId(String(row))).toBeVisible();
  await second.close();
  expect([...first.pageErrors, ...second.pageErrors]).toEqual([]);
});
