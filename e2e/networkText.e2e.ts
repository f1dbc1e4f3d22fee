/** A network as text and as files, in the real window. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerOpen } from './answerOpen.ts';
import { dropFiles } from './dropFiles.ts';
import { openSample } from './openSample.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded } from './trainScreen.ts';

const lecture = `nn.Sequential(
    nn.Linear(300, 200), nn.LeakyReLU(), nn.BatchNorm1d(200),
    nn.Linear(200, 100), nn.LeakyReLU(), nn.BatchNorm1d(100),
    nn.Linear(100, 50), nn.LeakyReLU(), nn.BatchNorm1d(50),
    nn.Linear(50, 10))`;

/** As Ctrl+V does, without the system's clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
  }, text);
}

const fileOf = (name: string, text: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'descent-e2e-')), name);
  writeFileSync(path, text);
  return path;
};

test('the lecture’s text becomes its layers, a wrong one is shown at its place', async ({
  studio,
}) => {
  const { page } = studio;
  await openSample(page, 'iris');
  const rows = page.locator('[data-testid^="layer-"]');
  const before = await rows.count();
  await paste(page, lecture);
  await expect(rows).toHaveCount(10);
  await expect(page.getByTestId('layer-0')).toContainText('the dataset gives 4');
  await page
    .getByTestId('layer-0')
    .getByRole('button', { name: 'Set input features to 4' })
    .click();
  await page
    .getByTestId('layer-9')
    .getByRole('button', { name: 'Set output features to 3' })
    .click();
  await expect(page.getByTestId('model-parameters')).not.toHaveText('–');
  await page.screenshot({ path: 'test-results/pasted.png' });

  await paste(page, lecture.replace('nn.Linear(200, 100)', 'nn.Lin(200, 100)'));
  const panel = page.getByTestId('network-text');
  await expect(panel).toContainText('Line 3, column 5: There is no layer "Lin".');
  const field = panel.getByRole('textbox');
  await expect(field).toHaveValue(/nn\.Lin\(200, 100\)/);
  expect(await field.evaluate((one: HTMLTextAreaElement) => one.selectionStart)).toBe(
    lecture.indexOf('nn.Linear(200, 100)'),
  );
  await page.screenshot({ path: 'test-results/pasted-wrong.png' });
  await expect(rows).toHaveCount(10);
  await field.fill('nn.Sequential(nn.Linear(4, 3))');
  await panel.getByRole('button', { name: 'Replace the layers' }).click();
  await expect(rows).toHaveCount(1);
  for (let step = 0; step < 4; step += 1) {
    await page.getByRole('button', { name: 'Undo' }).first().click();
  }
  await expect(rows).toHaveCount(before);
});

test('what print(model) shows is pasted, a named block as a group', async ({ studio }) => {
  const { page } = studio;
  await openSample(page, 'iris');
  await paste(
    page,
    `Sequential(
  (body): Sequential(
    (0): Linear(in_features=4, out_features=16, bias=True)
    (1): ReLU(inplace=True)
  )
  (head): Linear(in_features=16, out_features=3, bias=True)
)`,
  );
  await expect(page.locator('[data-testid^="layer-"]')).toHaveCount(3);
  await expect(page.getByTestId('group-body')).toContainText('body');
  await expect(page.getByTestId('layer-2')).toContainText('head');
  await expect(page.getByTestId('model-parameters')).toHaveText('131');
});

test('of a paste that is no network it is said why', async ({ studio }) => {
  const { page } = studio;
  await openSample(page, 'iris');
  const rows = page.locator('[data-testid^="layer-"]');
  const before = await rows.count();
  const toast = page.locator('[data-sonner-toast]');
  for (const [text, said] of [
    ['hello world', 'The pasted text “hello world” holds no layers.'],
    ['model.add(Dense(10))', '“model.add(Dense(10))” is for Keras'],
    [' ', 'The clipboard holds no text.'],
  ] as const) {
    await paste(page, text);
    await expect(toast.filter({ hasText: said })).toContainText('What can be pasted');
  }
  await page.screenshot({ path: 'test-results/pasted-no-network.png' });
  await expect(rows).toHaveCount(before);
  await paste(page, '{"format": "descent-layers", "version": 2, "layers": []}');
  await expect(page.getByTestId('network-text')).toContainText('copied in version 2');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await paste(page, 'nn.Linear(2*2, 16), nn.ReLU(), nn.Linear(16, 3)');
  await expect(rows).toHaveCount(3);
  await expect(page.getByTestId('model-parameters')).toHaveText('131');
});

test('the network is copied as PyTorch, Keras and JSON', async ({ studio }) => {
  const { page, app } = studio;
  await openSample(page, 'iris');
  const copied = async (format: string, which: 'all' | 'selected' = 'all') => {
    await page.getByTestId('network-menu').click();
    const entry = page.getByRole('menuitem', { name: `Copy as ${format}` });
    await (which === 'all' ? entry.first() : entry.nth(1)).click();
    await expect(page.getByText('Copied').last()).toBeVisible();
    return app.evaluate(({ clipboard }) => clipboard.readText());
  };
  await expect.poll(() => copied('PyTorch')).toContain('nn.Linear(4, 16)');
  await expect.poll(() => copied('Keras')).toContain('layers.Dense(16)');
  await expect.poll(() => copied('JSON')).toContain('"type": "LeakyReLU"');

  const choose = (layer: number, modifiers: ('Shift' | 'Control')[] = []) =>
    page.getByTestId(`layer-${layer}`).click({ position: { x: 200, y: 20 }, modifiers });
  await choose(0);
  await choose(1, ['Shift']);
  await expect
    .poll(() => copied('PyTorch', 'selected'))
    .toBe('nn.Sequential(\n    nn.Linear(4, 16),\n    nn.LeakyReLU()\n)\n');
  await expect.poll(() => copied('Keras', 'selected')).toContain('layers.Dense(16)');
  const types = async () => (await copied('JSON', 'selected')).split('"type"').length - 1;
  await expect.poll(types).toBe(2);
  await choose(0);
  await choose(2, ['Control']);
  await page.getByTestId('network-menu').click();
  await expect(page.getByText('where they are neighbours outside of blocks')).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Copy as JSON' })).toHaveCount(1);
});

test('a model file becomes an experiment that trains on from its weights', async ({ studio }) => {
  const { page, app } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  const path = fileOf('mine.model.json', '');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await openScreen(page, 'runs');
  await page.locator('[data-testid^="run-row-"]').first().click();
  await page.getByTestId('export-model').first().click();
  await page.getByTestId('export-json').click();
  await expect.poll(() => readFileSync(path, 'utf8').length).toBeGreaterThan(100);
  await answerOpen(app, path);
  await openScreen(page, 'model');
  await page.getByTestId('network-menu').click();
  await page.getByRole('menuitem', { name: 'Open a file' }).click();
  const card = page.getByTestId('imported-model');
  await expect(card).toContainText('163');
  await page.screenshot({ path: 'test-results/imported-model.png' });
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card).toHaveCount(0);

  // Of files that were dropped together nothing is lost, whatever is opened meanwhile.
  const rows = Array.from({ length: 20 }, (_, row) => `${row},${row % 2 ? 'a' : 'b'}`);
  const csv = fileOf('sizes.csv', `size,kind\n${rows.join('\n')}\n`);
  const gone = fileOf('broken.model.json', '{');
  const texts = ['one.py', 'two.py'].map((name) => fileOf(name, 'nn.Sequential(nn.Linear(4, 3))'));
  await dropFiles(page, [csv, path, gone, ...texts]);
  await expect(page.getByText('Import sizes.csv')).toBeVisible();
  const refused = page.locator('[data-sonner-toast]', { hasText: 'Some files were not opened' });
  await expect(refused).toContainText('broken.model.json');
  await expect(refused).toContainText('Not opened: two.py.');
  const waiting = page.getByTestId('waiting-elsewhere');
  await expect(waiting).toContainText('2 wait on the model screen: iris, Network text.');
  await page.screenshot({ path: 'test-results/dropped-together.png' });
  await page.getByTestId('import-run').click();
  await page.getByTestId('new-experiment-here').click();
  await openScreen(page, 'data');
  await waiting.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await card.getByRole('button', { name: 'Make an experiment' }).click();
  await expect(page.getByTestId('initial-model')).toContainText('Training starts from the weights');
  await page.getByTestId('button-train').click();
  await openScreen(page, 'train');
  await runEnded(page, 'completed');

  await openScreen(page, 'model');
  await page.getByTestId('layer-2').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('initial-model')).toContainText('has other layers');
  await page
    .getByTestId('initial-model')
    .getByRole('button', { name: 'Start from random weights' })
    .click();
  await expect(page.getByTestId('initial-model')).toHaveCount(0);
});

test('an experiment of a newer studio is shown, named, and not changed', async ({ studio }) => {
  const { page, app } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  const { spec } = await page.evaluate(async () => {
    const reply = await window.studio.request('experiments.list', {});
    return reply.ok ? (reply.result as { spec: Record<string, unknown> }[])[0]! : { spec: {} };
  });
  const text = JSON.stringify({ ...spec, version: 2, team: 'ours', dataset: 'nowhere' });
  const path = fileOf('newer.descent.json', text);
  await answerOpen(app, path);
  await openScreen(page, 'model');
  const open = async () => {
    await page.getByTestId('network-menu').click();
    await page.getByRole('menuitem', { name: 'Open a file' }).click();
  };
  await open();
  const banner = page.getByTestId('read-only');
  await expect(banner).toContainText('version 2, of a newer studio');
  await expect(banner).toContainText('team cannot be read: "ours"');
  const rows = page.locator('[data-testid^="layer-"]');
  const layers = await rows.count();
  await page.getByTestId('layer-0').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(layers);
  const refusal = page.locator('[data-sonner-toast]', { hasText: 'this experiment is read-only' });
  await expect(refusal.getByRole('button', { name: 'Change a copy' })).toBeVisible();
  await page.screenshot({ path: 'test-results/read-only.png' });
  expect(readFileSync(path, 'utf8')).toBe(text);
  await openScreen(page, 'train');
  await expect(page.getByTestId('screen-train')).toContainText('nowhere');

  await openScreen(page, 'model');
  await banner.getByRole('button', { name: 'Change a copy' }).click();
  await expect(banner).toHaveCount(0);
  await page.getByTestId('layer-0').click({ position: { x: 200, y: 20 } });
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(layers - 1);

  await answerOpen(app, fileOf('cut.descent.json', text.slice(0, 100)));
  await open();
  await expect(page.getByText('The experiment is not JSON from line 1')).toBeVisible();
});

test('a file that is dropped is opened as what it is', async ({ studio }) => {
  const { page } = studio;
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
  await dropFiles(page, [fileOf('lecture.py', `import torch.nn as nn\nnet = ${lecture}\n`)]);
  const panel = page.getByTestId('network-text');
  await expect(panel.getByRole('textbox')).toHaveValue(/nn\.Linear\(300, 200\)/);
  await panel.getByRole('button', { name: 'Replace the layers' }).click();
  await expect(page.locator('[data-testid^="layer-"]')).toHaveCount(10);

  const experiment = await page.evaluate(async () => {
    const reply = await window.studio.request('experiments.templates', {});
    const templates = reply.ok ? (reply.result as { id: string; spec: object }[]) : [];
    return JSON.stringify(templates.find(({ id }) => id === 'iris')?.spec);
  });
  const named = experiment.replace('"name":"iris"', '"name":"dropped here"');
  await dropFiles(page, [fileOf('mine.descent.json', named)]);
  await expect(page.getByTestId('experiment-menu')).toContainText('dropped here');
  await expect(page.getByTestId('read-only')).toHaveCount(0);

  await dropFiles(page, [fileOf('bad.model.json', '{"format": "descent-model", "version": 9}')]);
  await expect(page.getByText('version must be 1 or 2. Received 9.')).toBeVisible();
  await dropFiles(page, [fileOf('table.csv', 'a,b,kind\n1,2,x\n3,4,y\n5,6,x\n')]);
  await expect(page.getByTestId('screen-data')).toBeVisible();
});
