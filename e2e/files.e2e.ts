/** Files in and out through the system's dialogs, which a test answers in a person's place. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { answerOpen } from './answerOpen.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

const root = resolve(import.meta.dirname, '..');

const flowers = (rows: number) =>
  ['petal length,petal width,kind']
    .concat(
      Array.from({ length: rows }, (_, row) => {
        const large = row % 2;
        return `${1 + large * 3 + (row % 7) / 10},${0.2 + large + (row % 5) / 10},${large ? 'large' : 'small'}`;
      }),
    )
    .join('\n');

test('a CSV chosen in the dialog becomes a dataset', async ({ studio, home }) => {
  const { app, page } = studio;
  const path = join(home, 'flowers.csv');
  await writeFile(path, flowers(60));
  await answerOpen(app, path);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  await expect(page.getByTestId('import-rows')).toContainText('petal width');
  await expect(page.getByTestId('import-facts')).toContainText('kind');
  await page.screenshot({ path: 'test-results/import.png' });
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-page')).toHaveCount(0);
  await expect(page.getByTestId('screen-data')).toContainText('flowers');
  await expect(page.getByTestId('screen-data')).toContainText('60');
  await page.screenshot({ path: 'test-results/data.png' });
});

test('a ragged CSV is refused with its row', async ({ studio, home }) => {
  const { app, page } = studio;
  const path = join(home, 'ragged.csv');
  await writeFile(path, `${flowers(6000)}\n1,2\n`);
  await answerOpen(app, path);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  // The first look goes over 5,000 rows; the import takes all or nothing.
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-error')).toContainText(/row 6002/i);
  // What was chosen is still there.
  await expect(page.getByTestId('import-rows')).toContainText('petal width');
  await page.screenshot({ path: 'test-results/ragged.png' });
  await page.getByRole('button', { name: 'Leave such rows out' }).click();
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('screen-data')).toContainText('6,000');
});

test('the exported model predicts in the terminal', async ({ studio, home }) => {
  const { app, page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  const path = join(home, 'iris.model.json');
  await answerSave(app, path);
  await openScreen(page, 'runs');
  await page.locator('[data-testid^="run-row-"]').first().click();
  await page.getByTestId('export-model').first().click();
  await page.getByTestId('export-json').click();
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('"format"');

  const input = join(home, 'setosa.json');
  await writeFile(input, '[5.1, 3.5, 1.4, 0.2]');
  const answer = descent(['predict', path, input, '--json']);
  expect(answer.toLowerCase()).toContain('setosa');
});

function descent(parameters: string[]): string {
  const cli = join(root, 'out', 'main', 'cli.cjs');
  return execFileSync(String(process.env.DESCENT_NODE), [cli, ...parameters], { encoding: 'utf8' });
}

function answerSave(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, path);
}
