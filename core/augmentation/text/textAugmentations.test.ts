/** What every text augmentation promises, and the lecture's three examples. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOptions } from '../../catalog/parseOptions.ts';
import type { TextSpec } from '../../contract/ExperimentSpec.ts';
import type { Options } from '../../contract/ModelSpec.ts';
import { randomAt } from '../../random/randomAt.ts';
import { passageOf, textOf, wordsOf } from './Passage.ts';
import { RandomInsertion } from './RandomInsertion.ts';
import { textAugmentations } from './registry.ts';
import { SynonymReplacement } from './SynonymReplacement.ts';
import type { TextAugmentation } from './TextAugmentation.ts';
import { WordDeletion } from './WordDeletion.ts';
import { WordMove } from './WordMove.ts';
import { WordSwap } from './WordSwap.ts';

const LECTURE = '나는 학교에 가는 것을 좋아한다 .';
const SYNONYMS = ['학교: 학원, 교실', 'Film: movie', '', 'good : great,fine'];

/** Options as an experiment gives them, complete. */
function optionsOf({ descriptor }: { descriptor: TextAugmentation['descriptor'] }, given: Options) {
  const needed: Options = descriptor.type === 'SynonymReplacement' ? { synonyms: SYNONYMS } : {};
  return parseOptions(descriptor, { ...needed, ...given }, 'here');
}

describe('the lecture’s sentence gives its three forms', () => {
  const passage = passageOf(LECTURE);

  test('deletion', () => {
    const drawn = { words: ['학교에'], at: [1], leaveBlank: true };
    const result = WordDeletion.apply(passage, drawn);
    expect(textOf(result)).toBe('나는 _____ 가는 것을 좋아한다 .');
    expect(result.parts[1]).toEqual({
      ...{ before: ' ', text: '_____', kind: 'gap', status: 'deleted', was: '학교에' },
    });
    expect(WordDeletion.describe(drawn)).toEqual({ en: 'deleted 학교에', ko: '학교에 생략' });
    const closed = WordDeletion.apply(passage, { ...drawn, leaveBlank: false });
    expect(textOf(closed)).toBe('나는 가는 것을 좋아한다 .');
  });

  test('swap', () => {
    const drawn = { words: ['학교에', '좋아한다'], first: [1], second: [4] };
    const result = WordSwap.apply(passage, drawn);
    expect(textOf(result)).toBe('나는 좋아한다 가는 것을 학교에 .');
    expect(result.parts.map(({ status }) => status)).toEqual([
      ...['kept', 'moved', 'kept', 'kept', 'moved', 'kept'],
    ]);
    expect(WordSwap.describe(drawn).ko).toBe('학교에 ↔ 좋아한다 교환');
  });

  test('move', () => {
    const drawn = { words: ['학교에'], from: [1], to: [4] };
    const result = WordMove.apply(passage, drawn);
    expect(textOf(result)).toBe('나는 가는 것을 좋아한다 학교에 .');
    expect(result.parts.map(({ status }) => status)).toEqual([
      ...['kept', 'kept', 'kept', 'kept', 'moved', 'kept'],
    ]);
    expect(WordMove.describe(drawn).en).toBe('moved 학교에 to place 5');
  });

  test.each([
    [WordDeletion, '나는 _____ 가는 것을 좋아한다 .'],
    [WordSwap, '나는 좋아한다 가는 것을 학교에 .'],
    [WordMove, '나는 가는 것을 좋아한다 학교에 .'],
  ])('$0.descriptor.type draws it sooner or later', (augmentation: TextAugmentation, expected) => {
    const options = optionsOf(augmentation, {});
    const found = Array.from({ length: 500 }, (_, index) => {
      const random = randomAt({ seed: 1, stream: 'augment', index });
      const drawn = augmentation.draw(random, options, passage);
      return drawn && textOf(augmentation.apply(passage, drawn));
    });
    expect(found).toContain(expected);
  });
});

const word = fc.constantFrom(
  '학교에',
  '나는',
  'the',
  'The',
  'a',
  'Film',
  'good',
  'well-known',
  '😀',
);
const sign = fc.constantFrom('.', ' ,', '!', ' "', ' ');
const anyText = fc
  .array(fc.tuple(word, fc.option(sign, { nil: '' })), { maxLength: 12 })
  .map((parts) => parts.map(([one, after]) => one + after).join(' '));
const edits = fc.record({
  count: fc.integer({ min: 1, max: 20 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

const lower = (words: readonly string[]) => words.map((one) => one.toLowerCase());

describe.each(textAugmentations.map((one) => [one.descriptor.type, one] as const))(
  '%s',
  (type, one) => {
    const run = (text: string, given: Options, seed: number) => {
      const passage = passageOf(text);
      const options = optionsOf(one, given);
      const drawn = one.draw(randomAt({ seed, stream: 'augment' }), options, passage);
      return drawn && { drawn, result: one.apply(passage, drawn), before: passage };
    };

    test('what is drawn changes the text and leaves a word, at least', () => {
      fc.assert(
        fc.property(anyText, edits, fc.nat(), fc.boolean(), (text, given, seed, flag) => {
          const extra: Options = type === 'WordDeletion' ? { leaveBlank: flag } : {};
          const done = run(text, { ...given, ...extra }, seed);
          if (!done) return;
          expect(textOf(done.result)).not.toBe(text);
          expect(wordsOf(done.result).length).toBeGreaterThan(0);
          const statuses = done.result.parts.map(({ status }) => status);
          expect(statuses.some((status) => status !== 'kept')).toBe(true);
          const { en, ko } = one.describe(done.drawn);
          expect(en).not.toBe(ko);
          expect(JSON.parse(JSON.stringify(done.drawn))).toEqual(done.drawn);
        }),
      );
    });

    test('it finds something to do where the words allow', () => {
      fc.assert(
        fc.property(anyText, edits, fc.nat(), (text, given, seed) => {
          const words = lower(wordsOf(passageOf(text)));
          const isMixed = new Set(words).size > 1;
          const has = words.some((item) => /^(학교에|film|good)$/.test(item));
          const allows: Readonly<Record<string, boolean>> = {
            WordDeletion: words.length > 1,
            WordSwap: isMixed,
            WordMove: isMixed,
            SynonymReplacement: words.length > 1 && has,
            RandomInsertion: words.length > 1,
          };
          expect(run(text, given, seed) !== null).toBe(allows[type]);
        }),
      );
    });

    test('signs stay, and what is drawn depends on the address alone', () => {
      const text = '나는, "학교에" 가는 것을 좋아한다 .';
      const first = run(text, { count: 2 }, 7);
      expect(run(text, { count: 2 }, 7)).toEqual(first);
      const signs = first?.result.parts.filter(({ kind }) => kind === 'sign');
      expect(signs?.map((part) => part.text)).toEqual([',', '"', '"', '.']);
    });

    test.each(['', '.', '학교에', '"학교에" !'])('%j stays as it is', (text) => {
      expect(run(text, {}, 1)).toBeNull();
    });
  },
);

test('swaps and moves keep the words, deletions and insertions count', () => {
  const passage = passageOf(LECTURE);
  const random = () => randomAt({ seed: 3, stream: 'augment' });
  for (const one of [WordSwap, WordMove] as readonly TextAugmentation[]) {
    const drawn = one.draw(random(), optionsOf(one, { count: 3 }), passage);
    const words = drawn ? wordsOf(one.apply(passage, drawn)) : [];
    expect([...words].sort()).toEqual(wordsOf(passage).sort());
  }
  const deleted = WordDeletion.draw(random(), { count: 1, share: 0.6, leaveBlank: true }, passage);
  expect(deleted?.at).toHaveLength(3);
  const most = WordDeletion.draw(random(), { count: 99, share: 0, leaveBlank: true }, passage);
  expect(most?.at).toHaveLength(4);
  const inserted = RandomInsertion.draw(random(), { count: 2, share: 0, words: ['아주'] }, passage);
  expect(inserted?.words).toEqual(['아주', '아주']);
});

test('a move never goes past equal words alone', () => {
  const passage = passageOf('the the The good');
  for (let seed = 0; seed < 200; seed++) {
    const drawn = WordMove.draw(
      randomAt({ seed, stream: 'augment' }),
      { count: 1, share: 0 },
      passage,
    );
    const words = drawn ? wordsOf(WordMove.apply(passage, drawn)) : [];
    expect(lower(words)).not.toEqual(['the', 'the', 'the', 'good']);
  }
});

test('synonyms keep particles and capitals', () => {
  const passage = passageOf('Film 학교로 Good.');
  const options = { count: 9, share: 0, synonyms: SYNONYMS };
  const results = Array.from({ length: 20 }, (_, seed) => {
    const drawn = SynonymReplacement.draw(randomAt({ seed, stream: 'augment' }), options, passage);
    return drawn && textOf(SynonymReplacement.apply(passage, drawn));
  });
  expect([...new Set(results)].sort()).toEqual([
    'Movie 교실로 Fine.',
    'Movie 교실로 Great.',
    'Movie 학원으로 Fine.',
    'Movie 학원으로 Great.',
  ]);
});

test.each([
  [
    [],
    'SynonymReplacement needs synonyms: at least one line of the form "word: synonym, synonym".',
  ],
  [
    [' '],
    'SynonymReplacement needs synonyms: at least one line of the form "word: synonym, synonym".',
  ],
  [
    ['good: fine', 'bad'],
    'SynonymReplacement synonyms line 2 must read "word: synonym, synonym". Received "bad".',
  ],
  [
    ['good: GOOD'],
    'SynonymReplacement synonyms line 1 must read "word: synonym, synonym". Received "good: GOOD".',
  ],
  [SYNONYMS, null],
])('synonyms %j: %s', (synonyms, refusal) => {
  expect(SynonymReplacement.refusal?.({ count: 1, share: 0, synonyms })).toEqual(
    refusal === null ? null : { option: 'synonyms', message: refusal },
  );
});

test('what a vectorizer cannot see is told', () => {
  const spec = (tokenizer: string, vectorizer: string, options: Options = {}): TextSpec => ({
    tokenizer: { type: tokenizer, options: {} },
    vectorizer: { type: vectorizer, options },
  });
  const told = (one: TextAugmentation, read: TextSpec) =>
    one.idle?.(optionsOf(one, {}), read) ?? null;
  const augmentations: readonly TextAugmentation[] = textAugmentations;
  const idle = (read: TextSpec) =>
    augmentations.filter((one) => told(one, read)).map(({ descriptor }) => descriptor.type);
  expect(idle(spec('Words', 'BagOfWords'))).toEqual(['WordSwap', 'WordMove']);
  expect(idle(spec('Characters', 'TfIdf'))).toEqual(['WordSwap', 'WordMove']);
  expect(idle(spec('Words', 'BagOfWords', { binary: true }))).toEqual([
    ...['WordSwap', 'WordMove', 'RandomInsertion'],
  ]);
  expect(idle(spec('Words', 'BagOfWords', { ngramMax: 2, binary: true }))).toEqual([]);
  expect(idle(spec('Words', 'TokenIds'))).toEqual([]);
  const attached = { type: 'Words', options: { punctuation: 'attach' } };
  expect(idle({ ...spec('Words', 'BagOfWords'), tokenizer: attached })).toEqual([]);
  expect(WordSwap.idle?.({ count: 1, share: 0 }, spec('Words', 'BagOfWords'))).toBe(
    'WordSwap changes nothing here: BagOfWords of single tokens does not see their order.',
  );
});
