/** Many layers at once, what the bars draw, an empty canvas, names, a network out of a run. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { launchStudio } from './launchStudio.ts';
import { openDigits } from './openDigits.ts';
import { pasteLayers } from './pasteLayers.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

const announced = (page: Page) => page.getByTestId('announcement');

test('one edit reaches all chosen layers of a type, and is one step', async ({ studio }) => {
  const { page } = studio;
  await openDigits(page);
  await page.keyboard.press('Home');
  await pasteLayers(
    page,
    [0.1, 0.2, 0.3, 0.4, 0.4, 0.4].map((p) => ({ type: 'Dropout', options: { p } })),
  );
  await expect(page.getByTestId('layer-15')).toHaveCount(1);
  await page.getByTestId('layer-1').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Control+Shift+A');
  await expect(announced(page)).toHaveText('8 Dropout layers selected.');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  for (let more = 0; more < 5; more += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Drop probability' });
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('placeholder', 'mixed');
  await page.screenshot({ path: 'test-results/chosen-mixed.png' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`)).toEqual([]);
  await page.keyboard.type('0.25');
  for (const place of [1, 2, 3, 4, 5, 6]) {
    await expect(page.getByTestId(`layer-${place}`)).toContainText('Drop probability 0.25');
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('layer-6')).toBeFocused();
  const words = 'drop probability of 6 Dropout layers';
  await expect(page.getByRole('button', { name: `Undo: ${words}` })).toBeEnabled();
  await page.keyboard.press('Control+Z');
  await expect(announced(page)).toHaveText(`Undone: ${words}.`);
  const eachHasItsOwn = async () => {
    for (const [place, p] of [0.1, 0.2, 0.3, 0.4, 0.4, 0.4].entries()) {
      await expect(page.getByTestId(`layer-${place + 1}`)).toContainText(`Drop probability ${p}`);
    }
  };
  await eachHasItsOwn();

  // An entry that is refused, or taken back, gives each layer what it had, and undo no step.
  await page.keyboard.press('Enter');
  await page.keyboard.type('0.7');
  await expect(page.getByTestId('layer-1')).toContainText('Drop probability 0.7');
  await page.keyboard.type(',');
  await expect(page.getByRole('alert')).toHaveText('Not a number. Each layer keeps its own value.');
  await page.screenshot({ path: 'test-results/chosen-refused.png' });
  await eachHasItsOwn();
  await page.keyboard.press('Backspace');
  await expect(page.getByTestId('layer-6')).toContainText('Drop probability 0.7');
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await eachHasItsOwn();
  await expect(page.getByRole('button', { name: `Undo: ${words}` })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // What is refused stands below the one field, and a wrong one is mended there.
  await page.keyboard.press('Enter');
  await page.keyboard.type('1.5');
  await expect(page.getByTestId('chosen-layers')).toContainText('Must be in');
  await field.fill('');
  await eachHasItsOwn();
  await field.fill('0.5');
  await expect(page.getByTestId('chosen-layers')).not.toContainText('Must be in');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('chosen-layers')).toHaveCount(0);
});

test('a refused size gives each of several convolutions its own back', async ({ studio }) => {
  const { page } = studio;
  await openDigits(page);
  await page.keyboard.press('Home');
  await pasteLayers(
    page,
    [3, 5].map((kernelSize) => ({ type: 'Conv2d', options: { outChannels: 4, kernelSize } })),
  );
  await expect(page.getByTestId('layer-2')).toContainText('Conv2d');
  await page.keyboard.press('Enter');
  const size = page.getByTestId('chosen-layers').getByRole('textbox', { name: 'Window' });
  await expect(size).toHaveAttribute('placeholder', 'mixed');
  await size.pressSequentially('7');
  await expect(page.getByTestId('layer-1')).toContainText('Window 7');
  await expect(page.getByTestId('layer-2')).toContainText('Window 7');
  await size.pressSequentially('.5');
  await expect(page.getByRole('alert')).toHaveText(
    'Whole numbers only. Each layer keeps its own value.',
  );
  await expect(size).toHaveValue('7.5');
  await expect(page.getByTestId('layer-1')).toContainText('Window 3');
  await expect(page.getByTestId('layer-2')).toContainText('Window 5');
  await expect(page.getByRole('button', { name: 'Undo: add 2 layers' })).toBeEnabled();
});

test('Escape leaves the options of a layer for its row, and a refusal is said in Korean, too', async ({
  studio,
}) => {
  const { page } = studio;
  await openDigits(page);
  const row = page.getByTestId('layer-1');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const field = row.getByRole('textbox').first();
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
  await expect(field).toHaveCount(0);

  await page.getByTestId('language-toggle').click();
  await row.click({ position: { x: 200, y: 20 } });
  await field.fill('0');
  await expect(row).toContainText('0: 쓸 수 없는 값입니다 ([1, ∞) 범위의 정수).');
  await field.press('Escape');
  await expect(row).not.toContainText('쓸 수 없는 값입니다');
  await expect(field).toBeFocused();
  await field.press('Escape');
  await expect(row).toBeFocused();
});

test('the bars draw the share of what a person chooses, after a restart, too', async ({ home }) => {
  const first = await launchStudio({ home });
  await openDigits(first.page);
  const share = (page: Page) => page.getByTestId('layer-1').locator('[data-share]');
  await expect(share(first.page)).toContainText('of Multiply-adds');
  await first.page.getByRole('button', { name: 'Bars: share of Multiply-adds' }).click();
  await first.page.getByRole('menuitem', { name: 'Memory' }).click();
  await expect(share(first.page)).toContainText('of Memory');
  await first.close();
  const second = await launchStudio({ home });
  await openScreen(second.page, 'model');
  await expect(share(second.page)).toContainText('of Memory');
  await second.close();
});

test('a canvas without a layer is kept, and says how to begin', async ({ home }) => {
  const first = await launchStudio({ home });
  await openDigits(first.page);
  await first.page.keyboard.press('Control+A');
  await first.page.keyboard.press('Delete');
  await expect(first.page.getByText('No layers yet')).toBeVisible();
  await expect(first.page.getByText('Saved')).toBeVisible();
  await first.page.screenshot({ path: 'test-results/empty-canvas.png' });
  await first.close();

  const { page, close, pageErrors } = await launchStudio({ home });
  await openScreen(page, 'model');
  await expect(page.getByText('No layers yet')).toBeVisible();
  await page.getByTestId('button-train').hover();
  await expect(page.getByRole('tooltip')).toContainText('The model has no layer yet');
  const canvas = page.getByTestId('model-canvas');
  await canvas.getByRole('button', { name: 'Add layer' }).last().click();
  await page.keyboard.type('l10');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('layer-0')).toContainText('Linear');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await expect(announced(page)).toHaveText('Undone: remove 10 layers.');
  await expect(page.getByTestId('layer-9')).toBeVisible();
  expect(pageErrors).toEqual([]);
  await close();
});

test('the network of a run is opened with its weights, in one click', async ({ studio }) => {
  const { page } = studio;
  await openDigits(page);
  await openScreen(page, 'runs');
  await page.locator('[data-testid^="run-row-"]').first().click();
  await page.getByTestId('run-onward').click();
  await expect(page.getByTestId('initial-model')).toContainText('Training starts from the weights');
  await expect(page.getByTestId('experiment-menu')).toContainText('from its weights');
  await expect(page.getByTestId('layer-9')).toBeVisible();
  await page.getByTestId('button-train').click();
  await openScreen(page, 'train');
  await runEnded(page, 'completed');

  // A template has other layers: the weights go with the old ones, and come back with them.
  await openScreen(page, 'model');
  await page.getByTestId('templates').click();
  const template = page.getByTestId('template-logistic-regression');
  await template.getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByTestId('initial-model')).toHaveCount(0);
  await expect(page.getByText('fit its own layers only')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(page.getByTestId('initial-model')).toBeVisible();
  await openScreen(page, 'runs');
  await page
    .locator('[data-testid^="run-row-"]')
    .first()
    .getByRole('button', { name: /^Actions of/ })
    .click();
  await expect(page.getByRole('menuitem', { name: /New experiment from it/ })).toBeVisible();
});

test('a layer has a name of its own, which a copy keeps', async ({ studio }) => {
  const { page } = studio;
  await openDigits(page);
  const row = page.getByTestId('layer-1');
  await row.click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('F2');
  await page.keyboard.type('encoder');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('“encoder”');
  await expect(row).toBeFocused();
  await expect(announced(page)).toHaveText('Linear is now named encoder.');
  await expect(page.getByRole('button', { name: 'Undo: name Linear encoder' })).toBeEnabled();
  await page.screenshot({ path: 'test-results/named-layer.png' });
  await page.keyboard.press('Control+D');
  await expect(page.getByTestId('layer-2')).toContainText('“encoder”');
  await page.keyboard.press('F2');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('layer-2')).not.toContainText('encoder');
  await page.keyboard.press('Control+Z');
  await expect(page.getByTestId('layer-2')).toContainText('“encoder”');
});

test('Escape closes the text of a network, and keeps what was written', async ({ studio }) => {
  const { page } = studio;
  await openDigits(page);
  const open = async () => {
    await page.getByTestId('network-menu').click();
    await page.getByRole('menuitem', { name: 'Enter or paste text' }).click();
  };
  await open();
  const panel = page.getByTestId('network-text');
  await panel.getByRole('textbox').fill('nn.Sequential(nn.Lin');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await open();
  await expect(panel.getByRole('textbox')).toHaveValue('nn.Sequential(nn.Lin');
});
