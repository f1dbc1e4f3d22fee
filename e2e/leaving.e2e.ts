/** What is typed is kept when a key of the menu takes its field away: no click leaves it first. */
import type { ElectronApplication, Page } from '@playwright/test';
import { launchStudio } from './launchStudio.ts';
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';
import { openScreen } from './trainScreen.ts';

/** As its key does; one that is typed by a test never reaches the native menu. */
async function chooseInMenu(app: ElectronApplication, menu: string, entry: string): Promise<void> {
  const labels = [menu, entry] as const;
  await app.evaluate(({ Menu }, [outer, inner]) => {
    const found = Menu.getApplicationMenu()?.items.find(({ label }) => label === outer);
    found?.submenu?.items.find(({ label }) => label === inner)?.click();
  }, labels);
}

test('a note and names are kept when the menu shows another screen', async ({ studio }) => {
  const { app, page } = studio;
  await openSample(page, 'iris');
  const leaveFor = async (screen: 'Data' | 'Model') => {
    await chooseInMenu(app, 'View', screen);
    await expect(page.getByTestId(`screen-${screen.toLowerCase()}`)).toBeVisible();
  };
  const awayAndBack = async () => {
    await leaveFor('Data');
    await leaveFor('Model');
    await expect(page.getByTestId('model-canvas').getByRole('textbox')).toHaveCount(0);
  };
  const first = page.getByTestId('layer-0');
  await first.getByRole('button', { name: 'Actions of' }).click();
  await page.getByRole('menuitem', { name: 'Note' }).click();
  await page.keyboard.type('as wide as the input');
  await awayAndBack();
  await expect(first).toHaveAttribute('aria-description', 'as wide as the input');

  await first.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('entrance');
  await awayAndBack();
  await expect(first).toContainText('entrance');

  await first.focus();
  await page.keyboard.press('Control+G');
  await page.keyboard.type('stem');
  await awayAndBack();
  await expect(page.getByTestId('group-stem')).toBeVisible();
  // Grouped and named in one go, and so undone.
  await page.keyboard.press('Control+Z');
  await expect(page.locator('[data-testid^="group-"]')).toHaveCount(0);
});

test('a note is kept when the menu opens another experiment', async ({ studio }) => {
  const { app, page } = studio;
  await openSample(page, 'iris');
  const first = page.getByTestId('layer-0');
  await first.getByRole('button', { name: 'Actions of' }).click();
  await page.getByRole('menuitem', { name: 'Note' }).click();
  await page.keyboard.type('as wide as the input');
  await chooseInMenu(app, 'File', 'New experiment');
  await expect(page.getByTestId('experiment-menu')).not.toHaveText('iris');
  await page.getByTestId('experiment-menu').click();
  await page.getByRole('menuitem', { name: /^iris/ }).click();
  await expect(page.getByTestId('experiment-menu')).toHaveText('iris');
  await expect(first).toHaveAttribute('aria-description', 'as wide as the input');
});

test('what was typed when the window closed is there when it opens again', async ({ home }) => {
  const first = await launchStudio({ home });
  await openSample(first.page, 'iris');
  const rowOf = (page: Page) => page.getByTestId('layer-0');
  await rowOf(first.page).getByRole('button', { name: 'Actions of' }).click();
  await first.page.getByRole('menuitem', { name: 'Note' }).click();
  await first.page.keyboard.type('as wide as the input');
  await first.close();
  expect(first.pageErrors).toEqual([]);

  const second = await launchStudio({ home });
  await openScreen(second.page, 'model');
  await expect(rowOf(second.page)).toHaveAttribute('aria-description', 'as wide as the input');
  await second.close();
});
