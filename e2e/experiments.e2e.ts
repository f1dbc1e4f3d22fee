/** Experiments are found by name however many there are. */
import { launchStudio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';

test('an experiment older than the newest of the menu is opened', async ({ home }) => {
  const first = await launchStudio({ home });
  await first.page.evaluate(async () => {
    const reply = await window.studio.request('experiments.templates', {});
    const [template] = reply.ok ? (reply.result as { spec: object }[]) : [];
    for (let number = 1; number <= 25; number += 1) {
      const name = `attempt ${number}`;
      await window.studio.request('experiments.create', {
        name,
        spec: { ...template?.spec, name },
      });
    }
  });
  await first.close();

  const { page, close, pageErrors } = await launchStudio({ home });
  await page.getByRole('button', { name: 'All experiments…' }).click();
  const list = page.getByRole('listbox', { name: 'All experiments' });
  await expect(list.getByRole('option')).toHaveCount(25);
  await page.screenshot({ path: 'test-results/all-experiments.png' });
  await page.keyboard.press('ArrowUp');
  await expect(list.getByRole('option').last()).toBeInViewport();
  await page.keyboard.press('Enter');
  const menu = page.getByTestId('experiment-menu');
  await expect(menu).toHaveText('attempt 1');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('attempt 2 experiment');
  await expect(page.getByRole('option')).toHaveCount(8);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('attempt 3');
  await page.keyboard.press('Enter');
  await expect(menu).toHaveText('attempt 3');

  await menu.click();
  await page.getByRole('menuitem', { name: 'All experiments…' }).click();
  await page.keyboard.type('attempt 17');
  await page.keyboard.press('Enter');
  await expect(menu).toHaveText('attempt 17');
  expect(pageErrors).toEqual([]);
  await close();
});
