/** Images of no common size: a square is proposed, and how they are made to fit is seen and recorded. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { answerOpen } from './answerOpen.ts';
import { expect, test } from './studioTest.ts';
import { openScreen } from './trainScreen.ts';

function write(folder: string, name: string, width: number, height: number): void {
  const image = new PNG({ width, height });
  for (let at = 0; at < width * height; at++) {
    const x = at % width;
    image.data.set([255, (255 * x) / width, 60, 255], 4 * at);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), PNG.sync.write(image));
}

test('images of many sizes become a square, and are padded on a word', async ({ studio, home }) => {
  const { app, page } = studio;
  const folder = join(home, 'shapes');
  for (const [at, label] of ['cat', 'dog'].entries()) {
    for (let n = 0; n < 20; n++) {
      write(join(folder, label), `${n}.png`, n === 0 ? 204 : 30 + n, 20 + 3 * n + at);
    }
  }
  await answerOpen(app, folder);
  await openScreen(page, 'data');
  await page.getByRole('button', { name: 'Import a folder' }).first().click();
  const form = page.getByTestId('import-page');
  const side = (name: string) =>
    form.getByRole('textbox', { name: `Size (width × height): ${name}` });
  await expect(side('width')).not.toHaveValue('');
  const found = await side('width').inputValue();
  expect(await side('height').inputValue()).toBe(found);
  const images = page.getByTestId('import-images');
  await expect(images).toContainText(`204 × 20 → ${found} × ${found}`);
  await expect(images.getByText('dog', { exact: true }).first()).toBeVisible();
  await form.getByRole('combobox', { name: 'Images of another size' }).click();
  await page.getByRole('option', { name: 'Pad with black' }).click();
  await expect(form.getByRole('combobox', { name: 'Images of another size' })).toContainText('Pad');
  await page.screenshot({ path: 'test-results/image-fit.png' });
  await page.getByTestId('import-run').click();
  await expect(page.getByText(/were resized and padded to a width of/)).toBeVisible();
});
