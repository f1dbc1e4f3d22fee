/** Two experiments side by side. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpen } from './answerOpen.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('a copy that was changed is compared with what it was made from', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await page.getByTestId('experiment-menu').click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await openScreen(page, 'train');
  await page.getByRole('textbox', { name: 'Learning rate', exact: true }).fill('0.5');
  await expect(page.getByText('p ← p − 0.5 ·')).toBeVisible();
  await page.screenshot({ path: 'test-results/equation.png' });
  await page.getByRole('button', { name: 'Reset Learning rate' }).click();
  await expect(page.getByText('p ← p − 0.001 ·')).toBeVisible();
  await page.getByRole('textbox', { name: 'Learning rate', exact: true }).fill('0.5');
  await openScreen(page, 'model');
  // Its head: what is said of a layer stands below, in the same row.
  await page.getByTestId('layer-2').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Delete');

  await page.getByTestId('experiment-menu').click();
  await page.getByRole('menuitem', { name: 'Compare with another' }).click();
  const panel = page.getByTestId('comparison');
  await panel.getByRole('combobox').click();
  await page.getByRole('option', { name: 'iris', exact: true }).click();
  await expect(panel).toContainText('Optimizer: Learning rate');
  await expect(panel.getByRole('row', { name: /Learning rate/ })).toContainText('0.5');
  await expect(panel.getByRole('row', { name: /BatchNorm1d/ })).toContainText('+');
  await expect(panel.getByRole('row', { name: /Linear/ }).first()).toContainText(
    'Output features 16',
  );
  await page.screenshot({ path: 'test-results/compare.png' });

  await page.getByTestId('language-toggle').click();
  await expect(panel.getByRole('row', { name: /학습률/ })).toContainText('0.5');
  await expect(panel.getByRole('row', { name: /Linear/ }).first()).toContainText('출력 특징 수 16');
  await expect(panel).not.toContainText(/learningRate|outFeatures|negativeSlope/);

  // Another document was not what stood beside it: the panel is not in its way.
  await page.getByTestId('experiment-menu').click();
  await page
    .getByRole('menuitem')
    .filter({ hasText: /^iris(?! copy)/ })
    .click();
  await expect(panel).toHaveCount(0);
});

test("datasets of one's own are told by their names, and nothing is cut off", async ({
  studio,
  home,
}) => {
  const { app, page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  const path = join(home, 'Garden flowers.csv');
  const rows = Array.from({ length: 60 }, (_, row) => `${row % 7},${row % 2 ? 'large' : 'small'}`);
  await writeFile(path, ['petal,kind', ...rows].join('\n'));
  await answerOpen(app, path);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  await page.getByTestId('import-run').click();
  await page.getByTestId('new-experiment-here').click();
  await page.getByTestId('screen-model').waitFor();
  await page.getByTestId('experiment-menu').click();
  await page.getByRole('menuitem', { name: 'Compare with another' }).click();
  const panel = page.getByTestId('comparison');
  await panel.getByRole('combobox').click();
  await page.getByRole('option', { name: 'iris', exact: true }).click();
  const dataset = panel.getByRole('row', { name: /^Dataset/ });
  await expect(dataset).toContainText('Garden flowers');
  await expect(dataset).toContainText('Iris flowers');
  await page.screenshot({ path: 'test-results/compare-own.png' });
  const cut = await panel
    .locator('tbody td')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
  expect(cut).toBe(0);
});

test('copies are numbered, and experiments of one name are told apart', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  const menu = page.getByTestId('experiment-menu');
  for (const name of ['iris copy', 'iris copy 2', 'iris copy 3']) {
    await menu.click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect(menu).toHaveText(name);
  }
  await menu.click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name of the experiment' }).fill('iris');
  await page.keyboard.press('Enter');
  await expect(menu).toHaveText('iris');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await menu.click();
  const items = page.getByRole('menuitem').filter({ hasText: /^iris/ });
  const shown = (await items.allTextContents()).map((text) =>
    text.replace(/(now|\d+ \w+ ago)$/, ''),
  );
  expect(new Set(shown).size).toBe(4);
  await page.getByRole('menuitem', { name: 'Compare with another' }).click();
  const panel = page.getByTestId('comparison');
  await panel.getByRole('combobox').click();
  const titles = await page.getByRole('option').allTextContents();
  expect(titles.some((title) => title.startsWith('iris') && /(now|ago)$/.test(title))).toBe(true);
  await page.screenshot({ path: 'test-results/compare-copies.png' });
});
