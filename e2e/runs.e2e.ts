/** The table of runs by keyboard, and a run among others of its name. */
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('the keyboard stays with a run that is renamed or nearly deleted', async ({ studio }) => {
  const { page } = studio;
  await openSample(page, 'iris', 'runs');
  const row = page.getByTestId('run-row-iris-1');
  const name = (text: string) => row.getByRole('button', { name: text, exact: true });
  await name('iris').focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Petals');
  await page.keyboard.press('Enter');
  // The Enter that ends the field opens nothing.
  await expect(name('Petals')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('something else');
  await page.keyboard.press('Escape');
  await expect(name('Petals')).toBeFocused();

  await page.keyboard.press('Delete');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Delete the run Petals (iris-1)?');
  await page.screenshot({ path: 'test-results/run-delete.png' });
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(name('Petals')).toBeFocused();
  await row.getByRole('button', { name: 'Actions of Petals' }).click();
  await page.getByRole('menuitem', { name: 'Delete run' }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(name('Petals')).toBeFocused();

  await page.keyboard.press('Enter');
  const dots = page.getByRole('button', { name: 'Actions of Petals' });
  await dots.click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dots).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Petals', level: 1 })).toBeVisible();

  await page.getByRole('button', { name: 'Back to all runs' }).click();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').focus();
  await page.keyboard.press('Shift');
  await page.screenshot({ path: 'test-results/runs-head.png' });
});

test("a run's page tells it from its namesake, and leads to its experiment", async ({ studio }) => {
  const { page } = studio;
  await openSample(page, 'iris', 'train');
  await page.getByTestId('button-train').click();
  await openScreen(page, 'runs');
  await expect(page.getByTestId('run-row-iris-2')).toHaveAttribute('data-status', 'completed');
  await page.getByTestId('run-row-iris-2').getByRole('button', { name: /^iris/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('irisiris-2');
  await page.screenshot({ path: 'test-results/run-page-head.png' });
  await page.getByRole('definition').getByRole('button', { name: 'iris', exact: true }).click();
  await expect(page.getByTestId('screen-train')).toBeVisible();
  await runEnded(page, 'completed');
});

test('the arrow keys lead from run to run, Space compares, Enter opens', async ({ studio }) => {
  const { page } = studio;
  await openSample(page, 'iris', 'train');
  for (const run of ['iris-2', 'iris-3']) {
    await page.getByTestId('button-train').click();
    await openScreen(page, 'runs');
    await expect(page.getByTestId(`run-row-${run}`)).toHaveAttribute('data-status', 'completed');
    await openScreen(page, 'train');
  }
  await openScreen(page, 'runs');
  const name = (id: string) => page.locator(`[data-run="${id}"][data-walk="name"]`);
  const box = (id: string) => page.getByRole('checkbox', { name: `Compare ${id}` });

  // Newest first; Tab leads to one row alone.
  await page.getByRole('columnheader', { name: 'Training time' }).getByRole('button').focus();
  await page.keyboard.press('Tab');
  await expect(box('iris-3')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(name('iris-3')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(name('iris-2')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await expect(name('iris-1')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(box('iris-1')).toBeChecked();
  await expect(page.getByTestId('announcement')).toHaveText('iris-1 is compared, 1 in all');
  await expect(page.getByTestId('chart-compare')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(name('iris-3')).toBeFocused();
  await page.keyboard.press('Space');
  await page.screenshot({ path: 'test-results/runs-keys.png' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Tab');
  await expect(box('iris-2')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(box('iris-3')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(box('iris-3')).not.toBeChecked();
  await expect(box('iris-1')).toBeChecked();

  // A menu keeps the keys that it has.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Delete run' })).toBeFocused();
  await page.keyboard.press('Escape');
  // A closing menu gives the keyboard back a moment later, and takes Tab for itself until then.
  await expect(page.locator('[data-run="iris-2"]:not([data-walk])')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(name('iris-2')).toBeFocused();

  // The row of a run is where the keyboard is behind its page, and what was chosen is still chosen.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('iris-2');
  await page.keyboard.press('Escape');
  await expect(name('iris-2')).toBeFocused();
  await expect(box('iris-1')).toBeChecked();

  // The row in the place of one that is gone.
  await page.keyboard.press('Delete');
  await page.getByRole('alertdialog').getByTestId('confirm').click();
  await expect(page.getByTestId('run-row-iris-2')).toHaveCount(0);
  await expect(name('iris-1')).toBeFocused();
});
