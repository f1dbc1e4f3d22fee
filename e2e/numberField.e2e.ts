/** What a person types into a field, a number's above all, and what becomes of it. */
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

test('an entry that is refused gives back the value from before it, and undo knows no digit between', async ({
  studio,
}) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
  const formula = page.getByTestId('iterations-formula');
  const before = await epochs.inputValue();
  await epochs.selectText();
  await epochs.pressSequentially('2.5');
  await expect(page.getByRole('alert')).toContainText(`${before} stays in use.`);
  await expect(formula).toContainText(`× ${before} `);
  await epochs.press('Escape');
  await expect(epochs).toHaveValue(before);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await epochs.fill('2');
  for (let press = 0; press < 3; press += 1) await epochs.press('ArrowDown');
  await expect(epochs).toHaveValue('1');
  await epochs.press('Escape');

  await epochs.selectText();
  await epochs.pressSequentially('77');
  await expect(formula).toContainText('× 77 ');
  await epochs.press('Escape');
  await expect(formula).toContainText(`× ${before} `);

  const rate = page.getByRole('textbox', { name: 'Learning rate', exact: true });
  const rateBefore = await rate.inputValue();
  await rate.selectText();
  await rate.pressSequentially('0.05');
  await rate.press('Enter');
  await rate.press('Control+z');
  await expect(rate).toHaveValue(rateBefore);
  await rate.press('Control+Shift+z');
  await expect(rate).toHaveValue('0.05');
});

test('undo with the focus in a field undoes the document, or the entry that is not taken over yet', async ({
  studio,
}) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const epochs = field('Epochs');
  const batch = field('Batch size k');
  const epochsBefore = await epochs.inputValue();
  const batchBefore = await batch.inputValue();
  await epochs.selectText();
  await page.keyboard.type('7');
  await batch.selectText();
  await page.keyboard.type('44');
  await page.keyboard.press('Enter');
  await page.keyboard.type('5');
  await expect(batch).toHaveValue('445');
  await page.keyboard.press('Control+z');
  await expect(batch).toHaveValue('44');
  await page.keyboard.press('Control+z');
  await expect(batch).toHaveValue(batchBefore);
  await expect(page.getByTestId('announcement')).toContainText(`Undone: `);
  await expect(epochs).toHaveValue('7');
  await page.keyboard.press('Control+z');
  await expect(epochs).toHaveValue(epochsBefore);
  await expect(batch).toBeFocused();
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+z');
  await expect(batch).toHaveValue('445');
  await expect(epochs).toHaveValue('7');
  await expect(page.getByRole('button', { name: /^Redo/ })).toBeDisabled();

  // What is refused is not in the document: its text is what goes.
  await batch.selectText();
  await page.keyboard.type('2.5');
  await expect(page.getByRole('alert')).toContainText('445 stays in use.');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(batch).toHaveValue('445');
  await expect(epochs).toHaveValue('7');

  // A name that equals the document's leaves the key to the document, whatever was typed elsewhere.
  await page.getByTestId('experiment-menu').click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.keyboard.type('x');
  await page.keyboard.press('Control+z');
  await expect(field('Name of the experiment')).toHaveValue('iris');
  await page.keyboard.press('Control+z');
  await expect(batch).toHaveValue('44');
});

test('undo in a field that is no part of the document takes back its typing, and never the document', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'iris');
  const rows = page.locator('[role="treeitem"][data-testid^="layer-"]');
  const before = await rows.count();
  await page.getByTestId('add-Dropout').click();
  await expect(rows).toHaveCount(before + 1);
  const undo = page.getByRole('button', { name: /^Undo/ });

  const search = page.getByRole('textbox', { name: 'Search layers' });
  await search.fill('conv');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await expect(search).toHaveValue('');
  for (let press = 0; press < 2; press += 1) await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(search).toHaveValue('conv');
  await page.keyboard.press('Control+Shift+z');
  await expect(rows).toHaveCount(before + 1);
  await expect(undo).toBeEnabled();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: 'Command palette' });
  await expect(palette).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.type('undo');
  await page.keyboard.press('Control+z');
  await expect(palette).not.toHaveValue('undo');
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('Control+z');
  await expect(palette).toHaveValue('');
  await expect(rows).toHaveCount(before + 1);

  // Its command is of the document, whatever was typed to find it.
  await page.keyboard.type('undo');
  await expect(page.getByRole('option').first()).toContainText('Undo: ');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(rows).toHaveCount(before);
});
