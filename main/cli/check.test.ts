/** `descent check`: experiments and PyTorch texts, without training them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { LayerSpec } from '../../core/contract/ModelSpec.ts';
import { irisSpec, temporaryFolder } from '../service/testing/testStudio.ts';
import { descent, jsonLines, writeTemporary } from './testing/descent.ts';

const lecture = `import torch.nn as nn

net = nn.Sequential(
    nn.Linear(300, 200),
    nn.LeakyReLU(),
    nn.BatchNorm1d(200),
    nn.Linear(200, 100),
    nn.LeakyReLU(),
    nn.BatchNorm1d(100),
    nn.Linear(100, 50),
    nn.LeakyReLU(),
    nn.BatchNorm1d(50),
    nn.Linear(50, 10)
)
`;

test("check counts the lecture's network, and what an experiment takes", async () => {
  const path = writeTemporary('lecture.py', lecture);
  const { code, stdout } = await descent(['check', path]);
  expect({ code, stderr: '' }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('86,560 trainable parameters, 700 running-statistic values');
  expect(jsonLines(await descent(['check', path, '--json'])).at(-1)).toMatchObject({
    parameters: 86_560,
    bufferValues: 700,
  });
  const iris = jsonLines(await descent(['check', 'iris', '--json'])).at(-1);
  // 163 parameters, 32 statistics, Adam; a minibatch of 16 with 4 inputs and 51 outputs.
  expect(iris).toMatchObject({
    trainable: true,
    parameters: 163,
    bufferValues: 32,
    memory: { weights: 4 * 195, gradients: 4 * 163, optimizer: 8 * 163, activations: 64 * 106 },
  });
});

test('check names what stands in the way, and ends with 2', async () => {
  const path = writeTemporary('lecture.txt', lecture.replace('nn.Linear(200, 100)', 'nn.Lin(2)'));
  const text = await descent(['check', path]);
  expect(text).toMatchObject({ code: 2, stderr: expect.stringContaining('Line 7, column 5') });
  const conv = writeTemporary('conv.py', 'nn.Sequential(nn.Conv2d(1, 4, 3))');
  expect(await descent(['check', conv])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--input'),
  });
  expect(await descent(['check', conv, '--input', '1x8x8'])).toMatchObject({ code: 0 });
  const spec = irisSpec(1, { training: { batchSize: 500, epochs: 1, dropLast: true } });
  const bad = writeTemporary('bad.descent.json', JSON.stringify(spec));
  const refused = await descent(['check', bad]);
  expect(refused).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('training.batchSize'),
  });
  expect(refused.stdout).toContain('A run cannot start.');
});

test('check counts what stands in front of a fault, and says that it is not all', async () => {
  const { layers } = irisSpec(1).model;
  const model = {
    layers: [...layers, { type: 'Linear', options: { outFeatures: 3, inFeatures: 9 } }],
  };
  const path = writeTemporary('fault.descent.json', JSON.stringify({ ...irisSpec(1), model }));
  const { stdout } = await descent(['check', path]);
  expect(stdout).toMatch(/\d+ running-statistic values so far\n/);
  expect(stdout).toMatch(/\d+ multiply-adds a sample so far\n/);
  expect(stdout).toMatch(/of them for minibatches of \d+ so far\n/);
});

test('check tells shapes and counts, and learns one minibatch by heart on demand', async () => {
  const home = temporaryFolder();
  const args = ['check', 'iris', '--overfit-one-batch', '--json'];
  const outcome = await descent(args, { home });
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(jsonLines(outcome)[0]).toMatchObject({
    experiment: 'iris',
    trainable: true,
    oneBatch: { passed: true },
  });
  const spec = irisSpec(3, { loss: { type: 'Nothing', options: {} } });
  const path = writeTemporary('wrong.descent.json', JSON.stringify(spec));
  const refused = await descent(['check', path, '--overfit-one-batch'], { home });
  expect(refused).toMatchObject({ code: 2, stderr: '' });
  expect(refused.stdout).toContain('error  loss: ');
  expect(refused.stdout).toContain('A run cannot start.');
});

test('check looks for leaks on demand, and names what it looked for', async () => {
  const home = temporaryFolder();
  const path = writeTemporary('iris.descent.json', JSON.stringify(irisSpec(1, { seed: 4 })));
  const text = await descent(['check', path, '--leakage'], { home });
  expect(text).toMatchObject({ code: 2, stderr: '' });
  expect(text.stdout).toMatch(/error {2}copies: .*\n +samples \d+ \(train\), \d+ \(\w+\)/);
  expect(text.stdout).toContain('Looked for copies, conflicting-targets, near-copies');
  const { split } = irisSpec(1);
  const kept = irisSpec(1, { seed: 4, split: { ...split, method: 'grouped', column: '#copies' } });
  const repaired = writeTemporary('kept.descent.json', JSON.stringify(kept));
  const json = await descent(['check', repaired, '--leakage', '--json'], { home });
  expect(json).toMatchObject({ code: 0 });
  expect(jsonLines(json)[0]).toMatchObject({ trainable: true, leakage: { samples: 150 } });
});

test('check names the fixes, and writes the mended experiment to a new file on demand', async () => {
  const home = temporaryFolder();
  const layers: LayerSpec[] = [
    { type: 'Linear', options: { inFeatures: 300, outFeatures: 8 } },
    { type: 'Linear', options: { outFeatures: 7 } },
  ];
  const text = JSON.stringify(irisSpec(1, { model: { layers } }));
  const path = writeTemporary('wrong.descent.json', text);
  const told = await descent(['check', path], { home });
  expect(told).toMatchObject({ code: 2 });
  expect(told.stdout).toContain('Linear expects 300 features, the dataset gives 4.');
  expect(told.stdout).toContain('  fix  Set input features to 4, or Remove Linear');
  const copy = path.replace('wrong', 'mended');
  const mended = await descent(['check', path, '--fix', copy], { home });
  expect(mended).toMatchObject({ code: 0, stderr: '' });
  expect(mended.stdout).toContain('fixed  Set output features to 3');
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(await descent(['check', copy], { home })).toMatchObject({ code: 0 });
  const again = await descent(['check', path, '--fix', copy], { home });
  expect(again).toMatchObject({ code: 2 });
  expect(again.stderr).toContain('There is a file of that name, and it is kept as it is.');
  expect(again.stderr).toContain(`--fix ${copy.replace('mended', 'mended-2')}`);
  const nowhere = await descent(['check', path, '--fix', '/nowhere/new.json'], { home });
  expect(nowhere).toMatchObject({ code: 1 });
  expect(nowhere.stderr).toContain('The mended experiment cannot be written (ENOENT).');
});

test('train says that what it refuses can be mended, where it can be', async () => {
  const home = temporaryFolder();
  const layers: LayerSpec[] = [{ type: 'Linear', options: { outFeatures: 7 } }];
  const text = JSON.stringify(irisSpec(1, { model: { layers } }));
  const path = writeTemporary('wrong.descent.json', text);
  const { code, stderr } = await descent(['train', path], { home });
  expect(code).toBe(2);
  expect(stderr).toContain('The model must end in 3 outputs');
  expect(stderr).toContain(`Mend it in a copy: npm run descent -- check ${path} --fix NEW`);
  const tooMany = await descent(['train', 'iris', '--batch-size', '5000'], { home });
  expect(tooMany).toMatchObject({ code: 2, stderr: expect.not.stringContaining('--fix') });
});

test('compare names the settings that differ, and sets the layers side by side', async () => {
  const layers: LayerSpec[] = [
    { type: 'Linear', options: { outFeatures: 16 } },
    { type: 'Linear', options: { outFeatures: 3 } },
  ];
  const spec = irisSpec(7, { model: { layers }, seed: 9 });
  const path = writeTemporary('other.descent.json', JSON.stringify(spec));
  const { code, stdout } = await descent(['compare', 'iris', path]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Epochs +40 +7/);
  expect(stdout).toMatch(/- +LeakyReLU/);
  const json = jsonLines(await descent(['compare', 'iris', 'iris', '--json'])).at(-1);
  expect(json).toMatchObject({ settings: [] });
  expect(await descent(['compare', 'iris', '/nowhere.json'])).toMatchObject({ code: 2 });
});

test('a document of a newer studio is called that, with what opens it', async () => {
  const path = writeTemporary('new.descent.json', JSON.stringify({ ...irisSpec(1), version: 2 }));
  const { code, stderr } = await descent(['check', path]);
  expect(code).toBe(2);
  expect(stderr).toContain('The experiment has version 2, of a newer studio.');
  expect(stderr).toContain('The window opens it as far as it can be read.');
});
