/** A window of 1280 × 800 with the inspector open has room for what augmentation shows. */
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';

test('the preview is four wide and stays in sight, and no number of the effect is broken', async ({
  studio,
}) => {
  const { page, app } = studio;
  await openSample(page, 'digits', 'data');
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.setContentSize(1280, 800);
  });
  await page.waitForFunction(() => window.innerWidth === 1280);
  for (const type of ['RandomHorizontalFlip', 'ElasticTransform', 'MixUp']) {
    await page.getByTestId('add-augmentation').click();
    await page.getByRole('menuitem', { name: type, exact: true }).click();
  }
  const variants = page.getByTestId('augmentation-variants').getByRole('listitem');
  await expect(variants).toHaveCount(16);
  const lefts = await variants.evaluateAll((all) =>
    all.map((one) => Math.round(one.getBoundingClientRect().left)),
  );
  expect(new Set(lefts).size).toBeGreaterThanOrEqual(4);
  expect((await variants.allTextContents()).join(' ')).not.toContain('#');
  const numbers = page.getByTestId('augmentation-effect').locator('td');
  await expect(numbers).toHaveCount(12);
  for (const language of ['en', 'ko']) {
    const heights = await numbers.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().height),
    );
    expect(Math.max(...heights)).toBeLessThan(28);
    await page.getByTestId('augmentation-effect').scrollIntoViewIfNeeded();
    await page.screenshot({ path: `test-results/augmentation-1280-${language}.png` });
    await page.getByTestId('language-toggle').click();
  }
});
