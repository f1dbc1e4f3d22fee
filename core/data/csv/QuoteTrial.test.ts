import { expect, test } from 'vitest';
import { QuoteTrial } from './QuoteTrial.ts';

/** In chunks of three bytes. */
function found(text: string) {
  const trial = new QuoteTrial('\t');
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 3) trial.push(bytes.slice(at, at + 3), false);
  trial.push(new Uint8Array(0), true);
  return trial.found;
}

test.each([
  ['one in the middle', 'text\ty\na 5" pipe\tp\ngood\tn\n'],
  ['one at the start of a cell', 'text\ty\n"quite good\tp\nbad\tn\n'],
  ['one word at the start of a cell', 'text\ty\n"quite" good\tp\nbad\tn\n'],
  ['two that would make one row of two', 'text\ty\n"good\tp\nbad"\tn\n'],
])('%s is a letter', (_, text) => {
  expect(found(text)).toBe('letters');
});

test.each([
  ['whole cells', 'text\ty\n"good"\tp\n"so ""so"""\tn\n'],
  ['a cell with a tab', 'text\ty\n"a\tb"\tp\nbad\tn\n'],
  ['a cell of two lines', 'text\ty\n"a\nb"\tp\nbad\tn\n'],
  ['a table that fits in no way', 'text\ty\n"good\tp\nbad\n'],
])('around %s they enclose', (_, text) => {
  expect(found(text)).toBe('enclose');
});
