/**
 * Layers from a few letters: `c6 5` is Conv2d with 6 filters and a window of 5.
 *
 * The layers that may be meant come best first. What must be given and was not is as in the last
 * layer of the type in the network, else modest.
 */
import type { ComponentDescriptor } from '../../../../core/contract/Catalog.ts';
import type { LayerSpec, Options } from '../../../../core/contract/ModelSpec.ts';
import { newLayer } from '../../../state/layers/newLayer.ts';
import { matchType } from './matchType.ts';
import { readOptions, type TypedProblem } from './readOptions.ts';

export interface MeantLayer {
  readonly descriptor: ComponentDescriptor;
  readonly layer: LayerSpec;
  readonly problem: TypedProblem | null;
}

export interface QuickAddCatalog {
  readonly layers: readonly ComponentDescriptor[];
  /** The name of the layer's family, and what it is for, in the language in use. */
  readonly wordsOf: (descriptor: ComponentDescriptor) => string;
  /** Options of the last layer of the type; empty where there is none. */
  readonly lastOptions: (type: string) => Options;
}

/** As matchType has it. */
const LETTERS_IN_ORDER = 4;
const WORDS_ONLY = 5;

/**
 * Nothing for an empty text. A name may be typed in several words, `batch norm`, where the second one
 * means no option.
 */
export function readQuickAdd(text: string, catalog: QuickAddCatalog): MeantLayer[] {
  const words = text.trim().split(/\s+/);
  const [first = '', ...parts] = words;
  if (first === '') return [];
  const found = inOrder(catalog, parts, (descriptor) =>
    readName(descriptor, first, catalog.wordsOf(descriptor)),
  );
  if (found[0] && found[0].problem?.kind !== 'unknown') return found;
  const isNumber = (word: string) => /^[+-]?\.?\d[^a-z]*$/i.test(word);
  const numberAt = words.findIndex(isNumber);
  for (let count = numberAt < 0 ? words.length : numberAt; count > 1; count -= 1) {
    const named = inOrder(catalog, words.slice(count), (descriptor) =>
      readNameOf(descriptor, words.slice(0, count), catalog.wordsOf(descriptor)),
    );
    if (named.length > 0) return named;
  }
  return found;
}

function inOrder(
  catalog: QuickAddCatalog,
  parts: readonly string[],
  read: (descriptor: ComponentDescriptor) => ReadName | null,
): MeantLayer[] {
  return catalog.layers
    .flatMap((descriptor) => {
      const name = read(descriptor);
      return name ? [{ descriptor, ...name }] : [];
    })
    .sort((a, b) => a.score - b.score)
    .map(({ descriptor, inline }) => meant(descriptor, [...inline, ...parts], catalog));
}

function meant(
  descriptor: ComponentDescriptor,
  parts: readonly string[],
  { lastOptions }: QuickAddCatalog,
): MeantLayer {
  const { options, problem } = readOptions(descriptor, parts);
  const required = descriptor.options.filter(
    ({ default: usual, inferred }) => usual === undefined && !inferred,
  );
  const last = lastOptions(descriptor.type);
  const repeated = required.flatMap(({ name }) =>
    last[name] === undefined ? [] : [[name, last[name]] as const],
  );
  const layer = newLayer(descriptor, { ...Object.fromEntries(repeated), ...options });
  return { descriptor, layer, problem };
}

interface ReadName {
  readonly score: number;
  /** What stood behind the name without a space: the 6 of `c6`. */
  readonly inline: readonly string[];
}

/** Digits may belong to the name (`bn2`) or be its first option (`c6`). */
function readName(
  { type, options }: ComponentDescriptor,
  first: string,
  words: string,
): ReadName | null {
  const [, name = '', digits = ''] = /^(\D+?)([\d.][\dx.]*)$/i.exec(first) ?? [];
  const inline = digits === '' ? [] : [digits];
  const asName = matchType(type, first);
  const asOption = digits === '' ? null : matchType(type, name);
  const counts = options.find(({ inferred }) => !inferred)?.kind;
  const takesCount = counts === 'integer' || counts === 'size';
  if (asOption !== null && (takesCount || asName === null)) {
    // BatchNorm1d reads the 2 of `bn2` as a number too, and is not what it means.
    return { score: asOption + (takesCount ? 0 : 0.5), inline };
  }
  if (asName !== null) return { score: asName, inline: [] };
  const isSaid = words.toLowerCase().includes(first.toLowerCase());
  return isSaid ? { score: WORDS_ONLY, inline: [] } : null;
}

/** Of several words: letters that merely stand somewhere in the name in this order mean nothing. */
function readNameOf(
  { type }: ComponentDescriptor,
  parts: readonly string[],
  words: string,
): ReadName | null {
  const score = matchType(type, parts.join(''));
  if (score !== null && score < LETTERS_IN_ORDER) return { score, inline: [] };
  const said = words.toLowerCase();
  const isSaid = parts.every((part) => part.length > 1 && said.includes(part.toLowerCase()));
  return isSaid ? { score: WORDS_ONLY, inline: [] } : null;
}
