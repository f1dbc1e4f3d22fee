import type { TextSpec } from '../../contract/ExperimentSpec.ts';
import { prepareVectorizer } from '../../text/vectorizers/prepareVectorizer.ts';
import { type EditOptions, editOptions, editsFor } from './editOptions.ts';
import { type Passage, wordPlaces, wordsOf } from './Passage.ts';
import type { TextAugmentation } from './TextAugmentation.ts';

type InsertionOptions = EditOptions & { words: string[] };
/** One after the other: words[i] goes in front of word at[i], or behind the last one. */
type InsertionDrawn = { words: string[]; at: number[] };

/**
 * Puts words in at random places: words of a list, or of the text itself where there is none.
 *
 * Source: "random insertion" of Wei and Zou, 2019, which inserts synonyms of the text's words.
 */
export const RandomInsertion: TextAugmentation<InsertionOptions, InsertionDrawn> = {
  kind: 'text',
  descriptor: {
    type: 'RandomInsertion',
    family: 'words',
    summary: {
      en: 'Puts words in at random places, so that more words do not confuse.',
      ko: '임의의 자리에 단어를 삽입하여 군더더기에 흔들리지 않게 합니다.',
    },
    equation: '나는 학교에 간다 → 나는 아주 학교에 간다',
    options: [
      {
        name: 'words',
        kind: 'lines',
        default: [],
        label: { en: 'Words', ko: '삽입할 단어' },
        help: {
          en: 'A line for each word that may be inserted. Empty: words of the text itself.',
          ko: '삽입할 단어를 한 줄에 하나씩 적습니다. 비워 두면 글에 있는 단어를 씁니다.',
        },
      },
      ...editOptions,
    ],
  },

  idle: (options, spec) => (listOf(options).length === 0 ? idleOfCopies(spec) : null),

  draw(random, options, passage) {
    const own = wordsOf(passage);
    if (own.length < 2) return null;
    const list = listOf(options);
    const choices = list.length === 0 ? own : list;
    const edits = editsFor(options, own.length, Number.POSITIVE_INFINITY);
    const drawn: InsertionDrawn = { words: [], at: [] };
    for (let edit = 0; edit < edits; edit++) {
      drawn.words.push(choices[random.nextBelow(choices.length)]);
      drawn.at.push(random.nextBelow(own.length + edit + 1));
    }
    return drawn;
  },

  apply: (passage, { words, at }) =>
    at.reduce((before, place, edit) => inserted(before, words[edit], place), passage),

  describe({ words, at }) {
    const edits = words.map((word, edit) => ({ word, place: at[edit] + 1 }));
    const en = edits.map(({ word, place }) => `${word} at place ${place}`);
    const ko = edits.map(({ word, place }) => `${place}번째에 ${word}`);
    return { en: `inserted ${en.join(', ')}`, ko: `${ko.join(', ')} 삽입` };
  },
};

const listOf = ({ words }: InsertionOptions) =>
  words.map((word) => word.trim().normalize('NFC')).filter((word) => word !== '');

function inserted(passage: Passage, text: string, at: number): Passage {
  const places = wordPlaces(passage);
  const isLast = at === places.length;
  const place = isLast ? places[at - 1] + 1 : places[at];
  const part = { text, kind: 'word', status: 'inserted', was: null } as const;
  if (isLast) {
    return { ...passage, parts: passage.parts.toSpliced(place, 0, { ...part, before: ' ' }) };
  }
  const next = passage.parts[place];
  const pair = [
    { ...part, before: next.before },
    { ...next, before: ' ' },
  ];
  return { ...passage, parts: passage.parts.toSpliced(place, 1, ...pair) };
}

/** A second copy of a word is nothing to a model that sees only whether it is there. */
function idleOfCopies({ tokenizer, vectorizer }: TextSpec): string | null {
  if (tokenizer.type === 'Words' && tokenizer.options.punctuation === 'attach') return null;
  const { definition, options } = prepareVectorizer(vectorizer, 'preprocessing.text.vectorizer');
  if (definition.sees(options) !== 'presence') return null;
  return `RandomInsertion changes nothing here: it repeats words, and ${vectorizer.type} sees only whether they are there.`;
}
