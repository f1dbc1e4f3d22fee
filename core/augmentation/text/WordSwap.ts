import { type EditOptions, editOptions, editsFor } from './editOptions.ts';
import { idleWhereOrderIsUnseen } from './idleWhereOrderIsUnseen.ts';
import { isSameWord, type TextPart, withParts, wordPlaces, wordsOf } from './Passage.ts';
import type { TextAugmentation } from './TextAugmentation.ts';

/** Swap i exchanges the words first[i] and second[i], which are words[2 i] and words[2 i + 1]. */
type SwapDrawn = { words: string[]; first: number[]; second: number[] };

/**
 * Exchanges two words: 나는 학교에 가는 것을 좋아한다 . → 나는 좋아한다 가는 것을 학교에 .
 *
 * Equal words are never exchanged, and no word twice, so that no swap undoes another. A share counts
 * swaps. Source: "random swap" of Wei and Zou, 2019.
 */
export const WordSwap: TextAugmentation<EditOptions, SwapDrawn> = {
  kind: 'text',
  descriptor: {
    type: 'WordSwap',
    family: 'words',
    summary: {
      en: 'Exchanges two words, so that the order matters less.',
      ko: '두 단어의 자리를 서로 교환하여 어순에 덜 의존하게 합니다.',
    },
    equation: '나는 학교에 가는 것을 좋아한다 → 나는 좋아한다 가는 것을 학교에',
    options: [...editOptions],
  },

  idle: (_options, spec) => idleWhereOrderIsUnseen('WordSwap', spec),

  draw(random, options, passage) {
    const words = wordsOf(passage);
    const drawn: SwapDrawn = { words: [], first: [], second: [] };
    const free = words.map((_, word) => word);
    const edits = editsFor(options, words.length, Math.floor(words.length / 2));
    const take = (word: number) => free.splice(free.indexOf(word), 1);
    for (let edit = 0; edit < edits; edit++) {
      if (free.every((word) => isSameWord(words[word], words[free[0]]))) break;
      const first = free[random.nextBelow(free.length)];
      const others = free.filter((word) => !isSameWord(words[word], words[first]));
      const second = others[random.nextBelow(others.length)];
      drawn.first.push(first);
      drawn.second.push(second);
      drawn.words.push(words[first], words[second]);
      take(first);
      take(second);
    }
    return drawn.first.length === 0 ? null : drawn;
  },

  apply(passage, { first, second }) {
    const places = wordPlaces(passage);
    const changes = new Map<number, Omit<TextPart, 'before'>>();
    for (const [swap, word] of first.entries()) {
      const [a, b] = [places[word], places[second[swap]]];
      changes.set(a, { ...passage.parts[b], status: 'moved' });
      changes.set(b, { ...passage.parts[a], status: 'moved' });
    }
    return withParts(passage, changes);
  },

  describe({ words }) {
    const list = words
      .flatMap((word, at) => (at % 2 === 0 ? [`${word} ↔ ${words[at + 1]}`] : []))
      .join(', ');
    return { en: `swapped ${list}`, ko: `${list} 교환` };
  },
};
