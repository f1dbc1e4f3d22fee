/** `descent edit`: samples excluded, targets corrected, undone, listed. */
import { expect, test } from 'vitest';
import { temporaryFolder } from '../service/testing/testStudio.ts';
import { descent, jsonLines } from './testing/descent.ts';

test('edits are made, listed and undone, and other commands see them', async () => {
  const home = temporaryFolder();
  const edited = await descent(
    ['edit', 'iris', '--exclude', '3', '4', '--label', '0=virginica', '--json'],
    { home },
  );
  expect(edited).toMatchObject({ code: 0, stderr: '' });
  const lines = jsonLines(edited);
  expect(lines).toMatchObject([
    {
      event: 'edit',
      index: 0,
      isExcluded: false,
      target: { imported: 'setosa', now: 'virginica' },
    },
    { event: 'edit', index: 3, isExcluded: true, target: null },
    { event: 'edit', index: 4 },
    { dataset: 'iris', excluded: 2, relabelled: 1, undo: 3, redo: 0 },
  ]);
  const { hash, importedHash } = lines.at(-1) ?? {};
  expect(hash).not.toBe(importedHash);

  const statistics = jsonLines(await descent(['statistics', 'iris', '--json'], { home })).at(-1);
  expect(statistics).toMatchObject({ samples: 148, hash });
  const list = await descent(['edit', 'iris', '--list'], { home });
  expect(list.stdout).toContain('0  setosa → virginica');
  expect(list.stdout).toContain('3  excluded');
  expect(list.stdout).toContain('2 of 150 samples excluded, 1 with another target.');

  const undone = jsonLines(await descent(['edit', 'iris', '--undo', '--json'], { home }));
  expect(undone).toMatchObject([{ hash: importedHash, excluded: 0, undo: 0, redo: 3 }]);
});

test('a sealed test split needs a word', async () => {
  const home = temporaryFolder();
  await descent(['train', 'iris', '--epochs', '1'], { home });
  // With the seed of the bundled experiment, sample 0 is a test sample.
  const refused = await descent(['edit', 'iris', '--exclude', '0'], { home });
  expect(refused).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Runs judged by it: 1.'),
  });
  expect(refused.stderr).toContain('Add --reseal for that.');
  const done = await descent(['edit', 'iris', '--exclude', '0', '--reseal'], { home });
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('0  excluded') });
});

test.each([
  [['--exclude', 'first'], 'A sample is named by its place, from 0. Received "first".'],
  [['--label', '3'], 'A label must be like 12=setosa. Received "3".'],
  [['--label', '3=rose'], 'The dataset has no class "rose".'],
  [['--undo', '--exclude', '3'], 'each other change is a step of its own'],
  [['--undo'], 'There is no edit to undo.'],
])('%j is refused', async (args, message) => {
  const outcome = await descent(['edit', 'iris', ...args]);
  expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
});
