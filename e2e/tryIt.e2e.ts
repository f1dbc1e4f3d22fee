/** A person's own sample through a run: a drawing, an image file, a row. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { answerOpen } from './answerOpen.ts';
import { dropFiles } from './dropFiles.ts';
import { steadyBox } from './steadyBox.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

async function openFirstRun(page: Page, sample: string): Promise<void> {
  await page.getByTestId(`sample-${sample}`).click();
  await runEnded(page, 'completed');
  await openScreen(page, 'runs');
  await page.locator('[data-testid^="run-row-"]').first().click();
}

async function expectAccessible(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include(`[data-testid="${part}"]`)
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** A ring, with the mouse. */
async function drawRing(page: Page): Promise<void> {
  const pad = page.getByTestId('drawing-pad');
  await pad.scrollIntoViewIfNeeded();
  const box = await steadyBox(page, pad);
  const place = (angle: number) =>
    [
      box.x + box.width * (0.5 + 0.22 * Math.sin(angle)),
      box.y + box.height * (0.5 - 0.32 * Math.cos(angle)),
    ] as const;
  await page.mouse.move(...place(0));
  await page.mouse.down();
  for (let step = 1; step <= 24; step += 1) await page.mouse.move(...place((step * Math.PI) / 12));
  await page.mouse.up();
}

test('a digit drawn with the mouse is recognised, and so is one from a file', async ({
  studio,
  home,
}) => {
  const { app, page } = studio;
  await openFirstRun(page, 'digits');
  const panel = page.getByTestId('try-image');
  await expect(panel).toContainText('Draw something');
  await drawRing(page);
  const first = page.getByTestId('try-answer').getByRole('listitem').first();
  await expect(first).toContainText('0');
  await expect(panel.getByRole('img', { name: 'What the model sees' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Try an image' })).toBeVisible();
  await expectAccessible(page, 'try-image');
  await page.screenshot({ path: 'test-results/try-drawing.png' });
  await panel.getByRole('button', { name: 'Clear' }).click();
  await expect(panel).toContainText('Draw something');

  const image = new PNG({ width: 40, height: 40 });
  image.data.fill(255);
  const path = join(home, 'paper.png');
  await writeFile(path, PNG.sync.write(image));
  await answerOpen(app, path);
  await panel.getByTestId('try-choose').click();
  await expect(panel).toContainText('40×40 in the file');
  await panel.getByRole('switch').click();
  await expect(first).toBeVisible();
  await page.screenshot({ path: 'test-results/try-file.png' });

  // What is dropped here is tried, not imported.
  const text = join(home, 'notes.png');
  await writeFile(text, 'no image');
  await dropFiles(page, [text], panel);
  await expect(panel).toContainText('"notes.png" is text, not a PNG, JPEG, WebP, BMP or GIF image');
  await expect(page.getByTestId('import-page')).toHaveCount(0);
});

test('a row begins as a sample of the dataset, and its values are turned', async ({ studio }) => {
  const { page } = studio;
  await openFirstRun(page, 'penguins');
  const panel = page.getByTestId('try-row');
  await panel.scrollIntoViewIfNeeded();
  const first = page.getByTestId('try-answer').getByRole('listitem').first();
  await expect(panel).toContainText('Adelie in the dataset');
  await expect(first).toContainText('Adelie');
  const field = (name: RegExp) => panel.getByRole('textbox', { name });
  await field(/beak length/).fill('52');
  await field(/beak depth/).fill('14.5');
  await field(/flipper length/).fill('225');
  await field(/body mass/).fill('5600');
  await panel.getByRole('combobox', { name: /island/ }).click();
  await page.getByRole('option', { name: 'Biscoe' }).click();
  await expect(first).toContainText('Gentoo');
  await expect(panel).toContainText('edited');
  await expectAccessible(page, 'try-row');
  await page.screenshot({ path: 'test-results/try-row.png' });
  await panel.getByRole('button', { name: 'Back to the sample' }).click();
  await expect(first).toContainText('Adelie');
});
