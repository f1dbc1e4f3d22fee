import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Drops files as a file manager does. A file input gives the page the same kind of File, and a test can
 * fill one.
 *
 * A window that has only just opened takes no files yet, and a file manager shows that: it drops only where the page
 * has cancelled `dragover`. So does this.
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
  await expect(async () => expect(await target.evaluate(dropOutside)).toBe(true)).toPass();
}

/** Whether the page took the files of #outside. */
function dropOutside(element: Element): boolean {
  const input = document.querySelector<HTMLInputElement>('#outside');
  const dataTransfer = new DataTransfer();
  for (const file of input?.files ?? []) dataTransfer.items.add(file);
  const dispatch = (type: string) =>
    element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  if (dispatch('dragover')) return false;
  input?.remove();
  dispatch('drop');
  return true;
}
