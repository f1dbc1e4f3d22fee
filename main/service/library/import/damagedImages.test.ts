/**
 * A folder of photographs of which some are broken: all of them are told at once, and left out on a
 * word.
 */
import { expect, test } from 'vitest';
import { grey, png } from './testing/foreignFiles.ts';
import { importFile, inspectFile, writeFiles } from './testing/importFile.ts';

const picture = png(3, 3, grey(5));
const cut = picture.subarray(0, picture.length - 20);
const folder = () =>
  writeFiles({
    'a/1.png': picture,
    'a/2.png': cut,
    'a/3.png': picture,
    'b/1.png': picture,
    'b/2.jpg': 'no image',
    'b/3.png': '',
    'c/1.png': cut,
  });
const four = '4 images cannot be read. The first: "a/2.png", "b/2.jpg", "b/3.png".';

test('all damaged images are counted and the first are named; nothing is imported', async () => {
  await expect(importFile(folder())).rejects.toMatchObject({
    code: 'invalid-dataset',
    message: four,
    where: 'a/2.png',
    wayOut: 'leave-damaged-out',
    hint: 'Nothing was imported. Copy the files again, or remove them. Damaged images can be left out instead.',
  });
});

test('left out, they take their class along where nothing else is in it', async () => {
  const { dataset } = await importFile(folder(), { damaged: 'drop' });
  expect(dataset.samples).toBe(3);
  expect([...dataset.targets]).toEqual([0, 0, 1]);
  expect(dataset.target).toMatchObject({ labels: ['a', 'b'], counts: [2, 1] });
  expect(dataset.warnings).toEqual([`${four} The images were left out.`]);
});

test('of one, what is wrong with it is said', async () => {
  const files = { 'a/1.png': picture, 'a/2.png': picture, 'b/1.png': picture, 'b/2.png': '' };
  await expect(importFile(writeFiles(files))).rejects.toMatchObject({
    message: '"b/2.png" is empty.',
    hint: expect.stringContaining('Damaged images can be left out instead.'),
  });
  const { dataset } = await importFile(writeFiles(files), { damaged: 'drop' });
  expect(dataset.warnings).toEqual(['"b/2.png" is empty. The image was left out.']);
});

test('what is left must still be a dataset', async () => {
  const files = { 'a/1.png': picture, 'a/2.png': picture, 'a/3.png': picture, 'b/1.png': cut };
  await expect(importFile(writeFiles(files), { damaged: 'drop' })).rejects.toThrow(
    'There must be at least two classes. Every image lies in "a".',
  );
  const none = { 'a/1.png': cut, 'a/2.png': cut, 'b/1.png': cut };
  await expect(importFile(writeFiles(none), { damaged: 'drop' })).rejects.toThrow(
    '3 images cannot be read.',
  );
});

test('of a thousand a refusal stops, and says so; left out, all are counted', async () => {
  const broken = Array.from({ length: 1001 }, (_, at) => [`c/${at}.png`, ''] as const);
  const files = {
    ...Object.fromEntries(['a/1.png', 'a/2.png', 'b/1.png'].map((path) => [path, picture])),
    ...Object.fromEntries(broken),
    'd/1.png': picture,
  };
  const path = writeFiles(files);
  await expect(importFile(path)).rejects.toThrow(/^1000 images or more cannot be read\./);
  const { dataset } = await importFile(path, { damaged: 'drop' });
  expect(dataset.warnings).toEqual([expect.stringMatching(/^1001 images cannot be read\./)]);
});

test('a look shows what can be read, and warns', async () => {
  const looked = await inspectFile(folder());
  expect(looked.images).toHaveLength(3);
  expect(looked.refusals).toEqual([
    {
      message: `${four} The import refuses damaged images.`,
      wayOut: 'leave-damaged-out',
      column: null,
    },
  ]);
  const dropping = await inspectFile(folder(), { damaged: 'drop' });
  expect(dropping.warnings).toEqual([`${four} Damaged images are left out.`]);
  expect(dropping.refusals).toEqual([]);
});
