/** What a window of 1280 × 800 must have room for, in both languages. */
import type { LayerSpec } from '../core/contract/ModelSpec.ts';
import type { Studio } from './launchStudio.ts';
import { openSample } from './openSample.ts';
import { pasteLayers } from './pasteLayers.ts';
import { expect, test } from './studioTest.ts';

async function resize({ app, page }: Studio, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.isVisible());
      window?.setContentSize(wide, high);
    },
    [width, height] as const,
  );
  await page.waitForFunction((wide) => window.innerWidth === wide, width);
}

test('the head of the network is one line with one Train, in both languages', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'digits');
  await resize(studio, 1280, 800);
  for (const train of ['Train', '학습']) {
    const buttons = page.getByRole('banner').or(page.getByRole('main'));
    await expect(buttons.getByRole('button', { name: train, exact: true })).toHaveCount(1);
    const tops = await page.evaluate(() =>
      ['model-parameters', 'model-memory', 'model-multiply-adds', 'templates', 'network-menu'].map(
        (id) => {
          const box = document.querySelector(`[data-testid="${id}"]`)!.getBoundingClientRect();
          return (box.top + box.bottom) / 2;
        },
      ),
    );
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(20);
    const cut = await page
      .getByTestId('model-canvas')
      .locator('dt, dd')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
    expect(cut).toBe(0);
    await page.screenshot({ path: `test-results/model-1280-${train}.png` });
    await page.getByTestId('language-toggle').click();
  }
});

test('the palette explains a layer in whole to who reaches it by keyboard, in both languages', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'digits');
  await resize(studio, 1280, 800);
  for (const end of ['wherever it stands.', '찾아냅니다.']) {
    await page.getByTestId('add-Linear').focus();
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('add-Conv2d')).toBeFocused();
    // The one before may still be on its way out.
    await expect(page.getByRole('tooltip').filter({ hasText: end })).toBeVisible();
    await page.screenshot({ path: `test-results/palette-1280-${end.slice(0, 2)}.png` });
    await page.getByTestId('language-toggle').click();
  }
});

test('both ends of a hundred layers come into sight', async ({ studio }) => {
  const { page } = studio;
  await openSample(page, 'digits');
  await resize(studio, 1280, 800);
  await page.getByTestId('layer-1').click({ position: { x: 200, y: 20 } });
  const more = Array.from({ length: 30 }, (_, at): LayerSpec[] => [
    { type: 'Linear', options: { outFeatures: 64 }, group: `stage ${at}` },
    { type: 'ReLU', options: {}, group: `stage ${at}` },
    { type: 'Dropout', options: { p: 0.2 } },
  ]);
  await pasteLayers(page, more.flat());
  const canvas = page.getByTestId('model-canvas');
  await expect(page.getByTestId('layer-91')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.getByTestId('layer-0')).toBeFocused();
  await expect.poll(() => canvas.evaluate((one) => one.scrollTop)).toBe(0);
  await page.keyboard.press('0');
  await expect
    .poll(() => canvas.evaluate((one) => one.scrollHeight - one.clientHeight))
    .toBeLessThanOrEqual(0);
  await page.screenshot({ path: 'test-results/hundred-1280.png' });
});

test('a run has its menu in reach, by dots, right click and keys, and its whole name', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'iris', 'runs');
  await resize(studio, 1280, 800);
  const row = page.locator('[data-testid^="run-row-"]');
  const dots = row.getByRole('button', { name: 'Actions of' });
  for (const width of [1280, 1024]) {
    await resize(studio, width, 800);
    const box = await dots.boundingBox();
    expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThan(width);
  }
  await resize(studio, 1280, 800);

  await row.click({ button: 'right', position: { x: 400, y: 10 } });
  const items = () => page.getByRole('menuitem').allTextContents();
  const byClick = await items();
  await page.screenshot({ path: 'test-results/run-menu.png' });
  await page.keyboard.press('Escape');
  await dots.click();
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await items()).toEqual(byClick);
  await page.keyboard.press('Escape');

  await row.click({ button: 'right', position: { x: 400, y: 10 } });
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const field = row.getByRole('textbox');
  await expect(field).toBeFocused();
  const name = 'wide layers, a warm-up, less dropout, and the learning rate of the lecture';
  await field.fill(name);
  await field.press('Enter');
  const title = row.getByRole('button', { name, exact: true });
  await expect(title).toBeVisible();
  await title.focus();
  await expect(page.getByRole('tooltip')).toHaveText(name);
  await page.screenshot({ path: 'test-results/run-name.png' });
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await items()).toEqual(byClick);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(title).toBeFocused();
  await page.keyboard.press('ContextMenu');
  await page.getByRole('menuitem', { name: 'Delete run' }).click();
  await page.getByRole('button', { name: 'Delete run' }).click();
  await expect(row).toHaveCount(0);
});
