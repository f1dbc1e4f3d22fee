import type { Locator, Page } from '@playwright/test';

/**
 * Drops files as a file manager does. A file input gives the page the same kind of File, and a test can
 * fill one.
 */
export async function dropFiles(
  page: Page,
  paths: readonly string[],
  target: Locator = page.locator('body'),
): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', multiple: true, id: 'outside' });
    document.body.append(input);
  });
  await page.locator('#outside').setInputFiles([...paths]);
  await target.evaluate((element) => {
    const input = document.querySelector<HTMLInputElement>('#outside');
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    input?.remove();
    for (const type of ['dragover', 'drop']) {
      element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  });
}
