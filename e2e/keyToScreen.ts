import type { Locator, Page } from '@playwright/test';

/**
 * Milliseconds from each key, pressed in the field, to the frame that shows another text in what
 * follows it; in order of size.
 */
export async function keyToScreen(
  page: Page,
  field: Locator,
  keys: readonly string[],
  shown: Locator,
): Promise<readonly number[]> {
  await field.focus();
  const taken: number[] = [];
  for (const key of keys) {
    const before = (await shown.textContent()) ?? '';
    const seen = await shown.evaluateHandle((element, text) => {
      const pressed = new Promise<number>((resolve) => {
        const onKey = (event: KeyboardEvent) => resolve(event.timeStamp);
        window.addEventListener('keydown', onKey, { capture: true, once: true });
      });
      const changed = new Promise<number>((resolve) => {
        const look = () => {
          if (element.textContent === text) requestAnimationFrame(look);
          else resolve(performance.now());
        };
        look();
      });
      return { took: Promise.all([pressed, changed]).then(([from, to]) => to - from) };
    }, before);
    await page.keyboard.press(key);
    taken.push(await seen.evaluate(({ took }) => took));
    await page.waitForTimeout(400);
  }
  return taken.sort((a, b) => a - b);
}
