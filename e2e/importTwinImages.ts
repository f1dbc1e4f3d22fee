/** Imports a folder of images with copies and conflicting classes, and makes an experiment of it. */
import { join } from 'node:path';
import { answerOpen } from './answerOpen.ts';
import type { Studio } from './launchStudio.ts';
import { openScreen } from './trainScreen.ts';
import { writeTwinImages } from './twinImages.ts';

/** Ends on the data screen. */
export async function importTwinImages({ app, page }: Studio, home: string): Promise<void> {
  const folder = join(home, 'dots');
  await writeTwinImages(folder);
  await answerOpen(app, folder);
  await openScreen(page, 'data');
  await page.getByRole('button', { name: 'Import a folder' }).first().click();
  await page.getByTestId('import-run').click();
  await page.getByTestId('new-experiment-here').click();
  await page.getByTestId('screen-model').waitFor();
  await openScreen(page, 'data');
}
