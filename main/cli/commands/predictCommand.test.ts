import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { startingExperiment } from '../../../core/templates/startingExperiment.ts';
import { grey, png } from '../../service/library/import/testing/foreignFiles.ts';
import { writeFiles } from '../../service/library/import/testing/importFile.ts';
import { temporaryFolder } from '../../service/testing/testStudio.ts';
import { descent, jsonLines, writeTemporary } from '../testing/descent.ts';

test('an image file is made to fit the model and predicted', async () => {
  const home = temporaryFolder();
  await descent(['train', 'digits-mlp', '--epochs', '2'], { home });
  const model = join(home, 'digits.json');
  await descent(['export', 'digits-mlp-1', '-o', model], { home });
  const image = new PNG({ width: 20, height: 20 });
  image.data.fill(255);
  const path = writeTemporary('white.png', PNG.sync.write(image));
  const predicted = jsonLines(await descent(['predict', model, path, '--json', '--invert']));
  expect(predicted).toMatchObject([{ row: 1, top: expect.any(Array) }, { predictions: 1 }]);
  const broken = await descent(['predict', model, writeTemporary('text.png', 'no image')]);
  expect(broken).toMatchObject({ code: 2 });
  expect(broken.stderr).toContain('"text.png" is text, not a PNG, JPEG, WebP, BMP or GIF image');
  const missing = await descent(['predict', model, 'nowhere.png']);
  expect(missing.stderr).toContain('There is no file "nowhere.png".');
  expect(missing.stderr).toContain('an image file');
  const row = await descent(['predict', model, '43,1']);
  expect(row).toMatchObject({ code: 2 });
  expect(row.stderr).toContain('There is no file "43,1".');
  expect(row.stderr).toContain("one row as a JSON array in quotation marks: '[43.1, 2]'");
});

test('an image is made to fit as those of the dataset were', async () => {
  const home = temporaryFolder();
  const files = ['a', 'b'].flatMap((label, at) =>
    Array.from({ length: 10 }, (_, n) => [`${label}/${n}.png`, png(8, 8, grey(100 * at + n))]),
  );
  const data = writeFiles(Object.fromEntries(files));
  const imported = ['import', data, '--name', 'grey', '--fit', 'pad', '--json'];
  expect((await descent(imported, { home })).code).toBe(0);
  const target = { kind: 'class' as const, name: 'label', labels: ['a', 'b'], counts: [10, 10] };
  const begun = startingExperiment({ id: 'grey', kind: 'image', target, given: null }, 'Grey');
  const spec = { ...begun, training: { ...begun.training, batchSize: 4 } };
  const path = writeTemporary('grey.descent.json', JSON.stringify(spec));
  const trained = await descent(['train', path, '--epochs', '1'], { home });
  expect(trained).toMatchObject({ code: 0 });
  const model = join(home, 'grey.json');
  await descent(['export', 'grey-1', '-o', model], { home });
  const said = JSON.parse(readFileSync(model, 'utf8')) as { provenance: object };
  expect(said.provenance).toMatchObject({ dataset: { name: 'grey', fit: 'pad' } });
  const predicted = async (image: Uint8Array) =>
    jsonLines(await descent(['predict', model, writeTemporary('1.png', image), '--json']))[0];
  const padded = png(8, 8, (_, y) => grey(y < 2 || y > 5 ? 0 : 200)());
  expect(await predicted(png(8, 4, grey(200)))).toEqual(await predicted(padded));
  expect(await predicted(png(8, 8, grey(200)))).not.toEqual(await predicted(padded));
});

test('a run, or a table in the place of the model, is told how it becomes one', async () => {
  const run = await descent(['predict', 'iris-1', '[5.1, 3.5]']);
  expect(run).toMatchObject({ code: 2 });
  expect(run.stderr).toContain('The model file cannot be read (ENOENT).');
  expect(run.stderr).toContain('npm run descent -- export iris-1 -o iris-1.json');
  const table = writeTemporary('rows.csv', '1,2\n');
  const swapped = await descent(['predict', table, 'model.json']);
  expect(swapped.stderr).toContain('The model comes first, as a file.');
});

test('how numbers are read that are not written as usual is said, and can be chosen', async () => {
  const home = temporaryFolder();
  await descent(['train', 'iris', '--epochs', '1'], { home });
  const model = join(home, 'iris.json');
  await descent(['export', 'iris-1', '-o', model], { home });
  const rows = writeTemporary('rows.csv', '5,1;3,5;1,4;0,2\n');
  const note = 'is read with a decimal comma';
  const said = await descent(['predict', model, rows]);
  expect(said).toMatchObject({ code: 0, stderr: expect.stringContaining('decimal comma') });
  expect(said.stdout).not.toContain(note);
  const [, end] = jsonLines(await descent(['predict', model, rows, '--json']));
  expect(end).toMatchObject({ predictions: 1, notes: [expect.stringContaining('5.1')] });
  const chosen = await descent(['predict', model, rows, '--decimal', 'comma']);
  expect(chosen).toMatchObject({ code: 0, stdout: said.stdout, stderr: '' });
  const utf16 = Buffer.from('\ufeff5,1;3,5;1,4;0,2\n', 'utf16le');
  const sameRows = ['--decimal', 'comma'];
  const file = await descent(['predict', model, writeTemporary('rows.csv', utf16), ...sameRows]);
  const noted = { stdout: said.stdout, stderr: 'note  The text was read as UTF-16LE.\n' };
  expect(file).toMatchObject(noted);
  const piped = await descent(['predict', model, '-', ...sameRows], { input: utf16 });
  expect(piped).toMatchObject(noted);
});
