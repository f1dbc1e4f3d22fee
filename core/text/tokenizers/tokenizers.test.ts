/** What each tokenizer makes of Korean, English, emoji and what stands between them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Options } from '../../contract/ModelSpec.ts';
import { clusterEnd } from '../scan/clusterEnd.ts';
import { piecesOf } from '../scan/piecesOf.ts';
import { prepareTokenizer } from './prepareTokenizer.ts';
import { tokenizerDefinitions } from './registry.ts';

const tokens = (type: string, text: string, options: Options = {}) =>
  prepareTokenizer({ type, options }, 'here').tokenize(text);
const words = (text: string, options?: Options) =>
  tokens('Words', text, options).map((token) => token.text);

const LECTURE = '나는 학교에 가는 것을 좋아한다 .';

describe('Words', () => {
  test('particles stay with their words', () => {
    expect(words(LECTURE)).toEqual(['나는', '학교에', '가는', '것을', '좋아한다']);
    expect(words('AI를, 배운다!')).toEqual(['ai를', '배운다']);
  });

  test('punctuation is dropped, apart, or stays', () => {
    const text = 'Wow! (정말)...';
    expect(words(text)).toEqual(['wow', '정말']);
    expect(words(text, { punctuation: 'separate' })).toEqual([
      ...['wow', '!', '(', '정말', ')', '.', '.', '.'],
    ]);
    expect(words(text, { punctuation: 'attach', lowercase: false })).toEqual(['Wow!', '(정말)...']);
  });

  test.each([
    ["I don't, they’re", ['i', "don't", 'they’re']],
    ["'quoted' 'tis", ['quoted', 'tis']],
    ['3.14 and 1,000. 2', ['3.14', 'and', '1,000', '2']],
    ['well-known snake_case _____', ['well', 'known', 'snake_case', '_____']],
    ['좋아요ㅋㅋㅋ ㅠㅠ', ['좋아요ㅋㅋㅋ', 'ㅠㅠ']],
    ['日本語 Ωmega Straße', ['日本語', 'ωmega', 'straße']],
    ['good😀😀bad', ['good', '😀', '😀', 'bad']],
    ['👨‍👩‍👧❤️🇰🇷👍🏽', ['👨‍👩‍👧', '❤️', '🇰🇷', '👍🏽']],
    ['🇰🇷🇺🇸', ['🇰🇷', '🇺🇸']],
    ['zero\u200bwidth\ufeff space', ['zero', 'width', 'space']],
    ['soft\u00adhyphen join\u200ded', ['softhyphen', 'joined']],
    ['\u200f right', ['right']],
    ['한글'.normalize('NFD'), ['한글']],
    ['cafe\u0301 café', ['café', 'café']],
    ['\ud800 lone', ['\ud800', 'lone']],
    ['', []],
    [' \t\n\u3000', []],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

test('Characters see what people see', () => {
  const characters = (text: string, options?: Options) =>
    tokens('Characters', text, options).map((token) => token.text);
  expect(characters('학교에  간다.')).toEqual(['학', '교', '에', ' ', '간', '다', '.']);
  expect(characters('학교'.normalize('NFD'))).toEqual(['학', '교']);
  expect(characters(' Cafe\u0301 👨‍👩‍👧 ')).toEqual(['c', 'a', 'f', 'é', ' ', '👨‍👩‍👧']);
  expect(characters('a. b', { punctuation: 'drop', blanks: false })).toEqual(['a', 'b']);
});

test('Syllables keep other scripts whole', () => {
  const syllables = (text: string) => tokens('Syllables', text).map((token) => token.text);
  expect(syllables('AI를 배운다, PyTorch로!')).toEqual([
    ...['ai', '를', '배', '운', '다', 'pytorch', '로'],
  ]);
  expect(syllables('2026년 ㅋㅋ')).toEqual(['2026', '년', 'ㅋㅋ']);
});

test('Jamo are the canonical decomposition, and share the place of their syllable', () => {
  const text = '학교 A';
  expect(tokens('Jamo', text)).toEqual([
    { text: 'ᄒ', start: 0, end: 1 },
    { text: 'ᅡ', start: 0, end: 1 },
    { text: 'ᆨ', start: 0, end: 1 },
    { text: 'ᄀ', start: 1, end: 2 },
    { text: 'ᅭ', start: 1, end: 2 },
    { text: ' ', start: 2, end: 3 },
    { text: 'a', start: 3, end: 4 },
  ]);
  const joined = tokens('Jamo', LECTURE)
    .map((token) => token.text)
    .join('');
  expect(joined).toBe(LECTURE.normalize('NFD'));
});

const fragment = fc.constantFrom(
  ...[
    '나는',
    '학교에',
    '한'.normalize('NFD'),
    'ㅋ',
    'good',
    "don't",
    '3.14',
    '.',
    '!',
    '(',
    '_____',
  ],
  ...[' ', '  ', '\n', '\u00a0', '\u200b', '\u200d', '\u00ad', '\ufe0f', '\u0301', '\ud83d'],
  ...['😀', '👨‍👩‍👧', '🇰🇷', '👍🏽', '日本', 'é', 'ﬁ', 'İ'],
);
const anyText = fc.oneof(
  fc.array(fragment, { maxLength: 20 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

test('pieces laid side by side are the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const pieces = piecesOf(text);
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      expect(pieces.every(({ start, end }) => start < end)).toBe(true);
    }),
  );
});

test.each(tokenizerDefinitions.map(({ descriptor }) => descriptor.type))(
  '%s: tokens lie in the order of the text, and between them is nothing one sees',
  (type) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = tokens(type, text, { punctuation: 'separate' });
        let last = 0;
        for (const [at, { start, end }] of found.entries()) {
          const isShared = found[at - 1]?.start === start && found[at - 1]?.end === end;
          expect(isShared || start >= last).toBe(true);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        const gaps = found.map(({ start }, at) => text.slice(found[at - 1]?.end ?? 0, start));
        expect(gaps.join('').match(/[\p{L}\p{N}\p{P}\p{S}]/u)).toBeNull();
      }),
    );
  },
);

test('a text in NFD has the tokens of the same text in NFC', () => {
  for (const { descriptor } of tokenizerDefinitions) {
    const composed = `${LECTURE} café 각각`;
    const texts = (text: string) => tokens(descriptor.type, text).map((token) => token.text);
    expect(texts(composed.normalize('NFD'))).toEqual(texts(composed));
  }
});

test('characters end where Unicode says in Latin, Hangul and emoji', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const known = fc.constantFrom(
    ...['a', 'é', 'e\u0301', '한', '한'.normalize('NFD'), '가'.normalize('NFD'), '나는', ' ', '.'],
    ...['😀', '👨‍👩‍👧', '🇰🇷', '👍🏽', '❤️', '1️⃣', 'ㅋ', '日'],
  );
  fc.assert(
    fc.property(fc.array(known, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const ends = [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
      const found: number[] = [];
      for (let end = 0; end < text.length; found.push(end)) end = clusterEnd(text, end);
      expect(found).toEqual(ends);
    }),
  );
});
