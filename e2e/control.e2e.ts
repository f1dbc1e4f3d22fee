/** A run in a person's hands: paused, stepped, steered; and its weights on the way. */
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded, trainForLong } from './trainScreen.ts';

test('a run is paused, stepped, steered, and goes on', async ({ studio }) => {
  const { page } = studio;
  await trainForLong(page);
  await page.getByTestId('button-pause').click();
  await runEnded(page, 'paused');
  await expect(page.getByTestId('button-continue')).toBeEnabled();

  const iteration = page.getByTestId('run-iteration');
  const before = Number(await iteration.getAttribute('data-value'));
  await page.getByTestId('step-run').click();
  await expect(iteration).toHaveAttribute('data-value', String(before + 1));
  await page.getByRole('textbox', { name: 'Iterations', exact: true }).fill('40');
  await page.getByTestId('step-run').click();
  await expect(iteration).toHaveAttribute('data-value', String(before + 41));
  await runEnded(page, 'paused');

  await page.getByRole('textbox', { name: 'Learning rate, now' }).fill('0.0002');
  await page.getByTestId('set-rate').click();
  await expect(page.getByTestId('set-rate')).toBeDisabled();
  await page.getByTestId('step-run').click();
  await expect(page.getByTestId('chart-loss')).toContainText('learning rate 2E-4');
  await expect(page.getByTestId('chart-learning-rate')).toBeVisible();
  await page.screenshot({ path: 'test-results/paused.png' });

  await page.getByTestId('button-continue').click();
  await runEnded(page, 'running');
  await page.getByTestId('button-stop').click();
  await runEnded(page, 'stopped');
  await expect(page.getByTestId('resume-run')).toBeVisible();
});

test('the weights of every tenth epoch are kept and can be evaluated', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await page.getByRole('textbox', { name: 'Keep weights every' }).fill('10');
  await page.getByTestId('button-train').click();
  await runEnded(page, 'running');
  await runEnded(page, 'completed');
  await openScreen(page, 'runs');
  await page.locator('[data-testid^="run-row-"]').first().click();
  for (const epoch of [10, 20, 30, 40]) {
    await expect(page.getByTestId(`checkpoint-${epoch}`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Actions of epoch 10' }).click();
  await page.getByTestId('evaluate-epoch').click();
  await expect(page.getByText('validation, weights of epoch 10')).toBeVisible();
  await page.getByTestId('checkpoints').scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/checkpoints.png' });
});
