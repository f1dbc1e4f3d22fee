/** A window that is closed while a dataset is imported. */
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dropFiles } from './dropFiles.ts';
import { expect, test } from './studioTest.ts';
import { openScreen } from './trainScreen.ts';

test('closing the window during an import asks first, and leaves nothing of it', async ({
  studio,
  home,
}) => {
  const { app, page } = studio;
  // Long enough not to end before the window is closed, also on a fast machine.
  const path = join(home, 'long.csv');
  await writeFile(path, `x,kind\n${'1.5,a\n2.5,b\n'.repeat(24_000_000)}`);
  const answer = (response: number) =>
    app.evaluate(({ dialog }, chosen) => {
      const asked = { messages: [] as string[] };
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = (async (_: unknown, { message }: { message: string }) => {
        asked.messages.push(message);
        return { response: chosen, checkboxChecked: false };
      }) as never;
    }, response);
  const close = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const asked = () =>
    app.evaluate(() => (globalThis as { asked?: { messages: string[] } }).asked?.messages);

  await dropFiles(page, [path]);
  await page.getByTestId('import-run').click();
  const status = page.getByTestId('status-import');
  await expect(status).toContainText('Importing long.csv');
  await openScreen(page, 'runs');
  await page.screenshot({ path: 'test-results/import-status.png' });
  await answer(1);
  await close();
  await expect.poll(asked).toEqual(['A dataset is being imported. Stop the import and quit?']);
  await status.click();
  await expect(page.getByTestId('import-progress')).toBeVisible();

  await answer(0);
  const closed = app.waitForEvent('close');
  await close();
  await closed;
  const folders = readdirSync(studio.home).includes('datasets')
    ? readdirSync(join(studio.home, 'datasets'))
    : [];
  expect(folders.filter((name) => name.startsWith('.import-'))).toEqual([]);
});
