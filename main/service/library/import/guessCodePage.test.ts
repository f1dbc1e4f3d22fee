import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { guessCodePage } from './guessCodePage.ts';
import { readChunks } from './readChunks.ts';
import { importFile, inspectFile, writeOne } from './testing/importFile.ts';

const guess = (bytes: Buffer, most = Number.POSITIVE_INFINITY) =>
  guessCodePage(readChunks(writeOne('t.csv', bytes), most), most);

test.each([
  'Fläche;Bezirk\n43,1;Süd\n113,0;günstig\n',
  'Größe;Art\n1,09;klein\n',
  'Temp (°C),µm\n25,3\n',
  'POPULAÇÃO,ESTAÇÕES\n3,SÃO PAULO\n',
  'price,note\n£3,“quoted” – café\n',
  'x,y\nÿÿ,a\n',
  'Norm,y\n(§§ 12),1\nnach §§ 3,2\n',
  'Norm,y\n§\u00a012,1\n',
  'x,y\n¡Él!,1\n',
  'x,y\nÊÑÎÔa,1\n',
  'x,y\näöüß,1\néèêë,2\n',
])('%j is Western European', async (text) => {
  const guessed = await guess(iconv.encode(text, 'windows-1252'));
  expect(guessed).toMatchObject({ encoding: 'windows-1252' });
  expect(text).toContain(guessed?.word);
});

test.each([
  '이름,성적\n김민수,90\n',
  'x,y\n가,1\n나,2\n',
  'blood,y\nA형,1\n',
  'temp (℃),y\n25°C,남\n',
  '金,李\n女,ㅋㅋ\n',
  'x,y\n뷁,펲시콜라\n',
  'temp (℃),area (㎡)\n25,3\n',
  'dose,y\n5㎍,1\n',
  'height,y\n170 ㎝,1\n',
  'load (㏀),y\n5,1\n',
  'x,y\n金永,1\n大韓民國,2\n',
])('%j is Korean', async (text) => {
  const guessed = await guess(iconv.encode(text, 'cp949'));
  expect(guessed).toMatchObject({ encoding: 'cp949' });
  expect(text).toContain(guessed?.word);
});

test('bytes that neither has are no text, and a letter cut by the limit is no fault', async () => {
  expect(await guess(Buffer.of(0x78, 0x0a, 0x81, 0xff))).toBeNull();
  const korean = iconv.encode('가나다', 'cp949');
  expect(await guess(korean, 5)).toEqual({ encoding: 'cp949', word: '가나' });
  expect(await guess(korean.subarray(0, 5))).toMatchObject({ encoding: 'windows-1252' });
});

test('a word that is cut where a chunk ends is judged with what follows', async () => {
  const padded = (word: string, inFirst: number, encoding: string) =>
    Buffer.concat([Buffer.alloc(2 ** 20 - inFirst, 'a\n'), iconv.encode(word, encoding)]);
  expect(await guess(padded('AÇÃO\n', 3, 'windows-1252'))).toMatchObject({
    encoding: 'windows-1252',
  });
  expect(await guess(padded('김수\n', 2, 'cp949'))).toMatchObject({ encoding: 'cp949' });
  expect(await guess(padded(' ㎡\n', 1, 'cp949'))).toMatchObject({ encoding: 'cp949' });
  expect(await guess(padded(' ㎡', 2, 'cp949'))).toMatchObject({ encoding: 'cp949' });
});

test('a German table from Windows is read as it was written, and the guess is told', async () => {
  const rows = ['43,1;Süd;günstig', '113,0;Nord;teuer', '28,8;Süd;günstig', '85,1;Mitte;teuer'];
  const text = ['Größe;Bezirk;Klasse', ...rows].join('\r\n');
  const path = writeOne('wohnungen.csv', iconv.encode(text, 'windows-1252'));
  const told =
    'The encoding was guessed: read as Windows-1252, the text has words such as "Größe".';
  const inspection = await inspectFile(path);
  expect(inspection.encoding).toBe('windows-1252');
  expect(inspection.warnings).toContain(told);
  const { dataset, hash } = await importFile(path);
  expect(dataset.warnings).toContain(told);
  expect(dataset.columns.map(({ name }) => name)).toEqual(['Größe', 'Bezirk']);
  expect(hash).toBe((await importFile(writeOne('wohnungen.csv', text))).hash);
  const chosen = await inspectFile(path, { encoding: 'windows-1252' });
  expect(chosen.warnings).not.toContain(told);
});
