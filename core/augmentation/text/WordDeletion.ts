import { drawDistinct } from './drawDistinct.ts';
import { type EditOptions, editOptions, editsFor } from './editOptions.ts';
import { type TextPart, withParts, wordPlaces, wordsOf } from './Passage.ts';
import type { TextAugmentation } from './TextAugmentation.ts';

type DeletionOptions = EditOptions & { leaveBlank: boolean };
type DeletionDrawn = { words: string[]; at: number[]; leaveBlank: boolean };

/** As the lecture writes it; to a vocabulary an unknown word. */
const BLANK = '_____';

/**
 * Takes words out: 나는 학교에 가는 것을 좋아한다 . → 나는 _____ 가는 것을 좋아한다 .
 *
 * With `leaveBlank` a blank stays in the word's place, else the text closes up. One word at least is
 * left. Source: Wei and Zou, "EDA: easy data augmentation techniques for boosting performance on
 * text classification tasks", 2019.
 */
export const WordDeletion: TextAugmentation<DeletionOptions, DeletionDrawn> = {
  kind: 'text',
  descriptor: {
    type: 'WordDeletion',
    family: 'words',
    summary: {
      en: 'Takes words out, so that no single word decides.',
      ko: '단어를 생략하여 어느 한 단어에만 의존하지 않게 합니다.',
    },
    equation: '나는 학교에 가는 것을 → 나는 _____ 가는 것을',
    options: [
      {
        name: 'leaveBlank',
        kind: 'boolean',
        default: true,
        label: { en: 'Leave a blank', ko: '빈칸 남기기' },
        help: {
          en: '_____ stays in the word’s place. Without it the text closes up.',
          ko: '단어가 있던 자리에 _____를 남깁니다. 끄면 앞뒤를 붙입니다.',
        },
      },
      ...editOptions,
    ],
  },

  draw(random, options, passage) {
    const words = wordsOf(passage);
    if (words.length < 2) return null;
    const edits = editsFor(options, words.length, words.length - 1);
    const at = drawDistinct(random, words.length, edits);
    return { words: at.map((word) => words[word]), at, leaveBlank: options.leaveBlank };
  },

  apply(passage, { at, leaveBlank }) {
    const places = wordPlaces(passage);
    const text = leaveBlank ? BLANK : '';
    const gap = (word: number): [number, Omit<TextPart, 'before'>] => {
      const was = passage.parts[places[word]].text;
      return [places[word], { text, kind: 'gap', status: 'deleted', was }];
    };
    return withParts(passage, new Map(at.map(gap)));
  },

  describe({ words }) {
    const list = words.join(', ');
    return { en: `deleted ${list}`, ko: `${list} 생략` };
  },
};
