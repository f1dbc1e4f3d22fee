/** What the terminal says to people: labels, names that are nearly right, and overrides of an experiment. */
import { expect, test } from 'vitest';
import { temporaryFolder } from '../service/testing/testStudio.ts';
import { descent, jsonLines } from './testing/descent.ts';

test('runs tells the best and the last epoch apart; diagnose labels its numbers', async () => {
  const home = temporaryFolder();
  await descent(['train', 'iris', '--epochs', '30'], { home });
  const [shown] = jsonLines(await descent(['show', 'iris-1', '--json'], { home })) as [
    { bestEpoch: number; validation: { loss: number } },
  ];
  const [header, row] = (await descent(['runs'], { home })).stdout.split('\n');
  expect(header).toMatch(/^run +status +epochs +best epoch +loss +accuracy +last loss +accuracy/);
  const cells = row?.split(/ {2,}/) ?? [];
  expect(cells[3]).toBe(String(shown.bestEpoch));
  expect(Number(cells[4])).toBeLessThanOrEqual(shown.validation.loss + 1e-4);
  expect(cells[6]).toBe(shown.validation.loss.toFixed(4));

  const { stdout } = await descent(['diagnose', 'iris-1'], { home });
  expect(stdout).toMatch(/Validation loss +\d\.\d{4}/);
  expect(stdout).not.toMatch(/[a-z][A-Z]/);
});

test('train takes a learning rate and a batch size, and refuses what is none', async () => {
  const home = temporaryFolder();
  const overrides = ['--learning-rate', '0.005', '--batch-size', '30', '--epochs', '1'];
  const trained = await descent(['train', 'iris', ...overrides, '--json'], { home });
  expect(jsonLines(trained)[0]).toMatchObject({ event: 'start', iterations: 3 });
  const [shown] = jsonLines(await descent(['show', 'iris-1', '--json'], { home }));
  expect(shown).toMatchObject({
    spec: { optimizer: { options: { learningRate: 0.005 } }, training: { batchSize: 30 } },
  });
  for (const [flag, value, text] of [
    ['--batch-size', '0', 'training.batchSize must be ≥ 1. Received 0'],
    ['--learning-rate', 'fast', 'optimizer.options.learningRate'],
    ['--learning-rate', '-1', 'Received -1'],
  ] as const) {
    const refused = await descent(['train', 'iris', flag, value], { home });
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(text) });
  }
});

test('a name that is nearly right is answered with the right one', async () => {
  const home = temporaryFolder();
  await descent(['train', 'iris', '--epochs', '1'], { home });
  for (const [args, expected] of [
    [['trian', 'iris'], 'Did you mean train?'],
    [['train', 'digit-mlp'], 'Did you mean "digits-mlp"?'],
    [['show', 'irsi-1'], 'Did you mean "iris-1"?'],
    [['statistics', 'irs'], 'Did you mean "iris"?'],
  ] as const) {
    const { code, stderr } = await descent(args, { home });
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
    // The message says it: names of request fields mean nothing here.
    expect(stderr).not.toMatch(/where +(?:id|run)\b/);
  }
});
