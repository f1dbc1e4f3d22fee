/** A dataset is looked at in numbers, and its samples are found. */
import { launchStudio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('the digits are shown in numbers, searched, and shown whole again', async ({ home }) => {
  const studio = await launchStudio({ home });
  const { page } = studio;
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  await openScreen(page, 'data');
  const statistics = page.getByTestId('statistics');
  await expect(statistics).toBeVisible();
  await expect(statistics.getByRole('img', { name: 'Mean image, 7' })).toBeVisible();
  await page.screenshot({ path: 'test-results/statistics.png' });

  const search = page.getByRole('textbox', { name: 'Search', exact: true });
  await search.scrollIntoViewIfNeeded();
  await search.fill('7');
  await expect(page.getByTestId('filter-total')).toContainText('179 of 1,797');
  await page.screenshot({ path: 'test-results/filter.png' });
  await search.fill('eleven');
  await expect(page.getByText('No sample fits')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).first().click();
  await expect(page.getByText('No sample fits')).toHaveCount(0);
  await expect(search).toHaveValue('');
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
});
