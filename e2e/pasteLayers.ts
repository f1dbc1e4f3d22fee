import type { Page } from '@playwright/test';
import type { LayerSpec } from '../core/contract/ModelSpec.ts';

/** As Ctrl+V does with these layers on the clipboard. */
export async function pasteLayers(page: Page, layers: readonly LayerSpec[]): Promise<void> {
  const text = JSON.stringify({ format: 'descent-layers', version: 1, layers });
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
}
