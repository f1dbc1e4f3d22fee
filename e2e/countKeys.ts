import type { Page } from '@playwright/test';

export interface CountedKeys {
  /** Key presses so far: a modifier counts as one, too. */
  readonly presses: () => number;
  press(keys: string): Promise<void>;
  /** Each letter is a key. */
  type(text: string): Promise<void>;
}

/** A keyboard that counts what a person would press. */
export function countKeys(page: Page): CountedKeys {
  let presses = 0;
  return {
    presses: () => presses,
    async press(keys) {
      presses += keys.split('+').length;
      await page.keyboard.press(keys);
    },
    async type(text) {
      for (const letter of text) {
        presses += 1;
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      }
    },
  };
}
