import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import type { TextEncoding } from '../../core/contract/ImportOptions.ts';
import { readInput } from './readInput.ts';
import { writeTemporary } from './testing/descent.ts';

const REVIEW = '정말 재미있는 영화\n';

it.each([
  ['utf-8', []],
  ['cp949', ['read as CP949, the text has words such as "정말"']],
  ['utf-16le', ['The text was read as UTF-16LE.']],
] as const)('finds that a file is %s, and says so', async (encoding, told) => {
  const bytes = iconv.encode(REVIEW, encoding, { addBOM: encoding !== 'cp949' });
  const { text, notes } = await readInput(writeTemporary('review.txt', bytes), 'text');
  expect(text).toBe(REVIEW);
  expect(notes).toEqual(told.map((note) => expect.stringContaining(note)));
});

it('takes the chosen encoding at its word', async () => {
  const path = writeTemporary('rows.csv', iconv.encode('지역,값\n', 'cp949'));
  expect(await readInput(path, 'table', 'cp949')).toEqual({ text: '지역,값\n', notes: [] });
});

it.each<[TextEncoding | null, string, string]>([
  [null, '"x.txt" must be text. Its encoding could not be found by looking.', '--encoding'],
  ['cp949', '"x.txt" must be CP949 text. It holds bytes that this encoding has not.', 'UTF-8'],
])('refuses what %s does not read', async (encoding, message, hint) => {
  const path = writeTemporary('x.txt', Uint8Array.of(0x78, 0x0a, 0x81, 0xff));
  await expect(readInput(path, 'text', encoding)).rejects.toMatchObject({
    code: 'invalid-dataset',
    message,
    hint: expect.stringContaining(hint),
  });
});

it('has no encoding to choose for what stands in the command', async () => {
  await expect(readInput('a good film', 'text', 'cp949')).rejects.toMatchObject({
    code: 'invalid-request',
    hint: 'Leave --encoding out.',
  });
});
