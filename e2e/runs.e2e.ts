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
