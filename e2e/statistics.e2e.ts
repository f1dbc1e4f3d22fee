/** A dataset is looked at in numbers, and its samples are found. */
import { importTwinImages } from './importTwinImages.ts';
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

test('of copies all but the first of each group are taken out, and sizes in files are told', async ({
  studio,
  home,
}) => {
  const { page } = studio;
  await importTwinImages(studio, home);
  await expect(page.getByTestId('image-sizes')).toContainText('8 × 8 (80)');
  // An image that is no square is not made one, and a count of any length stays in its line.
  const sample = page.getByRole('button', { name: 'Open sample 0,' }).getByRole('img');
  await expect(sample).toHaveCSS('object-fit', 'contain');
  const count = page.getByRole('region', { name: 'Classes' }).getByText('40', { exact: true });
  await expect(count.first()).toHaveCSS('white-space', 'nowrap');
  const statistics = page.getByTestId('statistics');
  await expect(statistics).toContainText('Nearly equal to another one');
  await statistics.getByRole('button', { name: 'Show samples: Copies of other samples' }).click();
  await expect(page.getByTestId('filter-total')).toContainText('of 80');
  const exclude = page.getByTestId('exclude-found');
  await expect(exclude).toContainText('Exclude all but the first of each listed group');
  await page.screenshot({ path: 'test-results/copies-shown.png' });
  await exclude.click();
  await expect(page.getByTestId('edits')).toContainText('excluded');
  // One of each group stays, so nothing equals another sample now.
  const again = statistics.getByRole('button', { name: 'Show samples: Copies of other samples' });
  await expect(again).toHaveCount(0);
});
