/** The curve of the learning rate, taken hold of. */
import { boxOf, steadyBox } from './steadyBox.ts';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

test('the schedule is drawn, dragged, moved by keys, and undone in one step', async ({
  studio,
}) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await page.getByRole('combobox', { name: 'Learning-rate schedule' }).click();
  await page.getByRole('option', { name: 'StepLR', exact: true }).click();
  const stepSize = page.getByTestId('handle-stepSize');
  await expect(stepSize).toHaveAttribute('aria-valuenow', '10');
  await stepSize.scrollIntoViewIfNeeded();
  await stepSize.focus();
  await page.keyboard.press('ArrowRight');
  await expect(stepSize).toHaveAttribute('aria-valuenow', '11');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(stepSize).toHaveAttribute('aria-valuenow', '21');
  const field = page.getByRole('textbox', { name: 'Step size s', exact: true });
  await expect(field).toHaveValue('21');

  const curve = await steadyBox(page, page.getByTestId('schedule-preview').locator('svg'));
  const from = await boxOf(stepSize);
  const y = from.y + from.height / 2;
  await page.mouse.move(from.x + from.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(curve.x + curve.width * 0.3, y, { steps: 5 });
  await page.mouse.move(curve.x + curve.width * 0.25, y, { steps: 3 });
  await page.mouse.up();
  await expect(field).toHaveValue('10');
  await page.screenshot({ path: 'test-results/schedule.png' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field).toHaveValue('21');
});
