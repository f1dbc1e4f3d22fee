/** Languages, themes, the keyboard, and what axe has to say about the main screens. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('the language changes without a restart, in the page and in the menu', async ({ studio }) => {
  const { app, page } = studio;
  const menu = () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
  await expect.poll(menu).toContain('File');
  await page.getByTestId('language-toggle').click();
  await expect(page.getByTestId('rail-data')).toContainText('데이터');
  await expect.poll(menu).toContain('파일');
  await page.screenshot({ path: 'test-results/welcome-ko.png' });
  await page.getByTestId('language-toggle').click();
  await expect(page.getByTestId('rail-data')).toContainText('Data');
});

test('dark and light are remembered by a restart', async ({ studio }) => {
  const { app, page } = studio;
  const source = () => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await paper();
  const seen = new Set<string>();
  for (let press = 0; press < 3; press += 1) {
    await page.getByTestId('theme-toggle').click();
    await page.waitForTimeout(300);
    seen.add(`${await source()} ${await paper()}`);
    if ((await source()) === 'dark') await page.screenshot({ path: 'test-results/dark.png' });
  }
  expect([...seen].some((state) => state.startsWith('dark'))).toBe(true);
  expect([...seen].some((state) => state.startsWith('light'))).toBe(true);
  expect(await paper()).toBe(before);
});

test('the whole first job can be done with the keyboard', async ({ studio }) => {
  const { page } = studio;
  await expect(page.getByTestId('sample-iris')).toBeVisible();
  await tabTo(page, 'sample-iris');
  await page.keyboard.press('Enter');
  await runEnded(page, 'completed');
  await tabTo(page, 'rail-runs');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('screen-runs')).toBeVisible();
});

test('axe finds nothing wrong on the main screens', async ({ studio }) => {
  const { page } = studio;
  await expect(page.getByTestId('screen-welcome')).toBeVisible();
  const found: string[] = await problems(page, 'welcome');
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  found.push(...(await problems(page, 'train')));
  for (const screen of ['data', 'model', 'runs', 'test'] as const) {
    await openScreen(page, screen);
    found.push(...(await problems(page, screen)));
    await page.screenshot({ path: `test-results/screen-${screen}.png` });
  }
  expect(found).toEqual([]);
});

async function problems(page: Page, screen: string): Promise<string[]> {
  // Electron has no second page for axe's newer mode to run in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`),
  );
}

async function tabTo(page: Page, testId: string): Promise<void> {
  const target = page.getByTestId(testId);
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${testId} was not reached with Tab.`);
}
