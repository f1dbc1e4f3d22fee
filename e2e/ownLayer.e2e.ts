/**
 * A layer that is added to the core alone, a file and its line in the registry, is in the palette,
 * the form, the shapes and the export: the window is built of the same files as ever.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchStudio } from './launchStudio.ts';
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';
import { openScreen } from './trainScreen.ts';

const root = resolve(import.meta.dirname, '..');
const parts = ['core', 'main', 'renderer', 'resources', 'package.json', 'electron.vite.config.ts'];

const definition = `
import { multiply } from '../graph/ops.ts';
import type { LayerDefinition } from './LayerDefinition.ts';

/** Multiplies by a number: y = factor x. Shape: [N, *] → [N, *]. Learns nothing. */
export const Amplify: LayerDefinition<{ factor: number }> = {
  descriptor: {
    type: 'Amplify',
    family: 'loudness',
    summary: { en: 'Makes everything louder.', ko: '모두 크게 합니다.' },
    equation: 'y = factor x',
    options: [
      {
        name: 'factor',
        kind: 'number',
        default: 2,
        range: { minimum: 0, maximum: 100 },
        label: { en: 'Loudness', ko: '크기' },
        help: { en: 'By how much.', ko: '얼마나.' },
      },
    ],
  },
  outputShape: (_options, inputShape) => inputShape,
  forward: (_context, x, { factor }) => multiply(x, factor),
};
`;

async function buildWithLayer(folder: string): Promise<void> {
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
  await cp(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'core/layers/Amplify.ts'), definition);
  const registry = join(folder, 'core/layers/registry.ts');
  const text = await readFile(registry, 'utf8');
  const withImport = text.replace('import ', "import { Amplify } from './Amplify.ts';\nimport ");
  await writeFile(registry, withImport.replace('  Linear,\n', '  Linear,\n  Amplify,\n'));
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  execFileSync(String(process.env.DESCENT_NODE), [builder, 'build'], { cwd: folder });
}

test('a layer of one’s own needs no change in the window', async ({ home }) => {
  const folder = await mkdtemp(join(tmpdir(), 'descent-layer-'));
  await buildWithLayer(folder);
  const studio = await launchStudio({ home, root: folder });
  const { page } = studio;
  await openSample(page, 'iris');

  // The palette, with the family that the window has no word for, and its one line.
  await expect(page.getByTestId('add-Amplify')).toContainText('Makes everything louder.');
  await page.getByTestId('layer-0').click();
  const shape = await page.getByTestId('layer-0').locator('[data-shape]').textContent();
  await page.getByTestId('add-Amplify').click();
  // The form.
  await page.getByRole('textbox', { name: 'Loudness' }).fill('3');
  // The shape, which the core gives.
  await expect(page.getByTestId('layer-1').locator('[data-shape]')).toHaveText(String(shape));
  await page.screenshot({ path: 'test-results/own-layer.png' });
  await page.getByTestId('button-train').click();
  await openScreen(page, 'train');
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'completed');

  // The export.
  const path = join(home, 'model.json');
  await studio.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  const exported = await page.evaluate(async () => {
    const chosen = await window.studio.chooseExport('json', 'model');
    const runs = await window.studio.request('runs.list', {});
    if (!runs.ok) return runs;
    const [newest] = runs.result as { id: string }[];
    return window.studio.request('runs.export', {
      run: newest?.id,
      format: 'json',
      path: chosen,
    });
  });
  expect(exported).toMatchObject({ ok: true });
  const { layers } = JSON.parse(await readFile(path, 'utf8'));
  expect(layers[1]).toEqual({ type: 'Amplify', options: { factor: 3 } });
  await studio.close();
  expect(studio.pageErrors).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
