/** Augmentation is seen before it is trained with, and follows a slider that is dragged. */
import type { Page } from '@playwright/test';
import { launchStudio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

async function addTransform(page: Page, type: string): Promise<void> {
  await page.getByTestId('add-augmentation').click();
  await page.getByRole('menuitem', { name: type, exact: true }).click();
}

/** Milliseconds from each key on the slider until every variant was drawn anew. */
function timeSlider(page: Page, presses: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const thumb = document.querySelector<HTMLElement>(
      '[data-testid="augmentation-0"] [role="slider"]',
    );
    const variants = document.querySelector('[data-testid="augmentation-variants"]');
    if (!thumb || !variants) throw new Error('There is no slider or no preview.');
    const times: number[] = [];
    for (let press = 0; press < count; press += 1) {
      const start = performance.now();
      const drawn = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => resolve());
        });
        observer.observe(variants, { subtree: true, characterData: true, childList: true });
      });
      thumb.focus();
      thumb.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      await drawn;
      times.push(performance.now() - start);
    }
    return times;
  }, presses);
}

test('a transform is added, seen, tuned by its slider, undone, and trained with', async ({
  home,
}) => {
  const studio = await launchStudio({ home });
  const { page } = studio;
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'data');
  await addTransform(page, 'RandomRotation');
  const variants = page.getByTestId('augmentation-variants').getByRole('listitem');
  await expect(variants).toHaveCount(16);
  await expect(variants.first()).toContainText('rotated');
  const times = await timeSlider(page, 10);
  times.sort((a, b) => a - b);
  const [median = 0] = times.slice(5);
  console.log(`From slider to 16 variants of 8×8: median ${median.toFixed(0)} ms`);
  await addTransform(page, 'RandomHorizontalFlip');
  await expect(page.getByTestId('augmentation-1')).toContainText(/2.*5|6.*9/);
  await page.screenshot({ path: 'test-results/augmentation.png' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('augmentation-1')).toHaveCount(0);
  await page.getByTestId('button-train').click();
  await expect(page.getByTestId('screen-train')).toBeVisible();
  await runEnded(page, 'completed');
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});
