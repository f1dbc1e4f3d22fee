/** Several files dropped or chosen together, what is wrong with one of them, and one that is there already. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpen } from './answerOpen.ts';
import { dropFiles } from './dropFiles.ts';
import { expect, test } from './studioTest.ts';
import { openScreen } from './trainScreen.ts';

const rows = (from: number) =>
  Array.from({ length: 30 }, (_, row) => `${from + row},${row % 2 ? 'a' : 'b'}`).join('\n');

test('dropped files are opened one after the other, their faults named', async ({
  studio,
  home,
}) => {
  const { page } = studio;
  const paths = ['first', 'second', 'third'].map((name) => join(home, `${name}.csv`));
  const [first = '', second = '', third = ''] = paths;
  await writeFile(first, `age,kind\n${rows(20)}\nold,a\n7\n`);
  await writeFile(second, `size,kind\n${rows(50)}\n`);
  await writeFile(third, 'x');
  await dropFiles(page, paths);
  const queue = page.getByTestId('import-queue');
  const form = page.getByTestId('import-page');
  await expect(form).toContainText('Import first.csv');
  await expect(queue).toContainText('second.csv');
  await expect(form).toContainText(
    'Row 33 has another number of fields than the header: 1 instead of 2.',
  );
  await expect(form).toContainText('row 32 says "old"');
  await page.screenshot({ path: 'test-results/import-queue.png' });
  await queue.getByRole('button', { name: 'Do not import third.csv' }).click();
  await expect(queue).not.toContainText('third.csv');
  await form.getByRole('button', { name: 'Discard' }).click();
  await expect(form).toContainText('Import second.csv');
  await expect(queue).toHaveCount(0);
  await page.getByTestId('import-run').click();
  await expect(page.getByText('second is in the library', { exact: true })).toBeVisible();

  await dropFiles(page, [second]);
  await page.getByTestId('import-run').click();
  await expect(page.getByText(/second is in the library already/)).toBeVisible();
  await expect(page.getByTestId('import-page')).toHaveCount(0);
});

test('chosen files wait for each other; rows of another length are counted, refused or left out', async ({
  studio,
  home,
}) => {
  const { page, app } = studio;
  const [messy, tidy] = [join(home, 'messy.csv'), join(home, 'tidy.csv')];
  await writeFile(messy, `age,kind\n${rows(20)}\n7\n1,a,x\n${rows(60)}\n9\n`);
  await writeFile(tidy, `size,kind\n${rows(50)}\n`);
  await answerOpen(app, messy, tidy);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  const form = page.getByTestId('import-page');
  await expect(page.getByTestId('import-queue')).toContainText('tidy.csv');
  const many = '3 rows have another number of fields than the header, which has 2.';
  await expect(form).toContainText(`${many} The first: row 32 has 1, row 33 has 3, row 64 has 1.`);

  const run = page.getByTestId('import-run');
  await expect(run).toHaveAttribute('aria-disabled', 'true');
  await expect(run).toHaveAttribute('aria-description', /^3 rows .* The import refuses such rows/);
  await run.hover();
  await expect(page.getByRole('tooltip')).toContainText('The import refuses such rows.');
  await run.press('Enter');
  await expect(form.getByRole('button', { name: 'Leave such rows out' })).toBeFocused();
  await expect(page.getByTestId('import-error')).toHaveCount(0);
  await page.screenshot({ path: 'test-results/ragged-rows.png' });
  await form.getByRole('button', { name: 'Leave such rows out' }).click();
  await expect(form.getByRole('combobox', { name: 'Rows of another length' })).toHaveText(
    'Leave the row out',
  );
  await expect(form).toContainText('Such rows are left out.');
  await page.getByTestId('import-run').click();
  await expect(form).toContainText('Import tidy.csv');
  await page.getByTestId('import-run').click();
  await expect(page.getByText('tidy is in the library', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^messy/ }).click();
  await expect(page.getByTestId('screen-data')).toContainText(`${many} The first`);
  await expect(page.getByTestId('screen-data')).toContainText('They were left out.');
});
