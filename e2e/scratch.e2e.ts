import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

test('scratch', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-sentences').or(page.getByText('Review sentences')).first().click();
  await runEnded(page, 'completed');
  await page.getByTestId('language-toggle').click();
  await page.getByTestId('theme-toggle').click();
  await openScreen(page, 'data');
  await page.getByTestId('scan-leakage').click();
  await expect(page.getByTestId('leakage-extent')).toBeVisible({ timeout: 60000 });
  for (const b of await page.getByTestId('show-found').all()) await b.click();
  await page.waitForTimeout(800);
  await page.getByTestId('leakage').scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/s1.png' });
  await page.getByTestId('found-groups').first().getByRole('button', { name: /^샘플 .* 열기/ }).first().click();
  await page.waitForTimeout(300);
  await page.screenshot({ path: 'test-results/s2.png' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  console.log(JSON.stringify(violations.map((v) => [v.id, v.nodes.map((n) => n.target)])));
  await page.getByTestId('exclude-sample').click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: 'test-results/s3.png' });
});
