/** The axis of the loss: one choice for every chart of it, and honest about what it cannot show. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerOpen } from './answerOpen.ts';
import { launchStudio } from './launchStudio.ts';
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

const switchOf = (page: Page, chart: string) =>
  page.getByTestId(chart).getByRole('button', { name: 'log scale of the vertical axis' });

test('a logarithmic axis of the loss is chosen by keyboard once, for every chart of it', async ({
  home,
}) => {
  const first = await launchStudio({ home });
  const { page } = first;
  await openSample(page, 'iris', 'train');
  await page.screenshot({ path: 'test-results/loss-linear.png' });
  await expect(switchOf(page, 'chart-accuracy')).toHaveCount(0);
  const axis = switchOf(page, 'chart-loss');
  await expect(axis).toHaveAttribute('aria-pressed', 'false');
  const curve = page.getByTestId('chart-loss').locator('path.recharts-line-curve').last();
  const linear = await curve.getAttribute('d');
  await axis.focus();
  await page.keyboard.press('Space');
  await expect(axis).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('img', { name: /^Loss, log, Training/ })).toBeVisible();
  await expect(curve).not.toHaveAttribute('d', linear ?? '');
  await expect(page.getByTestId('chart-left-out')).toHaveCount(0);
  await page.screenshot({ path: 'test-results/loss-logarithmic.png' });

  await openScreen(page, 'runs');
  await page.getByRole('checkbox', { name: 'Compare iris' }).click();
  await expect(switchOf(page, 'chart-compare')).toHaveAttribute('aria-pressed', 'true');
  await page.screenshot({ path: 'test-results/loss-compared.png' });
  await page.getByRole('radio', { name: 'Validation accuracy' }).click();
  await expect(switchOf(page, 'chart-compare')).toHaveCount(0);
  await page.getByTestId('run-row-iris-1').getByRole('button', { name: 'iris' }).first().click();
  await expect(switchOf(page, 'chart-loss')).toHaveAttribute('aria-pressed', 'true');
  await first.close();

  const second = await launchStudio({ home });
  await openScreen(second.page, 'train');
  const kept = switchOf(second.page, 'chart-loss');
  await expect(kept).toHaveAttribute('aria-pressed', 'true');
  await kept.press('Enter');
  await expect(kept).toHaveAttribute('aria-pressed', 'false');
  await second.close();
  expect([...first.pageErrors, ...second.pageErrors]).toEqual([]);
});

test('a loss of 0 is not drawn on a logarithmic axis, and that is said', async ({
  studio,
  home,
}) => {
  const { app, page } = studio;
  const path = join(home, 'Far apart.csv');
  const rows = Array.from({ length: 60 }, (_, row) => (row % 2 ? '1000,large' : '-1000,small'));
  await writeFile(path, ['petal,kind', ...rows].join('\n'));
  await answerOpen(app, path);
  await openScreen(page, 'data');
  await page.getByTestId('import-dataset').click();
  await page.getByTestId('import-run').click();
  await page.getByTestId('new-experiment-here').click();
  await openScreen(page, 'train');
  await page.getByRole('textbox', { name: 'Learning rate', exact: true }).fill('1');
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill('20');
  await page.getByTestId('button-train').click();
  await runEnded(page, 'completed');
  const chart = page.getByTestId('chart-loss');
  await expect(chart).toContainText('0.0000');
  await expect(page.getByTestId('chart-left-out')).toHaveCount(0);
  await switchOf(page, 'chart-loss').click();
  await expect(page.getByTestId('chart-left-out')).toContainText('Values of 0 or below');
  await expect(page.getByTestId('chart-left-out')).toContainText('Validation');
  await page.screenshot({ path: 'test-results/loss-zero.png' });
  await page.getByTestId('language-toggle').click();
  await expect(page.getByTestId('chart-left-out')).toContainText('0 이하의 값은 그리지 않았습니다');
  await page.screenshot({ path: 'test-results/loss-zero-ko.png' });
});
