/** What the model screen says of a network while it is edited, and what mends it. */
import AxeBuilder from '@axe-core/playwright';
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';
import { openScreen } from './trainScreen.ts';

test('a layer that does not fit is said where it stands, and one click mends it', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'digits');
  const rows = page.locator('[data-testid^="layer-"]');
  const count = await rows.count();
  await expect(page.getByTestId('model-multiply-adds')).not.toHaveText('–');
  await expect(page.getByTestId('model-memory')).toContainText('B');
  await page.screenshot({ path: 'test-results/costs.png' });

  await page.getByTestId('layer-0').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('layer-0')).toContainText('the dataset gives 1×8×8');
  await expect(page.getByTestId('model-multiply-adds')).toHaveText('–');
  await page.screenshot({ path: 'test-results/fixes.png' });
  await page.getByTestId('layer-0').getByRole('button', { name: 'Insert Flatten' }).click();
  await expect(page.getByTestId('layer-0')).toContainText('Flatten');
  await expect(page.getByTestId('model-multiply-adds')).not.toHaveText('–');
  await expect(rows).toHaveCount(count);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(count - 1);
});

test('the lecture’s advice is given once, explained, taken with one click or let rest', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'iris');
  await page.getByTestId('layer-2').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Why' }).first().click();
  await page.screenshot({ path: 'test-results/advice.png' });
  await page.evaluate(() => window.studio.setTheme('dark'));
  await page.waitForTimeout(300);
  await page.screenshot({ path: 'test-results/advice-dark.png' });
  const rests = page.getByRole('button', { name: 'Do not suggest' });
  const before = await rests.count();
  await rests.first().click();
  await expect(rests).toHaveCount(before - 1);
  const rows = page.locator('[data-testid^="layer-"]');
  const layers = await rows.count();
  await page.getByTestId('fix').first().click();
  await expect(rows).not.toHaveCount(layers);
});

test('axe finds nothing wrong on the panels of the model screen, in Korean, dark and narrow', async ({
  studio,
}) => {
  const { app, page } = studio;
  await openSample(page, 'iris');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1024, 700));
  await page.getByTestId('language-toggle').click();
  await expect(async () => {
    await page.getByTestId('theme-toggle').click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark', { timeout: 500 });
  }).toPass();
  await page.getByTestId('layer-2').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Delete');
  await page.getByTestId('see-through-toggle').click();
  await expect(page.getByTestId('activation-0')).toBeVisible();
  await page.getByTestId('network-menu').click();
  await page.getByRole('menuitem', { name: '텍스트 입력' }).click();
  await page.getByTestId('experiment-menu').click();
  await page.getByRole('menuitem', { name: '다른 실험과 비교' }).click();
  await expect(page.getByTestId('comparison')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.screenshot({ path: 'test-results/understanding-ko.png' });
  await page.getByTestId('layer-0').scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/understanding-ko-layers.png' });
});

test('a network follows another dataset, and counts what stands in front of a fault', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'iris', 'data');
  await page.getByRole('button', { name: /digits/i }).click();
  await page.getByRole('button', { name: 'Use in this experiment' }).click();
  const said = /is used now\. Changed with it: insert Flatten, set output features to 10\./;
  await expect(page.getByText(said)).toBeVisible();
  await openScreen(page, 'model');
  await expect(page.getByTestId('layer-0')).toContainText('Flatten');
  const parameters = page.getByTestId('model-parameters');
  await expect(parameters.locator('..')).not.toContainText('so far');

  await page.getByTestId('model-canvas').click({ position: { x: 4, y: 300 } });
  await page.keyboard.type('c6 5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(parameters.locator('..')).toContainText('so far');
  await expect(parameters).not.toHaveText('–');
  await page.screenshot({ path: 'test-results/so-far.png' });
});
