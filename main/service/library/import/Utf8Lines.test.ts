import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { importFile, inspectFile, writeOne } from './testing/importFile.ts';

const cp949 = (text: string) => iconv.encode(text, 'cp949');
const rows = '길이,종류\n5.1,붓꽃\n4.9,장미\n7.0,붓꽃\n6.3,장미\n';
const mixed = (line: string) => Buffer.concat([cp949(rows), Buffer.from(line), cp949(rows)]);
const refusal = (word: string) => ({
  code: 'invalid-dataset',
  message: `"t.csv" must be text in one encoding: "${word}" in line 6 is UTF-8, and other lines are not.`,
  where: 'line 6',
});

test.each(['붓꽃1', '가'])(
  'a row of UTF-8 that says %s among rows of CP949 is refused',
  async (word) => {
    const path = writeOne('t.csv', mixed(`5.0,${word}\n`));
    await expect(importFile(path)).rejects.toMatchObject(refusal(word));
    await expect(inspectFile(path)).rejects.toMatchObject(refusal(word));
  },
);

test('so it is where CP949 is chosen, and in a last line without an end', async () => {
  const path = writeOne('t.csv', Buffer.concat([cp949(rows), Buffer.from('5.0,붓꽃1')]));
  const chosen = importFile(path, { encoding: 'cp949' });
  await expect(chosen).rejects.toMatchObject(refusal('붓꽃1'));
  await expect(importFile(path)).rejects.toMatchObject(refusal('붓꽃1'));
});

test('hanja and syllables whose bytes happen to be UTF-8 stay what they are', async () => {
  const name = iconv.decode(Buffer.of(0xea, 0xb1, 0xb0, 0xea, 0xb0, 0xa1), 'cp949');
  expect(cp949(name).toString('utf8')).toMatch(/^[가-힣]+$/);
  const line = `5.0,${name}\n`;
  const path = writeOne('t.csv', cp949(`${rows}${line}${line}`));
  const { dataset } = await importFile(path);
  expect(dataset.target).toMatchObject({ labels: expect.arrayContaining([name, '붓꽃']) });
});
