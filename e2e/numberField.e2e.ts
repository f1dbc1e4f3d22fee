/** What a person types into a number's field, and what becomes of it. */
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
