/** Runs of several experiments in one table: told apart, and filtered. */
import { launchStudio } from './launchStudio.ts';
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('the runs of one experiment are listed alone, after a restart, too', async ({ home }) => {
  const first = await launchStudio({ home });
  const { page } = first;
  await openSample(page, 'iris', 'runs');
  const filter = page.getByRole('combobox', { name: 'Experiment' });
  await expect(filter).toHaveCount(0);
  await openScreen(page, 'welcome');
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'runs');
  const rows = page.locator('[data-testid^="run-row-"]');
  await expect(rows).toHaveCount(2);
  // Under another name, the experiment still tells what it is.
  const iris = page.getByTestId('run-row-iris-1');
  await iris.getByRole('button', { name: 'iris', exact: true }).press('F2');
  await page.keyboard.type('Petals');
  await page.keyboard.press('Enter');
  await expect(iris.getByText('iris', { exact: true }).filter({ visible: true })).toHaveCount(1);
  await page.screenshot({ path: 'test-results/runs-experiments.png' });

  await filter.click();
  await page.getByRole('option', { name: /^iris/ }).click();
  await expect(rows).toHaveCount(1);
  await expect(page.getByTestId('runs-shown')).toHaveText('1 of 2 runs');
  await first.close();

  const second = await launchStudio({ home });
  await openScreen(second.page, 'runs');
  const kept = second.page.getByTestId('run-row-iris-1');
  await expect(kept).toBeVisible();
  await expect(second.page.getByTestId('runs-shown')).toHaveText('1 of 2 runs');

  await kept.getByRole('button', { name: 'Petals', exact: true }).press('Delete');
  await second.page.getByTestId('confirm').click();
  const none = second.page.getByTestId('no-runs-of');
  await expect(none.getByRole('heading', { name: 'No run of iris' })).toBeVisible();
  await expect(none).toContainText('its runs were deleted');
  await expect(none.getByRole('button', { name: 'Show all runs' })).toBeFocused();
  await expect(none.getByRole('button', { name: 'Go to Train' })).toBeVisible();
  await second.page.screenshot({ path: 'test-results/runs-none-of.png' });
  await second.page.getByTestId('language-toggle').click();
  await expect(none).toContainText('iris의 실행이 없습니다');
  await none.getByRole('button', { name: '모든 실행 보기' }).click();
  await expect(second.page.locator('[data-testid^="run-row-"]')).toHaveCount(1);
  await second.close();
  expect([...first.pageErrors, ...second.pageErrors]).toEqual([]);
});

test('the runs of an experiment that is deleted are listed still, after a restart, too', async ({
  home,
}) => {
  const first = await launchStudio({ home });
  const { page } = first;
  await openSample(page, 'digits', 'welcome');
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'runs');
  await page.getByRole('combobox', { name: 'Experiment' }).click();
  await page.getByRole('option', { name: /^iris/ }).click();
  await page.getByTestId('experiment-menu').click();
  await page.getByRole('menuitem', { name: 'Delete experiment' }).click();
  await page.getByTestId('confirm').click();
  await expect(page.getByTestId('experiment-menu')).not.toHaveText('iris');
  await openScreen(page, 'runs');
  await expect(page.getByTestId('run-row-iris-1')).toBeVisible();
  await expect(page.getByTestId('runs-shown')).toHaveText('1 of 2 runs');
  await first.close();

  const second = await launchStudio({ home });
  await openScreen(second.page, 'runs');
  const last = second.page.getByTestId('run-row-iris-1');
  await expect(second.page.getByTestId('runs-shown')).toHaveText('1 of 2 runs');
  await last.getByRole('button', { name: 'iris', exact: true }).press('Delete');
  await second.page.getByTestId('confirm').click();
  await expect(last).toHaveCount(0);
  await expect(second.page.locator('[data-testid^="run-row-"]')).toHaveCount(1);
  await second.close();
  expect([...first.pageErrors, ...second.pageErrors]).toEqual([]);
});
