import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { grey, png } from '../../service/library/import/testing/foreignFiles.ts';
import { writeFiles } from '../../service/library/import/testing/importFile.ts';
import { temporaryFolder } from '../../service/testing/testStudio.ts';
import { descent, jsonLines, writeTemporary } from '../testing/descent.ts';

test('the same import once more says that it is there, and that it was edited', async () => {
  const home = temporaryFolder();
  const path = writeTemporary('twice.csv', 'a,kind\n1,x\n2,y\n3,x\n4,y\n');
  const first = await descent(['import', path], { home });
  expect(first.stdout).not.toContain('already');
  const [summary] = jsonLines(await descent(['import', path, '--json'], { home }));
  expect(summary).toMatchObject({ dataset: 'twice', known: true, samples: 4, warnings: [] });
  const again = await descent(['import', path], { home });
  expect(again.stdout).toContain('It was in the library already, with the same content.');
  expect(again.stdout).not.toContain('edited');
  await descent(['edit', 'twice', '--label', '0=y'], { home });
  const edited = await descent(['import', path], { home });
  expect(edited.stdout).toContain('It was edited there, and stays as it is.');
});

test('rows of another length are named, and left out on a word', async () => {
  const home = temporaryFolder();
  const path = writeTemporary('ragged.csv', 'a,kind\n1,x\n2\n3,x,y\n4,y\n5,x\n');
  const refused = await descent(['import', path], { home });
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.stderr).toContain('The first: row 3 has 1, row 4 has 3.');
  expect(refused.stderr).toContain('Add --ragged drop for that.');
  expect(existsSync(join(home, 'datasets'))).toBe(false);
  const done = await descent(['import', path, '--ragged', 'drop'], { home });
  expect(done.stdout).toContain('Dataset "ragged": 3 samples.');
  expect(done.stdout).toContain('They were left out.');
});

test('decimal commas are found and said, or decided', async () => {
  const home = temporaryFolder();
  const path = writeTemporary('preise.csv', 'a;kind\n"1,100";x\n"2,200";y\n"3,300";x\n');
  const seen = await descent(['inspect-file', path], { home });
  expect(seen.stdout).toContain('"1,100" in row 2 is 1.1 with a decimal comma and 1100 with');
  const [chosen] = jsonLines(
    await descent(['inspect-file', path, '--decimal', 'comma', '--json'], { home }),
  );
  expect(chosen).toMatchObject({
    decimal: 'comma',
    columns: [{ type: 'number' }, {}],
    warnings: [],
  });
  const sure = writeTemporary('sicher.csv', 'a;kind\n0,5;x\n2,5;y\n3,5;x\n4,5;y\n');
  const done = await descent(['import', sure], { home });
  expect(done.stdout).toContain('is read with a decimal comma: "0,5" in row 2 is 0.5.');
});

const picture = png(3, 3, grey(5));

test('damaged images are named, and left out on a word', async () => {
  const home = temporaryFolder();
  const path = writeFiles({
    'a/1.png': picture,
    'a/2.png': picture,
    'b/1.png': picture,
    'b/2.png': '',
  });
  const refused = await descent(['import', path], { home });
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.stderr).toContain(
    'Damaged images can be left out instead. Add --damaged drop for that.',
  );
  const done = await descent(['import', path, '--damaged', 'drop'], { home });
  expect(done.stdout).toContain('"b/2.png" is empty. The image was left out.');
});

test('what cannot be mended by an option names none', async () => {
  const refused = await descent(['import', writeTemporary('few.csv', 'a,kind\n1,x\n')]);
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.stderr).not.toContain('Add --');
});

test('Ctrl+C ends an import, says so, and leaves nothing of it', async () => {
  const home = temporaryFolder();
  const path = writeTemporary('long.csv', `x,kind\n${'1.5,a\n2.5,b\n'.repeat(1_500_000)}`);
  const datasets = join(home, 'datasets');
  const stopped = await descent(['import', path], {
    home,
    interruptWhen: () => existsSync(datasets),
  });
  expect(stopped.stderr).toContain('The import was cancelled.');
  expect(stopped.stderr).toContain('The library is as it was.');
  expect(stopped.code).toBe(1);
  expect(existsSync(datasets)).toBe(false);
});
