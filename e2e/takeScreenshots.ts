/** Trains the digits in the real window and takes the README's picture of it. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { launchStudio, removeHome } from './launchStudio.ts';

const folder = resolve(import.meta.dirname, '..', 'docs', 'screenshots');

await mkdir(folder, { recursive: true });
const studio = await launchStudio();
try {
  const { page } = studio;
  await page.getByTestId('sample-digits').click();
  await page.getByTestId('validation-accuracy').waitFor();
  await page.locator('[data-testid="run-status"][data-status="completed"]').waitFor();
  await page.screenshot({ path: join(folder, 'train.png') });
  console.log(join(folder, 'train.png'));
} finally {
  await studio.close();
  await removeHome(studio.home);
}
