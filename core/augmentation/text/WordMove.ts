import type { Random } from '../../random/Random.ts';
import { type EditOptions, editOptions, editsFor } from './editOptions.ts';
import { idleWhereOrderIsUnseen } from './idleWhereOrderIsUnseen.ts';
import { isSameWord, type TextPart, withParts, wordPlaces, wordsOf } from './Passage.ts';
import type { TextAugmentation } from './TextAugmentation.ts';

/** One move after the other: the word at from[i] goes to place to[i], those between close up. */
type MoveDrawn = { words: string[]; from: number[]; to: number[] };

/**
 * Moves a word: 나는 학교에 가는 것을 좋아한다 . → 나는 가는 것을 좋아한다 학교에 .
 *
 * Words between the two places close up; blanks and signs stay. A move past nothing but equal words
 * would change nothing and is never drawn.
 */
export const WordMove: TextAugmentation<EditOptions, MoveDrawn> = {
  kind: 'text',
  descriptor: {
    type: 'WordMove',
    family: 'words',
    summary: {
      en: 'Moves a word to another place, so that the order matters less.',
      ko: '단어를 다른 자리로 이동하여 어순에 덜 의존하게 합니다.',
    },
    equation: '나는 학교에 가는 것을 좋아한다 → 나는 가는 것을 좋아한다 학교에',
    options: [...editOptions],
  },

  idle: (_options, spec) => idleWhereOrderIsUnseen('WordMove', spec),

  draw(random, options, passage) {
    const before = wordsOf(passage);
    if (before.every((word) => isSameWord(word, before[0]))) return null;
    const drawn: MoveDrawn = { words: [], from: [], to: [] };
    let words = before;
    const edits = editsFor(options, before.length, before.length - 1);
    for (let edit = 0; edit < edits; edit++) {
      const from = random.nextBelow(words.length);
      const to = drawTarget(random, words, from);
      drawn.words.push(words[from]);
      drawn.from.push(from);
      drawn.to.push(to);
      words = moved(words, from, to);
    }
    const isBack = words.every((word, at) => isSameWord(word, before[at]));
    // The last move brought everything back, so that without it something has moved.
    return isBack ? withoutLast(drawn) : drawn;
  },

  apply(passage, { from, to }) {
    const places = wordPlaces(passage);
    let contents: readonly Omit<TextPart, 'before'>[] = places.map((place) => passage.parts[place]);
    for (const [move, word] of from.entries()) {
      contents = moved(contents, word, to[move], (part) => ({ ...part, status: 'moved' }));
    }
    return withParts(passage, new Map(places.map((place, word) => [place, contents[word]])));
  },

  describe({ words, to }) {
    const moves = words.map((word, at) => ({ word, place: to[at] + 1 }));
    const en = moves.map(({ word, place }) => `${word} to place ${place}`);
    const ko = moves.map(({ word, place }) => `${word} → ${place}번째`);
    return { en: `moved ${en.join(', ')}`, ko: `${ko.join(', ')} 이동` };
  },
};

/** Any place on the way to which another word is passed. */
function drawTarget(random: Random, words: readonly string[], from: number): number {
  const differs = (word: string) => !isSameWord(word, words[from]);
  const left = words.slice(0, from).findLastIndex(differs);
  const right = words.findIndex((word, at) => at > from && differs(word));
  const behind = right < 0 ? 0 : words.length - right;
  const chosen = random.nextBelow(left + 1 + behind);
  return chosen <= left ? chosen : right + chosen - (left + 1);
}

function moved<T>(list: readonly T[], from: number, to: number, mark = (item: T) => item): T[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, mark(list[from]));
}

const withoutLast = ({ words, from, to }: MoveDrawn): MoveDrawn => ({
  words: words.slice(0, -1),
  from: from.slice(0, -1),
  to: to.slice(0, -1),
});
