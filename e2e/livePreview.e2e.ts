/**
 * However fast a slider of the augmentation is dragged, the variants of the value that it ends at are
 * the ones that stay. How long a person waits for them is printed, and not judged, because it depends
 * on what else the machine does.
 */
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { answerOpen } from './answerOpen.ts';
import { expect, test } from './studioTest.ts';
import { timeSlider } from './timeSlider.ts';
import { openScreen } from './trainScreen.ts';
import { writeImageClasses } from './writeImageClasses.ts';

const transforms = ['RandomHorizontalFlip', 'RandomShift', 'RandomRotation'];
const MOVES = 60;

const cases = [
  { size: 28, color: 'Grey' },
  { size: 128, color: 'Colour' },
] as const;

/** In degrees, as it stands under each variant. */
async function anglesOf(variants: Locator): Promise<number[]> {
  const texts = await variants.allTextContents();
  return texts.map((text) => Number(/rotated ([−-]?[\d.]+)°/.exec(text)?.[1]?.replace('−', '-')));
}

const angleAt = async (slider: Locator) => Number(await slider.getAttribute('aria-valuenow'));

for (const { size, color } of cases) {
  test(`sixteen variants of ${size}×${size} follow a slider`, async ({ studio, home }) => {
    const { page, app } = studio;
    const folder = join(home, 'bars');
    await writeImageClasses(folder, { classes: 3, size, images: 12 });
    await answerOpen(app, folder);
    await openScreen(page, 'data');
    await page.getByRole('button', { name: 'Import a folder' }).first().click();
    await page.getByTestId('import-page').getByRole('combobox', { name: 'Colour mode' }).click();
    await page.getByRole('option', { name: color }).click();
    await page.getByTestId('import-run').click();
    await page.getByTestId('new-experiment-here').click();
    await expect(page.getByTestId('screen-model')).toBeVisible();
    await openScreen(page, 'data');
    for (const type of transforms) {
      await page.getByTestId('add-augmentation').click();
      await page.getByRole('menuitem', { name: type, exact: true }).click();
    }
    const area = page.getByTestId('augmentation-variants');
    const variants = area.getByRole('listitem');
    await expect(variants).toHaveCount(16);
    await expect(variants.first()).toContainText('rotated');
    // It stands above them, and comes later.
    await expect(page.getByText('All together')).toBeVisible();
    const thumb = page.getByRole('slider', { name: 'Largest angle' });
    const [most, angles] = [await angleAt(thumb), await anglesOf(variants)];
    const { moves, perSecond } = await timeSlider(page, { thumb, area, moves: MOVES });
    const end = await angleAt(thumb);
    expect(end).not.toBe(most);
    // The draws stay, so that every angle grows as the largest one does; both are rounded to 0.1.
    const rounding = 0.051 * (1 + end / most);
    await expect(async () => {
      for (const [at, angle] of (await anglesOf(variants)).entries()) {
        expect(Math.abs(angle - ((angles[at] ?? Number.NaN) * end) / most)).toBeLessThan(rounding);
      }
    }).toPass();
    const quantile = (share: number) => (moves[Math.floor(share * MOVES)] ?? 0).toFixed(0);
    console.log(
      `From slider to painted frame, 16 variants of ${size}×${size} ${color}: median ` +
        `${quantile(0.5)} ms, 90 % within ${quantile(0.9)} ms; ${perSecond.toFixed(0)} previews a ` +
        'second while dragging',
    );
    await page.screenshot({ path: `test-results/live-preview-${size}.png` });
  });
}
