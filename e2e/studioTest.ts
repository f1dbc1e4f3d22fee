/**
 * Playwright's `test` with the studio as fixtures: a home that is removed afterwards, and a window opened on it.
 *
 * A page that logged an error fails its test, whatever else the test looked at. A test that failed says
 * what the window showed then, and what the shell wrote down.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { StudioBridge } from '../core/contract/ShellApi.ts';
import { launchStudio, removeHome, type Studio, temporaryHome } from './launchStudio.ts';

declare global {
  interface Window {
    readonly studio: StudioBridge;
  }
}

interface Fixtures {
  readonly home: string;
  readonly studio: Studio;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  home: async ({}, use) => {
    const home = await temporaryHome();
    await use(home);
    await removeHome(home);
  },
  studio: async ({ home }, use, testInfo) => {
    const studio = await launchStudio({ home });
    await use(studio);
    if (testInfo.status !== testInfo.expectedStatus) {
      try {
        const body = await studio.page.screenshot({ timeout }).catch(() => null);
        if (body) await testInfo.attach('window', { body, contentType: 'image/png' });
        throw new Error(await describe(studio));
      } finally {
        // A studio that trains would ask whether it may close.
        studio.app.process().kill('SIGKILL');
      }
    }
    await studio.close();
    expect(studio.pageErrors).toEqual([]);
  },
});

const TOLD_CHARACTERS = 4000;
/** Milliseconds for a page that may hang. */
const timeout = 10_000;

/** What is long is cut in the middle: the screen is named at the beginning, a toast at the end. */
const cut = (text: string) =>
  text.length <= TOLD_CHARACTERS
    ? text
    : `${text.slice(0, TOLD_CHARACTERS / 2)} … ${text.slice(-TOLD_CHARACTERS / 2)}`;

async function describe({ page, home, pageErrors }: Studio): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen, each text apart from the next
  const text = await page.locator('body').innerText({ timeout }).catch(String);
  const shown = text.replaceAll(/\s*\n\s*/g, ' | ');
  const log = await readFile(join(home, 'shell', 'logs', 'shell.log'), 'utf8').catch(
    () => 'nothing',
  );
  return [
    `The window showed: ${cut(shown)}`,
    `Its errors: ${pageErrors.join('\n') || 'none'}`,
    `The shell wrote: ${cut(log)}`,
  ].join('\n\n');
}

export { expect };
