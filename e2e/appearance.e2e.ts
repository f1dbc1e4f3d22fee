/** Languages, themes, the keyboard, and what axe has to say about the main screens. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { launchStudio, type Studio } from './launchStudio.ts';
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

test('the theme button goes through dark, light and the one of the system', async ({ studio }) => {
  const { page } = studio;
  await expect(page.locator('html')).toHaveAttribute('data-theme');
  const before = await paperOf(page);
  const seen = new Set<string>();
  for (let press = 0; press < 3; press += 1) {
    const theme = await nextTheme(studio);
    seen.add(theme);
    if (theme === 'dark') await page.screenshot({ path: 'test-results/dark.png' });
  }
  expect([...seen].sort()).toEqual(['dark', 'light', 'system']);
  await expect.poll(() => paperOf(page)).toBe(before);
});

test('a restart remembers the theme', async ({ home }) => {
  const papers = new Set<string>();
  for (const chosen of ['dark', 'light']) {
    const first = await launchStudio({ home });
    await chooseTheme(first, chosen);
    const paper = await paperOf(first.page);
    await first.close();
    const second = await launchStudio({ home });
    await expect.poll(() => themeOf(second)).toBe(chosen);
    await expect.poll(() => paperOf(second.page)).toBe(paper);
    await second.close();
    papers.add(paper);
  }
  expect(papers.size).toBe(2);
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

function themeOf({ app }: Studio): Promise<string> {
  return app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
}

/** Presses the button and waits until the whole window has followed. */
async function nextTheme(studio: Studio): Promise<string> {
  const before = await themeOf(studio);
  await studio.page.getByTestId('theme-toggle').click();
  await expect.poll(() => themeOf(studio)).not.toBe(before);
  return themeOf(studio);
}

/** Presses the button until the theme is the one that is wanted. */
async function chooseTheme(studio: Studio, chosen: string): Promise<void> {
  await expect(async () => {
    if ((await themeOf(studio)) !== chosen) await studio.page.getByTestId('theme-toggle').click();
    expect(await themeOf(studio)).toBe(chosen);
    await expect(studio.page.locator('html')).toHaveAttribute('data-theme', chosen);
  }).toPass({ timeout: 30_000 });
}

function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

async function problems(page: Page, screen: string): Promise<string[]> {
  // Electron has no second page for axe's newer mode to run in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${screen}: ${id} at ${target.join(' ')}`),
  );
}

async function tabTo(page: Page, testId: string): Promise<void> {
  const target = page.getByTestId(testId);
  for (let press = 0; press < 100; press += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${testId} was not reached with Tab.`);
}
