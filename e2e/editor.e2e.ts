/** Building a network: by keyboard alone, by pointer, from templates, and back again. */
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import type { LayerSpec } from '../core/contract/ModelSpec.ts';
import { answerOpen } from './answerOpen.ts';
import { countKeys } from './countKeys.ts';
import { dragLayer } from './dragLayer.ts';
import { keyToScreen } from './keyToScreen.ts';
import { launchStudio } from './launchStudio.ts';
import { openDigits } from './openDigits.ts';
import { pasteLayers } from './pasteLayers.ts';
import { expect, test } from './studioTest.ts';
import { openScreen } from './trainScreen.ts';
import { writeImageClasses } from './writeImageClasses.ts';

const layerTypes = async (page: Page) => {
  const rows = page.locator('[role="treeitem"][data-testid^="layer-"] [title]:nth-child(3)');
  return rows.allTextContents();
};

const announced = (page: Page) => page.getByTestId('announcement');

test('LeNet-5 is built from an empty canvas with the keyboard alone', async ({ studio, home }) => {
  const { app, page } = studio;
  const folder = join(home, 'bars');
  await writeImageClasses(folder, { classes: 10, size: 32, images: 6 });
  await answerOpen(app, folder);
  await openScreen(page, 'data');
  await page.getByRole('button', { name: 'Import a folder' }).first().click();
  await page.getByTestId('import-run').click();
  await page.getByTestId('new-experiment-here').click();
  await expect(page.getByTestId('layer-0')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await expect(page.locator('[data-row]')).toHaveCount(0);

  const keys = countKeys(page);
  for (const typed of ['c6 5', 't', 'a', 'c16', 't', 'a', 'f', 'l120', 't', 'l84', 't', 'l10']) {
    await keys.type(typed);
    await keys.press('Enter');
  }
  await keys.press('Escape');
  console.log(`LeNet-5 from an empty canvas: ${keys.presses()} key strokes`);
  expect(keys.presses()).toBeLessThan(40);

  expect(await layerTypes(page)).toEqual([
    'Conv2d',
    'Tanh',
    'AvgPool2d',
    'Conv2d',
    'Tanh',
    'AvgPool2d',
    'Flatten',
    'Linear',
    'Tanh',
    'Linear',
    'Tanh',
    'Linear',
  ]);
  // 156 + 2,416 + 48,120 + 10,164 + 850, as in the paper's network with plain pooling.
  await expect(page.getByTestId('model-parameters')).toHaveText('61,706');
  await expect(announced(page)).toHaveText('Linear added at position 11.');
  await expect(page.getByTestId('layer-11')).toBeFocused();
  await page.screenshot({ path: 'test-results/lenet.png' });
});

test('edits are undone after a restart, and made again after another', async ({ home }) => {
  const first = await launchStudio({ home });
  await openDigits(first.page);
  const before = await layerTypes(first.page);
  await first.page.keyboard.press('Home');
  await first.page.keyboard.press('r');
  await first.page.keyboard.press('Enter');
  await first.page.keyboard.press('Escape');
  await first.page.keyboard.press('End');
  await first.page.keyboard.press('Delete');
  const after = await layerTypes(first.page);
  expect(after).not.toEqual(before);
  await expect(first.page.getByText('Saved')).toBeVisible();
  await first.close();

  const second = await launchStudio({ home });
  await openScreen(second.page, 'model');
  expect(await layerTypes(second.page)).toEqual(after);
  await expect(second.page.getByRole('button', { name: 'Undo: remove Linear' })).toBeEnabled();
  await expect.poll(() => menuLabel(second.app, 'Undo')).toBe('Undo: remove Linear');
  await second.page.keyboard.press('Control+Z');
  await second.page.keyboard.press('Control+Z');
  await expect.poll(() => layerTypes(second.page)).toEqual(before);
  await expect(announced(second.page)).toHaveText('Undone: add ReLU.');
  await expect(second.page.getByText('Saved')).toBeVisible();
  await second.close();

  const third = await launchStudio({ home });
  await openScreen(third.page, 'model');
  expect(await layerTypes(third.page)).toEqual(before);
  await expect(third.page.getByRole('button', { name: 'Redo: add ReLU' })).toBeEnabled();
  await third.page.keyboard.press('Control+Shift+Z');
  await third.page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => layerTypes(third.page)).toEqual(after);
  await third.close();
  expect([first, second, third].flatMap(({ pageErrors }) => pageErrors)).toEqual([]);
});

test('the keyboard selects, moves, groups, folds and nests', async ({ studio }) => {
  const { page } = studio;
  await openDigits(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(announced(page)).toHaveText('Flatten moved to position 1.');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('[aria-selected="true"]')).toHaveCount(3);
  await page.keyboard.press('Control+G');
  await expect(announced(page)).toHaveText('3 layers grouped as group.');
  await expect(page.getByTestId('group-group')).toBeVisible();
  // Its name is asked for at once; Escape leaves the usual one.
  await expect(page.getByTestId('group-group').getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('group-group')).toBeFocused();
  await page.keyboard.press('Control+Z');
  for (const keys of ['Home', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']) {
    await page.keyboard.press(keys);
  }
  await expect(page.locator('[aria-selected="true"]')).toHaveCount(3);
  await page.getByTestId('layer-2').getByRole('button', { name: 'Actions of' }).click();
  await page.getByRole('menuitem', { name: /^Group/ }).click();
  await expect(page.getByTestId('group-group').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('first block');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('group-first block')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByTestId('layer-1')).toHaveCount(0);
  // Folded, it stands for the numbers of its layers: 64 · 64 + 64 weights and 2 · 64 of the norm.
  await expect(page.getByTestId('group-first block')).toContainText('4,288 Parameters');
  await expect(page.getByTestId('group-first block')).toContainText('63 %');
  await page.screenshot({ path: 'test-results/folded-group.png' });
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('layer-1')).toBeVisible();
  await page.keyboard.press('Control+D');
  await expect(page.getByTestId('group-first block 2')).toBeVisible();
  await page.screenshot({ path: 'test-results/groups.png' });
  await page.keyboard.press('Control+Z');

  // Into a block, out of it, and everything back.
  await page.getByTestId('group-first block').click();
  await page.keyboard.press('Control+B');
  await expect(announced(page)).toHaveText('3 layers put into Residual.');
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(page.getByTestId('layer-1.0')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(announced(page)).toHaveText('Linear moved to position 2.');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByTestId('layer-1.2')).toBeFocused();
  await page.screenshot({ path: 'test-results/blocks.png' });
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Input features' })).toBeFocused();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByTestId('layer-1').press('/');
  await page.keyboard.type('bn');
  await expect(page.getByRole('option').first()).toContainText('BatchNorm1d');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByTestId('layer-1').press('Control+Shift+B');
  await expect(announced(page)).toHaveText('Residual taken away; its layers stay.');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Y');
  await expect(announced(page)).toHaveText('Redone: take Residual apart.');
  await page.getByTestId('layer-2').press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Put into Residual' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByTestId('language-toggle').click();
  await page.getByTestId('layer-2').press('Delete');
  await expect(announced(page)).toHaveText('BatchNorm1d를 제거했습니다.');
  const undo = page.getByRole('button', { name: '실행 취소: BatchNorm1d 제거' });
  await undo.hover();
  await expect(page.getByRole('tooltip')).toContainText('실행 취소: BatchNorm1d 제거');
  await page.getByTestId('language-toggle').click();
  await page.getByTestId('layer-2').press('?');
  await expect(page.getByRole('dialog')).toContainText('Select the next, too');
});

test('the pointer drags layers in, around and out', async ({ studio }) => {
  const { page } = studio;
  await openDigits(page);
  const before = await layerTypes(page);
  await dragLayer(page, page.getByTestId('add-Dropout'), page.getByTestId('layer-3'), 'top');
  await expect
    .poll(() => layerTypes(page))
    .toEqual([...before.slice(0, 3), 'Dropout', ...before.slice(3)]);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => layerTypes(page)).toEqual(before);
  await dragLayer(page, page.getByTestId('layer-1'), page.getByTestId('layer-4'), 'bottom');
  await expect(announced(page)).toHaveText('Linear moved to position 4.');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => layerTypes(page)).toEqual(before);

  // Into a block: the place behind its head is the first one inside.
  await dragLayer(page, page.getByTestId('add-Residual'), page.getByTestId('layer-3'), 'top');
  await expect(page.getByTestId('layer-3')).toContainText('needs at least 1 layer');
  await dragLayer(page, page.getByTestId('layer-2'), page.getByTestId('layer-3'), 'bottom');
  await expect(page.getByTestId('layer-2.0')).toContainText('LeakyReLU');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');

  await page.getByTestId('layer-8').click();
  await page.getByTestId('layer-7').click({ modifiers: ['Control'] });
  await page.getByTestId('layer-6').click({ modifiers: ['Control'] });
  await dragLayer(page, page.getByTestId('layer-7'), page.getByTestId('rail-data'), 'top');
  await expect.poll(() => layerTypes(page)).toEqual([...before.slice(0, 6), before[9]]);
  await expect(announced(page)).toHaveText('3 layers removed.');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => layerTypes(page)).toEqual(before);

  // Onto an empty canvas, where Escape lets go of what is dragged.
  await page.getByTestId('layer-0').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await dragLayer(page, page.getByTestId('add-Linear'), page.getByTestId('model-canvas'), 'bottom');
  await expect.poll(() => layerTypes(page)).toEqual(['Linear']);
  const box = await page.getByTestId('layer-0').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 120, (box?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.move(5, 300, { steps: 5 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => layerTypes(page)).toEqual(['Linear']);
});

test('layers are copied into another experiment', async ({ studio }) => {
  const { page } = studio;
  await openDigits(page);
  await page.getByTestId('layer-1').click();
  await page.getByTestId('layer-3').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+C');
  await expect(announced(page)).toHaveText('3 layers copied.');
  await page.getByTestId('experiment-menu').click();
  await page.getByRole('menuitem', { name: 'New experiment' }).click();
  await expect(page.getByTestId('layer-4')).toHaveCount(0);
  // Its head: what is said of a layer stands below, in the same row.
  await page.getByTestId('layer-0').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Control+V');
  await expect
    .poll(() => layerTypes(page))
    .toEqual(['Linear', 'Linear', 'LeakyReLU', 'BatchNorm1d', 'ReLU', 'Linear']);
});

test('a template replaces the network, and one of one’s own is kept', async ({ studio }) => {
  const { page } = studio;
  await openDigits(page);
  await page.getByTestId('templates').click();
  await expect(page.getByTestId('template-text-embedding-bag')).toContainText('takes texts');
  const resnet = page.getByTestId('template-small-resnet');
  await expect(resnet).toContainText('121,274');
  await page.screenshot({ path: 'test-results/templates.png' });
  await resnet.getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByTestId('model-parameters')).toHaveText('121,274');
  await page.keyboard.press('0');
  await page.screenshot({ path: 'test-results/fitted.png' });

  await page.getByTestId('templates').click();
  await page.getByTestId('save-template').click();
  await page.keyboard.type('My network');
  await page.keyboard.press('Enter');
  const own = page.getByTestId('template-my-network');
  await own.getByRole('button', { name: 'Rename' }).click();
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  await expect(own).toContainText('Mine');
  await own.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(own).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
  await expect(page.getByTestId('model-parameters')).toHaveText('6,762');
});

async function openHundredLayers(page: Page): Promise<void> {
  await openDigits(page);
  const pairs = Array.from({ length: 45 }, (): LayerSpec[] => [
    { type: 'Linear', options: { outFeatures: 32 } },
    { type: 'ReLU', options: {} },
  ]);
  await page.keyboard.press('Home');
  await pasteLayers(page, pairs.flat());
}

test('a hundred layers are dragged at the rate of the display', async ({ studio }) => {
  const { page } = studio;
  await openHundredLayers(page);
  await expect(page.getByTestId('layer-99')).toHaveCount(1);
  await page.getByTestId('layer-1').scrollIntoViewIfNeeded();
  const box = await page.getByTestId('layer-1').boundingBox();
  if (!box) throw new Error('The layer is not to be seen.');
  await page.mouse.move(box.x + 200, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 30);
  await expect(page.getByTestId('insertion-line')).toBeVisible();
  const frames = await page.evaluateHandle(() => {
    const seen: number[] = [];
    const look = (now: number) => {
      seen.push(now);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return seen;
  });
  for (let step = 0; step < 150; step += 1) {
    await page.mouse.move(box.x + 200 + (step % 7), box.y + 30 + (step % 60) * 8);
  }
  const gaps = await frames.evaluate((seen) =>
    seen.slice(1).map((now, at) => now - (seen[at] ?? 0)),
  );
  gaps.sort((a, b) => a - b);
  const at = (share: number) => (gaps[Math.floor(share * (gaps.length - 1))] ?? 0).toFixed(1);
  const late = gaps.filter((gap) => gap > 25).length;
  console.log(
    `Drag with 100 layers: ${gaps.length} frames, median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, ` +
      `longest ${at(1)} ms, ${late} over 25 ms`,
  );
  await page.mouse.up();
  await page.keyboard.press('0');
  await page.screenshot({ path: 'test-results/hundred-layers.png' });
});

test('a hundred layers are counted anew at each key', async ({ studio }) => {
  const { page } = studio;
  await openHundredLayers(page);
  await page.keyboard.press('Escape');
  await page.getByTestId('layer-1').click({ position: { x: 200, y: 20 } });
  const field = page.getByTestId('layer-1').getByRole('textbox', { name: 'Output features' });
  const keys = Array.from({ length: 12 }, (_, at) => (at % 2 ? 'ArrowDown' : 'ArrowUp'));
  const total = page.getByTestId('model-parameters');
  await expect(total).toHaveText('53,258');
  const { taken, texts } = await keyToScreen(page, field, keys, total);
  const at = (share: number) => (taken[Math.floor(share * (taken.length - 1))] ?? 0).toFixed(0);
  console.log(
    `Key to new totals with 100 layers: median ${at(0.5)} ms, from ${at(0)} to ${at(1)} ms`,
  );
  // One output more: 64 + 1 parameters of its own, and 32 in the next layer that takes it.
  expect(texts).toEqual(keys.map((key) => (key === 'ArrowUp' ? '53,355' : '53,258')));
  await expect(page.getByTestId('layer-99')).toHaveCount(1);
});

/** Of the native menu's entry that begins so. */
function menuLabel(app: ElectronApplication, begin: string): Promise<string | undefined> {
  return app.evaluate(({ Menu }, word) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
    return items?.find(({ label }) => label.startsWith(word))?.label;
  }, begin);
}

async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`);
}
