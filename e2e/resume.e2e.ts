/** Runs that go on after an interruption, and runs that end before their last epoch. */
import { launchStudio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded, trainForLong } from './trainScreen.ts';

test('a stopped run goes on from its last epoch, also after a restart', async ({ home }) => {
  const first = await launchStudio({ home });
  await trainForLong(first.page);
  await expect(first.page.getByTestId('validation-accuracy')).toBeVisible();
  await first.page.getByTestId('button-stop').click();
  await runEnded(first.page, 'stopped');
  await first.page.screenshot({ path: 'test-results/stopped.png' });
  const run = await first.page.getByTestId('run-status').getAttribute('data-run');
  await first.page.getByTestId('resume-run').click();
  await runEnded(first.page, 'running');
  await expect(first.page.getByTestId('run-status')).toHaveAttribute('data-run', String(run));
  await first.page.getByTestId('button-stop').click();
  await runEnded(first.page, 'stopped');
  await first.close();

  const second = await launchStudio({ home });
  const { page } = second;
  await openScreen(page, 'runs');
  const row = page.getByTestId(`run-row-${run}`);
  await expect(row).toHaveAttribute('data-status', 'stopped');
  await row.getByRole('button', { name: /^Actions of/ }).click();
  await page.getByTestId('menu-resume').click();
  await expect(row).toHaveAttribute('data-status', 'running');
  await page.getByTestId('button-stop').click();
  await expect(row).toHaveAttribute('data-status', 'stopped');
  await second.close();
  expect([...first.pageErrors, ...second.pageErrors]).toEqual([]);
});

test('early stopping ends a run, and the window says why', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await page.getByRole('switch', { name: 'Early stopping' }).click();
  await page.getByRole('textbox', { name: 'Patience' }).fill('2');
  await page.getByRole('textbox', { name: 'Least gain' }).fill('10');
  await page.getByTestId('button-train').click();
  await expect(page.getByTestId('end-reason')).toBeVisible();
  await runEnded(page, 'completed');
  await page.screenshot({ path: 'test-results/early-stopping.png' });
});
