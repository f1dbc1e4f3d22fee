/** Options as they are typed behind a layer's name: `6 5 padding 2`, `p.5`, `3x5`, `nobias`. */
import type { ComponentDescriptor, OptionDescriptor } from '../../../../core/contract/Catalog.ts';
import type { Options, OptionValue } from '../../../../core/contract/ModelSpec.ts';

/** What was typed and cannot be: a part that means nothing here, or an option out of its range. */
export type TypedProblem =
  | { readonly kind: 'unknown'; readonly part: string }
  | { readonly kind: 'range'; readonly option: OptionDescriptor; readonly part: string };

export interface TypedOptions {
  readonly options: Options;
  readonly problem: TypedProblem | null;
}

/** Numbers without a name go to the options in the catalog's order; what is inferred is left out. */
export function readOptions(
  { options: declared }: ComponentDescriptor,
  parts: readonly string[],
): TypedOptions {
  const options: Options = {};
  const rest = declared.filter(({ inferred }) => !inferred);
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    const named = /^([A-Za-z_]+)[=:]?(.*)$/.exec(part);
    const isNumber = numberOf(part) !== undefined;
    let option = isNumber ? rest.find(({ name }) => !Object.hasOwn(options, name)) : undefined;
    let text = part;
    if (!isNumber && named) {
      const [, name = '', behind = ''] = named;
      const chosen = choiceOf(declared, part);
      if (chosen) {
        options[chosen.option.name] = chosen.value;
        continue;
      }
      const off = switchedOff(declared, part);
      if (off) {
        options[off.name] = false;
        continue;
      }
      option = optionNamed(declared, name);
      if (option?.kind === 'boolean' && behind === '') {
        options[option.name] = true;
        continue;
      }
      text = behind === '' ? (parts[at + 1] ?? '') : behind;
      if (behind === '') at += 1;
    }
    if (!option) return { options, problem: { kind: 'unknown', part } };
    const value = valueFor(option, text);
    if (value === undefined) return { options, problem: { kind: 'range', option, part: text } };
    options[option.name] = value;
  }
  return { options, problem: null };
}

/** `6`, `-1`, `.5`, `1e-3`, and `3x5`, a height and a width. */
function numberOf(text: string): number | [number, number] | undefined {
  const pair = /^(\d+)x(\d+)$/i.exec(text);
  if (pair) return [Number(pair[1]), Number(pair[2])];
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

function optionNamed(declared: readonly OptionDescriptor[], word: string) {
  const wanted = word.replaceAll('_', '').toLowerCase();
  const named = declared.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  return named.find(({ inferred }) => !inferred) ?? named[0];
}

function choiceOf(declared: readonly OptionDescriptor[], word: string) {
  for (const option of declared) {
    const value = option.choices?.find((choice) => choice.toLowerCase() === word.toLowerCase());
    if (value !== undefined) return { option, value };
  }
  return null;
}

function switchedOff(declared: readonly OptionDescriptor[], word: string) {
  const name = /^no[-_]?(.+)$/i.exec(word)?.[1];
  return name === undefined
    ? undefined
    : declared.find((option) => option.kind === 'boolean' && isPrefix(option.name, name));
}

const isPrefix = (name: string, word: string) => name.toLowerCase().startsWith(word.toLowerCase());

/** Undefined where the text is no value of the option. */
function valueFor(option: OptionDescriptor, text: string): OptionValue | undefined {
  const { kind, choices = [] } = option;
  if (kind === 'boolean') return { true: true, on: true, false: false, off: false }[text];
  if (kind === 'choice') return choices.find((choice) => isPrefix(choice, text));
  if (kind === 'lines') return undefined;
  const value = numberOf(text);
  if (value === undefined) return undefined;
  const numbers = Array.isArray(value) ? value : [value];
  const isFit = numbers.every((one) => isInRange(option, one));
  if (!isFit || (Array.isArray(value) && kind !== 'size')) return undefined;
  if (kind !== 'numbers' && kind !== 'integers') return value;
  return Array(option.length ?? 1).fill(value);
}

function isInRange({ kind, range = {} }: OptionDescriptor, value: number): boolean {
  const { minimum = -Infinity, maximum = Infinity, minimumExclusive, maximumExclusive } = range;
  const isWhole = kind === 'number' || kind === 'numbers' || Number.isInteger(value);
  const isAbove = minimumExclusive ? value > minimum : value >= minimum;
  const isBelow = maximumExclusive ? value < maximum : value <= maximum;
  return isWhole && isAbove && isBelow;
}
