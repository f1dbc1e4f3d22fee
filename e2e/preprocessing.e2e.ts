/** What the window makes of the data before a training: the split, and what the network is given. */
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('penguins are split by island, and seen as the network sees them', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-penguins').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'data');
  const classes = page.getByTestId('split-classes');
  await expect(classes.getByRole('row', { name: /^Adelie 92 30 30/ })).toBeVisible();

  // A split by island leaves whole islands to the parts: the classes' shares go.
  await page.getByRole('radio', { name: 'Grouped' }).click();
  await expect(classes.getByRole('row', { name: /^Adelie 92 30 30/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(classes.getByRole('row', { name: /^Adelie 92 30 30/ })).toBeVisible();

  const input = page.getByTestId('model-input');
  await expect(input).toContainText('island = Torgersen');
  await expect(input).toContainText('-0.918');
  await page.getByRole('radio', { name: 'None', exact: true }).click();
  await expect(input).not.toContainText('-0.918');
  await page.getByRole('button', { name: 'island', exact: true }).click();
  await expect(input).not.toContainText('island = Torgersen');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(input).toContainText('-0.918');
});

test('a file over the window is invited in', async ({ studio }) => {
  const { page } = studio;
  await expect(page.getByTestId('screen-welcome')).toBeVisible();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['a,b\n1,2\n'], 'table.csv'));
    window.dispatchEvent(new DragEvent('dragover', { cancelable: true, dataTransfer }));
  });
  await expect(page.getByText('Drop to open')).toBeVisible();
});
