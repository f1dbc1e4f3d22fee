import { replaceStem } from '../../text/korean/replaceStem.ts';
import { normalizeToken } from '../../text/scan/normalizeToken.ts';
import { drawDistinct } from './drawDistinct.ts';
import { type EditOptions, editOptions, editsFor } from './editOptions.ts';
import { type TextPart, withParts, wordPlaces, wordsOf } from './Passage.ts';
import { parseSynonyms, type SynonymList, synonymLists } from './synonymLists.ts';
import type { TextAugmentation } from './TextAugmentation.ts';

type SynonymOptions = EditOptions & { synonyms: string[] };
type SynonymDrawn = { words: string[]; at: number[]; replacements: string[] };

/**
 * Puts synonyms from a person's list in place of words: 학교에 → 학원에.
 *
 * Korean nouns are found with their particles, which follow the new noun (학교로 → 집으로); a capital
 * letter at the start stays one. Source: "synonym replacement" of Wei and Zou, 2019, with a list of
 * one's own in place of WordNet.
 */
export const SynonymReplacement: TextAugmentation<SynonymOptions, SynonymDrawn> = {
  kind: 'text',
  descriptor: {
    type: 'SynonymReplacement',
    family: 'words',
    summary: {
      en: 'Puts synonyms from a list of your own in place of words.',
      ko: '직접 적은 목록에 따라 단어를 동의어로 바꿉니다.',
    },
    equation: '학교: 학원, 교실 → 나는 학원에 가는 것을 좋아한다',
    options: [
      {
        name: 'synonyms',
        kind: 'lines',
        default: [],
        label: { en: 'Synonyms', ko: '동의어 목록' },
        help: {
          en: 'A line for each word, as in “good: great, fine”. Particles of Korean nouns follow.',
          ko: '한 줄에 한 단어씩 “학교: 학원, 교실”처럼 적습니다. 조사는 알아서 맞춥니다.',
        },
      },
      ...editOptions,
    ],
  },

  refusal({ synonyms }) {
    const wrong = synonyms.findIndex((line) => parseSynonyms(line) === null);
    if (wrong >= 0) {
      const line = JSON.stringify(synonyms[wrong]);
      return refuse(
        `SynonymReplacement synonyms line ${wrong + 1} must read "word: synonym, synonym". Received ${line}.`,
      );
    }
    if (synonymLists(synonyms).length > 0) return null;
    return refuse(
      'SynonymReplacement needs synonyms: at least one line of the form "word: synonym, synonym".',
    );
  },

  draw(random, options, passage) {
    const words = wordsOf(passage);
    if (words.length < 2) return null;
    const lists = synonymLists(options.synonyms);
    const choices = words.map((word) => replacementsOf(word, lists));
    const candidates = words.flatMap((_, word) => (choices[word].length > 0 ? [word] : []));
    if (candidates.length === 0) return null;
    const edits = editsFor(options, words.length, candidates.length);
    const at = drawDistinct(random, candidates.length, edits).map((place) => candidates[place]);
    const replacements = at.map((word) => choices[word][random.nextBelow(choices[word].length)]);
    return { words: at.map((word) => words[word]), at, replacements };
  },

  apply(passage, { at, replacements }) {
    const places = wordPlaces(passage);
    const changes = new Map<number, Omit<TextPart, 'before'>>();
    for (const [edit, word] of at.entries()) {
      const was = passage.parts[places[word]].text;
      changes.set(places[word], { text: replacements[edit], kind: 'word', status: 'changed', was });
    }
    return withParts(passage, changes);
  },

  describe({ words, replacements }) {
    const list = words.map((word, at) => `${word} → ${replacements[at]}`).join(', ');
    return { en: `replaced ${list}`, ko: `${list} 교체` };
  },
};

const refuse = (message: string) => ({ option: 'synonyms', message });

function replacementsOf(word: string, lists: readonly SynonymList[]): string[] {
  const plain = normalizeToken(word, true);
  const isCapital = /^\p{Lu}/u.test(word);
  return lists.flatMap(({ word: stem, synonyms }) =>
    synonyms.flatMap((synonym) => {
      const replaced = replaceStem(plain, stem, synonym);
      if (replaced === null || replaced === plain) return [];
      return [isCapital ? capitalized(replaced) : replaced];
    }),
  );
}

const capitalized = (word: string) =>
  String.fromCodePoint(word.codePointAt(0) ?? 0).toUpperCase() +
  word.slice((word.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
