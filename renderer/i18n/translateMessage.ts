/**
 * Says in Korean what the core and the service say in English.
 *
 * As gettext does, the English sentence is the key, so that nothing outside the window knows of
 * translations. `{name}` in a key takes any text, `{type}` and `{option}` one word. In the Korean,
 * `{option name}` is an option by its label, `{phrase name}` and `{sentence name}` are translated
 * themselves, and `{은/는}` is the particle for what stands before it.
 */
import messages from '../../resources/translations/messages.ko.json';
import type { Language } from './i18n.ts';
import { isParticlePair, particleAfter } from './particleAfter.ts';

export type OptionLabel = (option: string, type: string) => string;

interface Template {
  /** What a text must contain to be worth matching. */
  readonly literal: string;
  readonly pattern: RegExp;
  /** Like `pattern`, but no placeholder reaches over the end of a sentence. */
  readonly strict: RegExp;
  readonly names: readonly string[];
  readonly korean: string;
}

const LONGEST_TEXT = 1000;
const MOST_SENTENCES = 8;
const MOST_REMEMBERED = 500;

const sentences = compile(messages.sentences);
const phrases = compile(messages.phrases);
const remembered = new Map<string, string>();
const byName: OptionLabel = (option) => option;

/** The text itself where it is unknown; all of it is translated or nothing. */
export function translateMessage(
  language: Language,
  text: string,
  labelOf: OptionLabel = byName,
): string {
  if (language === 'en' || text.length > LONGEST_TEXT) return text;
  // Labels change once, when the catalog arrives.
  if (labelOf !== byName) return translateSentences(text, labelOf) ?? text;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const translated = translateSentences(text, labelOf) ?? text;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, translated);
  return translated;
}

/**
 * What stands inside a sentence: ours in the language in use, that of other programs as it came.
 */
export function translateDetail(language: Language, text: string): string {
  if (language === 'en' || text.length > LONGEST_TEXT) return text;
  return apply(phrases, text, byName, 'pattern') ?? translateMessage(language, text);
}

function translateSentences(
  text: string,
  labelOf: OptionLabel,
  left = MOST_SENTENCES,
): string | null {
  const whole = apply(sentences, text, labelOf, 'strict');
  if (whole !== null) return whole;
  for (const end of left > 0 ? sentenceEnds(text) : []) {
    const first = apply(sentences, text.slice(0, end), labelOf, 'strict');
    const rest = first && translateSentences(text.slice(end + 1), labelOf, left - 1);
    if (rest) return `${first} ${rest}`;
  }
  return apply(sentences, text, labelOf, 'pattern');
}

function sentenceEnds(text: string): number[] {
  return [...text.matchAll(/[.:] /g)].slice(0, MOST_SENTENCES).map(({ index }) => index + 1);
}

function apply(
  templates: readonly Template[],
  text: string,
  labelOf: OptionLabel,
  how: 'strict' | 'pattern',
): string | null {
  for (const template of templates) {
    if (!text.includes(template.literal)) continue;
    const match = template[how].exec(text);
    if (!match) continue;
    const values = new Map(template.names.map((name, at) => [name, match[at + 1] ?? '']));
    return render(template.korean, values, labelOf);
  }
  return null;
}

function render(korean: string, values: ReadonlyMap<string, string>, labelOf: OptionLabel) {
  let text = '';
  for (const [at, part] of korean.split(/[{}]/).entries()) {
    const isLiteral = at % 2 === 0;
    if (isLiteral) text += part;
    else if (isParticlePair(part)) text += particleAfter(text, part);
    else text += insert(part, values, labelOf);
  }
  return text;
}

function insert(part: string, values: ReadonlyMap<string, string>, labelOf: OptionLabel): string {
  const [kind = '', name = ''] = part.includes(' ') ? part.split(' ') : ['', part];
  const value = values.get(name) ?? '';
  if (kind === 'option') return labelOf(value, values.get('type') ?? '');
  if (kind === 'phrase') return apply(phrases, value, labelOf, 'pattern') ?? value;
  return kind === 'sentence' ? (translateSentences(value, labelOf) ?? value) : value;
}

function compile(entries: Readonly<Record<string, string>>): Template[] {
  const weight = (text: string) => text.replace(/\{\w+\}/g, '').length;
  return Object.entries(entries)
    .sort(([a], [b]) => weight(b) - weight(a))
    .map(([english, korean]) => {
      const parts = english.split(/[{}]/);
      const literals = parts.filter((_, at) => at % 2 === 0);
      return {
        literal: literals.reduce((a, b) => (b.length > a.length ? b : a)),
        pattern: patternOf(parts, '[\\s\\S]+?'),
        strict: patternOf(parts, '(?:(?!\\. [A-Z0-9"])[\\s\\S])+?'),
        names: parts.filter((_, at) => at % 2 === 1),
        korean,
      };
    });
}

function patternOf(parts: readonly string[], anything: string): RegExp {
  const source = parts.map((part, at) => {
    if (at % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return part === 'type' || part === 'option' ? '([\\w.]+)' : `(${anything})`;
  });
  return new RegExp(`^${source.join('')}$`);
}
