/** The sealed test set: opened by a deliberate act, counted, and its result kept without another look. */
import { launchStudio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('what the test set said is still there after a restart, and counts as one look', async ({
  home,
}) => {
  const first = await launchStudio({ home });
  await first.page.getByTestId('sample-iris').click();
  await runEnded(first.page, 'completed');
  await openScreen(first.page, 'test');
  await first.page.getByTestId('open-test-set').click();
  await first.page.getByTestId('confirm').click();
  const accuracy = await first.page.getByTestId('test-accuracy').textContent();
  await first.page.screenshot({ path: 'test-results/test-opened.png' });
  await first.close();

  const second = await launchStudio({ home });
  await openScreen(second.page, 'test');
  await expect(second.page.getByTestId('test-accuracy')).toHaveText(String(accuracy));
  await expect(second.page.getByTestId('screen-test').locator('ol > li')).toHaveCount(1);
  await second.close();
  expect([...first.pageErrors, ...second.pageErrors]).toEqual([]);
});
