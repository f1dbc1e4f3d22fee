/** Several files dropped together, what is wrong with one of them, and one that is there already. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dropFiles } from './dropFiles.ts';
import { expect, test } from './studioTest.ts';

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
