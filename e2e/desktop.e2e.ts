/** What makes it an application of the desktop: one instance, a remembered place, a menu, files from outside. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { electronSwitches, launchStudio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';

test('a second start brings the first window forward and ends', async ({ studio, home }) => {
  const root = resolve(import.meta.dirname, '..');
  const second = spawnSync(String(process.env.DESCENT_ELECTRON), [root, ...electronSwitches], {
    env: { ...process.env, DESCENT_HOME: home },
    timeout: 60_000,
  });
  expect(second.status).toBe(0);
  expect(studio.app.windows()).toHaveLength(1);
});

test('the window comes back where it was left', async ({ home }) => {
  const left = { x: 120, y: 80, width: 1200, height: 760 };
  const first = await launchStudio({ home });
  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    left,
  );
  await first.page.waitForTimeout(300);
  await first.close();
  const second = await launchStudio({ home });
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  await second.close();
  expect(bounds).toEqual(left);
});

test('the menu reaches the page', async ({ studio }) => {
  const { app, page } = studio;
  await expect(page.getByTestId('screen-welcome')).toBeVisible();
  await app.evaluate(({ Menu }) => {
    const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'View');
    view?.submenu?.items.find(({ label }) => label === 'Runs')?.click();
  });
  await expect(page.getByTestId('screen-runs')).toBeVisible();
});

test('a file from outside may be imported once its path came from the system', async ({
  studio,
  home,
}) => {
  const { page } = studio;
  const path = join(home, 'dropped.csv');
  await writeFile(path, `size,kind\n${'1,small\n2,large\n'.repeat(10)}`);
  // A file input gives the page the same kind of File as a drop does, and a test can fill it.
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'outside' });
    document.body.append(input);
  });
  await page.locator('#outside').setInputFiles(path);
  const outcome = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('#outside');
    const found = window.studio.pathOfDropped(input?.files?.[0]);
    const forged = window.studio.pathOfDropped(new File(['x'], 'forged.csv'));
    input?.remove();
    return {
      found,
      forged,
      reply: await window.studio.request('datasets.import', { path: found }),
    };
  });
  expect(outcome.found).toBe(path);
  expect(outcome.forged).toBeNull();
  expect(outcome.reply).toMatchObject({ ok: true, result: { samples: 20 } });
});
