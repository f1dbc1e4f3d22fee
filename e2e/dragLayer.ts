/** Drags a layer, or one of the palette, as a person does. */
import type { Locator, Page } from '@playwright/test';
import { type Box, boxOf, isSameBox, steadyBox } from './steadyBox.ts';
import { twoFrames } from './twoFrames.ts';

/**
 * With steps in between, as a hand does, and after a target that moves, as an eye does: what is said
 * under a layer comes and goes when the network has been checked, and moves all rows below.
 */
export async function dragLayer(
  page: Page,
  from: Locator,
  to: Locator,
  edge: 'top' | 'bottom',
): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const start = await steadyBox(page, from);
  await page.mouse.move(start.x + 120, start.y + 20);
  await page.mouse.down();
  await page.mouse.move(start.x + 130, start.y + 30, { steps: 3 });
  for (let end = await boxOf(to), reached: Box | null = null; !isSameBox(end, reached); ) {
    const y = edge === 'top' ? end.y + 4 : end.y + end.height - 12;
    await page.mouse.move(end.x + 40, y, { steps: 8 });
    // The place is found once a frame.
    await twoFrames(page);
    reached = end;
    end = await boxOf(to);
  }
  await page.mouse.up();
}
