import type { Locator, Page } from '@playwright/test';

interface KeyToScreen {
  /** Milliseconds from a key to that frame; in order of size. */
  readonly taken: readonly number[];
  /** What it showed, key by key. */
  readonly texts: readonly string[];
}

/** Of each key, pressed in the field, the first frame that shows another text in what follows it. */
export async function keyToScreen(
  page: Page,
  field: Locator,
  keys: readonly string[],
  shown: Locator,
): Promise<KeyToScreen> {
  await field.focus();
  const taken: number[] = [];
  const texts: string[] = [];
  for (const key of keys) {
    const before = (await shown.textContent()) ?? '';
    const seen = await shown.evaluateHandle((element, text) => {
      const pressed = new Promise<number>((resolve) => {
        const onKey = (event: KeyboardEvent) => resolve(event.timeStamp);
        window.addEventListener('keydown', onKey, { capture: true, once: true });
      });
      const changed = new Promise<{ at: number; text: string }>((resolve) => {
        const look = () => {
          const now = element.textContent ?? '';
          if (now === text) requestAnimationFrame(look);
          else resolve({ at: performance.now(), text: now });
        };
        look();
      });
      return { frame: Promise.all([pressed, changed]) };
    }, before);
    await page.keyboard.press(key);
    const [from, { at, text }] = await seen.evaluate(({ frame }) => frame);
    taken.push(at - from);
    texts.push(text);
    await page.waitForTimeout(400);
  }
  return { taken: taken.sort((a, b) => a - b), texts };
}
