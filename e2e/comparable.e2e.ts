/** Curves of runs that were not measured on the same, or by the same, are not compared in silence. */
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('curves of different datasets and of different losses are said not to be comparable', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'iris', 'train');
  await page.getByRole('textbox', { name: /^Label smoothing/ }).fill('0.1');
  await page.getByTestId('button-train').click();
  await openScreen(page, 'runs');
  await expect(page.getByTestId('run-row-iris-2')).toHaveAttribute('data-status', 'completed');
  const note = page.getByTestId('not-comparable');
  await page.getByRole('checkbox', { name: 'Compare iris-1' }).click();
  await expect(page.getByTestId('chart-compare')).toBeVisible();
  await expect(note).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Compare iris-2' }).click();
  await expect(note).toContainText(
    'Losses of different loss functions are not comparable: CrossEntropyLoss (Label smoothing ε 0.1) and CrossEntropyLoss.',
  );
  const metric = (name: string) => page.getByRole('radio', { name });
  await metric('Validation accuracy').click();
  await expect(note).toHaveCount(0);

  // Another seed draws another split.
  await openScreen(page, 'train');
  await page.getByRole('textbox', { name: 'Seed', exact: true }).fill('1');
  await page.getByTestId('button-train').click();
  await openScreen(page, 'runs');
  await expect(page.getByTestId('run-row-iris-3')).toHaveAttribute('data-status', 'completed');
  await page.getByRole('checkbox', { name: 'Compare iris-3' }).click();
  await expect(note).toContainText('Not all of these runs are validated on the same samples');
  await page.screenshot({ path: 'test-results/not-comparable-split.png' });

  await openScreen(page, 'welcome');
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'runs');
  await page.locator('[data-testid^="run-row-digits"]').getByRole('checkbox').click();
  await expect(note).toContainText('different datasets');
  await page.screenshot({ path: 'test-results/not-comparable.png' });
  await metric('Validation accuracy').click();
  await expect(note).toContainText('Accuracies of different datasets are not comparable');
  await page.getByTestId('language-toggle').click();
  await expect(note).toContainText('서로 다른 데이터셋의 정확도는 비교할 수 없습니다');
  await page.screenshot({ path: 'test-results/not-comparable-ko.png' });
});
