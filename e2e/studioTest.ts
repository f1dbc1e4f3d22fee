/**
 * Playwright's `test` with the studio as fixtures: a home that is removed afterwards, and a window opened on it.
 *
 * A page that logged an error fails its test, whatever else the test looked at.
 */
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
      await testInfo.attach('window', {
        body: await studio.page.screenshot(),
        contentType: 'image/png',
      });
    }
    await studio.close();
    expect(studio.pageErrors).toEqual([]);
  },
});

export { expect };
