/** Notes on layers, blocks and groups. */
import { launchStudio } from './launchStudio.ts';
import { openDigits } from './openDigits.ts';
import { expect, test } from './studioTest.ts';
import { openScreen } from './trainScreen.ts';

test('a note on a layer is written, read, undone, and there after a restart', async ({
  studio,
  home,
}) => {
  const { page } = studio;
  await openDigits(page);
  const row = page.getByTestId('layer-1');
  const write = async (text: string, end: string) => {
    await row.getByRole('button', { name: 'Actions of' }).click();
    await page.getByRole('menuitem', { name: 'Note' }).click();
    const field = row.getByRole('textbox', { name: 'Note on Linear' });
    await expect(field).toBeFocused();
    await field.fill(text);
    await field.press(end);
    await expect(field).toHaveCount(0);
    await expect(row).toBeFocused();
  };
  const mark = row.getByRole('button', { name: 'Note on Linear' });
  await write('never kept', 'Escape');
  await expect(mark).toHaveCount(0);
  await write('64 is as wide as the input.\nTry 128.', 'Control+Enter');
  await expect(row).toHaveAttribute('aria-description', /Try 128/);
  await mark.focus();
  await expect(page.getByRole('tooltip')).toContainText('64 is as wide as the input.');
  await page.screenshot({ path: 'test-results/note.png' });
  await page.getByRole('button', { name: 'Undo: write a note on Linear' }).click();
  await expect(mark).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo: write a note on Linear' }).click();
  await expect(mark).toBeVisible();
  await expect(page.getByTestId('settings-changed')).toHaveCount(0);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await studio.close();
  const again = await launchStudio({ home });
  await openScreen(again.page, 'model');
  const kept = again.page.getByTestId('layer-1').getByRole('button', { name: 'Note on Linear' });
  await kept.click();
  await again.page.getByRole('textbox', { name: 'Note on Linear' }).fill('');
  await again.page.keyboard.press('Control+Enter');
  await expect(kept).toHaveCount(0);
  await again.close();
  expect(again.pageErrors).toEqual([]);
});

test('a note on a group stays with it, folded, copied and without its first layer', async ({
  studio,
}) => {
  const { page } = studio;
  await openDigits(page);
  await page.getByTestId('layer-1').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+G');
  await page.keyboard.type('first block');
  await page.keyboard.press('Enter');
  const group = page.getByTestId('group-first block');
  await expect(group).toBeFocused();
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await expect(inspector).toContainText('Neighbouring layers under one name');
  await group.getByRole('button', { name: 'Actions of the group' }).click();
  await page.getByRole('menuitem', { name: 'Note' }).click();
  const field = group.getByRole('textbox', { name: 'Note on the group first block' });
  await expect(field).toBeFocused();
  await field.fill('Learns strokes.');
  await page.screenshot({ path: 'test-results/note-group-writing.png' });
  await field.press('Control+Enter');
  await expect(group).toBeFocused();
  await expect(group).toHaveAttribute('aria-description', 'Learns strokes.');
  await expect(page.getByTestId('announcement')).toHaveText('The group first block has a note.');

  await page.getByRole('button', { name: 'Undo: write a note on the group first block' }).click();
  const mark = group.getByRole('button', { name: 'Note on the group first block' });
  await expect(mark).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo: write a note on the group first block' }).click();
  await mark.focus();
  await expect(page.getByRole('tooltip')).toContainText('Learns strokes.');
  await page.screenshot({ path: 'test-results/note-group.png' });

  await page.getByTestId('layer-1').click({ position: { x: 200, y: 20 } });
  await expect(inspector).toContainText('Linear');
  await page.keyboard.press('Delete');
  await expect(group).toContainText('1 layer');
  await expect(mark).toBeVisible();
  await group.getByRole('button', { name: 'Fold', exact: true }).click();
  await expect(mark).toBeVisible();
  await page.screenshot({ path: 'test-results/note-group-folded.png' });
  await group.click({ position: { x: 300, y: 12 } });
  await page.keyboard.press('Control+D');
  const copy = page.getByTestId('group-first block 2');
  await expect(copy).toHaveAttribute('aria-description', 'Learns strokes.');

  // With a neighbour it becomes another group, which is explained and has its note.
  await group.click({ position: { x: 300, y: 12 } });
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Control+G');
  const wider = page.getByTestId('group-group');
  await expect(wider.getByRole('textbox')).toBeFocused();
  await expect(group).toHaveCount(0);
  await expect(inspector).toContainText('Neighbouring layers under one name');
  await expect(wider).toHaveAttribute('aria-description', 'Learns strokes.');
});

test('a block has a note as a layer has, and keeps those of what it is put around', async ({
  studio,
}) => {
  const { page } = studio;
  await openDigits(page);
  const write = async (layer: string, type: string, text: string) => {
    const row = page.getByTestId(layer);
    await row.getByRole('button', { name: 'Actions of' }).click();
    await page.getByRole('menuitem', { name: 'Note' }).click();
    await row.getByRole('textbox', { name: `Note on ${type}` }).fill(text);
    await page.keyboard.press('Control+Enter');
    await expect(row).toHaveAttribute('aria-description', text);
  };
  await write('layer-1', 'Linear', 'as wide as the input');
  await page.keyboard.press('Control+B');
  const inner = page.getByTestId('layer-1.0');
  await expect(inner).toHaveAttribute('aria-description', 'as wide as the input');
  await write('layer-1', 'Residual', 'adds its input');
});
