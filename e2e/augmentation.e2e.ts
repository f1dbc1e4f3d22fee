/** Augmentation is seen before it is trained with; livePreview.e2e.ts measures how soon. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerOpen } from './answerOpen.ts';
import { launchStudio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

/** The lecture's. */
const SENTENCE = '나는 학교에 가는 것을 좋아한다 .';

async function addTransform(page: Page, type: string): Promise<void> {
  await page.getByTestId('add-augmentation').click();
  await page.getByRole('menuitem', { name: type, exact: true }).click();
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
  // Sample 0 is in the validation split: no epoch augments it.
  const shown = page.getByTestId('augmentation-sample');
  await expect(shown).toHaveText(/^Training1 of 1,\d{3}Sample 1$/);
  await page.getByRole('button', { name: 'Previous training sample' }).click();
  await expect(shown).toHaveText(/^Training1,(\d{3}) of 1,\1Sample/);
  await page.getByRole('button', { name: 'Next training sample' }).click();
  await expect(shown).toHaveText(/Sample 1$/);
  const before = await variants.first().textContent();
  await page.getByRole('slider', { name: 'Largest angle' }).press('End');
  await expect(variants.first()).not.toHaveText(before ?? '');
  await addTransform(page, 'RandomScale');
  const high = page.getByRole('slider', { name: 'Scale [low, high] 2' });
  await expect(high).toHaveAttribute('aria-valuetext', '1.2');
  const low = page.getByRole('slider', { name: 'Scale [low, high] 1' });
  const lowText = page.getByRole('textbox', { name: 'Scale [low, high] 1' });
  // A thumb stops at the other one, and is still the one that the keys move.
  await low.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(low).toBeFocused();
  await expect(lowText).toHaveValue('1.2');
  await expect(high).toHaveAttribute('aria-valuetext', '1.2');
  await page.keyboard.press('ArrowLeft');
  await expect(lowText).not.toHaveValue('1.2');
  await expect(high).toHaveAttribute('aria-valuetext', '1.2');
  await lowText.fill('0.8');
  await lowText.press('Enter');
  const turned = await variants.first().textContent();
  await high.press('End');
  await expect(page.getByRole('textbox', { name: 'Scale [low, high] 2' })).toHaveValue('10');
  await expect(lowText).toHaveValue('0.8');
  // Also where the other one stands at its bound.
  await low.press('End');
  await expect(lowText).toHaveValue('10');
  await page.keyboard.press('ArrowLeft');
  await expect(lowText).not.toHaveValue('10');
  await expect(high).toHaveAttribute('aria-valuetext', '10');
  await low.press('Home');
  await high.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(low).toHaveAttribute('aria-valuenow', '0');
  await expect(high).not.toHaveAttribute('aria-valuenow', '0');
  await high.press('End');
  await lowText.fill('0.8');
  await lowText.press('Enter');
  await expect(variants.first()).not.toHaveText(turned ?? '');
  await page.screenshot({ path: 'test-results/augmentation-interval.png' });
  await page.getByRole('button', { name: 'Remove RandomScale' }).click();
  await addTransform(page, 'MixUp');
  await addTransform(page, 'RandomShift');
  await expect(page.getByTestId('augmentation-1')).toContainText('RandomShift');
  const mix = page.getByTestId('augmentation-2').getByRole('button', { name: /^MixUp/ });
  await mix.press('Alt+ArrowUp');
  await page.getByRole('button', { name: 'Move MixUp to the end' }).click();
  await expect(page.getByTestId('augmentation-2')).toContainText('MixUp');
  await page.getByRole('button', { name: 'Remove MixUp' }).click();
  await page.getByRole('button', { name: 'Remove RandomShift' }).click();
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

test('texts are shown with their changed words, in the order of the list', async ({
  studio,
  home,
}) => {
  const { page, app } = studio;
  const path = join(home, 'sentences.csv');
  const rows = Array.from({ length: 12 }, (_, row) =>
    row === 0 ? `${SENTENCE},긍정` : `${row}번째 날에도 ${SENTENCE},${row % 2 ? '긍정' : '부정'}`,
  );
  await writeFile(path, `text,label\n${rows.join('\n')}\n`);
  await answerOpen(app, path);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  await page.getByTestId('import-run').click();
  await page.getByTestId('new-experiment-here').click();
  await expect(page.getByTestId('screen-model')).toBeVisible();
  await openScreen(page, 'data');
  await addTransform(page, 'WordDeletion');
  await addTransform(page, 'WordSwap');
  const variants = page.getByTestId('augmentation-variants').getByRole('listitem');
  await expect(variants).toHaveCount(16);
  const shown = await variants.allTextContents();
  expect(shown.filter((text) => text.includes('deleted')).length).toBeGreaterThan(0);
  expect(shown.filter((text) => text.includes('↔')).length).toBeGreaterThan(0);

  await page
    .getByTestId('augmentation-0')
    .getByRole('button', { name: /^WordDeletion/ })
    .press('Alt+ArrowDown');
  await expect(page.getByTestId('augmentation-0')).toContainText('WordSwap');
  await expect(page.getByTestId('augmentation-1')).toContainText('WordDeletion');
  const before = await variants.allTextContents();
  await page.getByRole('button', { name: 'Draw again' }).click();
  await expect(async () => expect(await variants.allTextContents()).not.toEqual(before)).toPass();
  await page.screenshot({ path: 'test-results/augmentation-text.png' });
});
