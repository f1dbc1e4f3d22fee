import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { grey, png } from './testing/foreignFiles.ts';
import { importFile, inspectFile, writeOne } from './testing/importFile.ts';

const picture = (level: number) => png(3, 3, grey(level));

/** A ZIP with folders of these names, which says nothing of their encoding. */
function zipOf(folders: readonly [Uint8Array, Uint8Array], more = {}): Uint8Array {
  const [first, second] = folders.map((name, at) => 'AB'.charAt(at).repeat(name.length));
  const zip = Buffer.from(
    zipSync({
      [`${first}/1.png`]: picture(1),
      [`${first}/2.png`]: picture(2),
      [`${second}/1.png`]: picture(3),
      [`${second}/2.png`]: picture(4),
      ...more,
    }),
  );
  for (const [place, name] of [first, second].entries()) {
    const bytes = folders[place] ?? new Uint8Array();
    for (let at = zip.indexOf(`${name}/`); at !== -1; at = zip.indexOf(`${name}/`, at + 1)) {
      zip.set(bytes, at);
    }
  }
  return zip;
}

const pets = (encoding: string): [Uint8Array, Uint8Array] => [
  iconv.encode('강아지', encoding),
  iconv.encode('고양이', encoding),
];

async function classesOf(zip: Uint8Array) {
  const path = writeOne('pets.zip', zip);
  const { dataset } = await importFile(path);
  const { classes, warnings } = await inspectFile(path);
  expect(warnings).toEqual(dataset.warnings);
  expect(dataset.target).toMatchObject({ labels: classes.map(({ label }) => label).sort() });
  return { classes: classes.map(({ label }) => label).sort(), warnings };
}

it('CP949, as Korean Windows writes them, is found, and said', async () => {
  expect(await classesOf(zipOf(pets('cp949')))).toEqual({
    classes: ['강아지', '고양이'],
    warnings: [
      'The encoding of the names in the archive was guessed: read as CP949, there are names such as "강아지/1.png".',
    ],
  });
});

it('UTF-8 that is not said, as macOS writes it and in its parts, is UTF-8', async () => {
  const parts = ['강아지', '고양이'].map((name) => Buffer.from(name.normalize('NFD')));
  expect(await classesOf(zipOf(parts as [Buffer, Buffer]))).toEqual({
    classes: ['강아지', '고양이'],
    warnings: [],
  });
});

it('names that say UTF-8 stay so beside others', async () => {
  const { classes } = await classesOf(zipOf(pets('cp949'), { '토끼/1.png': picture(5) }));
  expect(classes).toEqual(['강아지', '고양이', '토끼']);
});

it('what is neither is CP437, as the format says', async () => {
  const names = [iconv.encode('Größe', 'cp437'), iconv.encode('Äpfel', 'cp437')] as const;
  const { classes, warnings } = await classesOf(zipOf(names));
  expect(classes).toEqual(['Größe', 'Äpfel']);
  expect(warnings[0]).toMatch(/read as CP437, there are names such as "Größe\/1\.png"\.$/);
});

it('a name that leaves the archive is refused in any encoding', async () => {
  const out = Buffer.concat([Buffer.from('../'), iconv.encode('개', 'cp949')]);
  await expect(inspectFile(writeOne('a.zip', zipOf([out, out])))).rejects.toThrow(
    /^"a.zip" is a damaged ZIP archive: invalid relative path/,
  );
});
