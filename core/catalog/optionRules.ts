/** What values an option takes: the rule, and the same rule in words. */
import type { OptionDescriptor, OptionRange } from '../contract/Catalog.ts';

/**
 * Whether the value has the option's kind and lies in its range. Values from outside are not
 * trusted to be typed.
 */
export function isAllowed(option: OptionDescriptor, value: unknown): boolean {
  const inside = (number: unknown) => isInRange(number, option.range);
  const isInteger = (number: unknown) => Number.isSafeInteger(number) && inside(number);
  switch (option.kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && (option.choices ?? []).includes(value);
    case 'integer':
      return isInteger(value);
    case 'number':
      return inside(value);
    case 'size':
      return isInteger(value) || (isPair(value) && value.every(isInteger));
    case 'numbers':
      return isList(option, value) && value.every(inside);
    case 'integers':
      return isList(option, value) && value.every(isInteger);
    case 'lines':
      return isList(option, value) && value.every((line) => typeof line === 'string');
    default:
      return option.kind satisfies never;
  }
}

/**
 * `in [0, 1)`, `an integer in [1, ∞)`, `true or false`, `inverted or classic`, `2 numbers in [0,
 * 1)`, `a list of integers in [1, ∞)`, `an integer or [height, width] in [1, ∞)`.
 */
export function describeOption(option: OptionDescriptor): string {
  const range = formatRange(option.range);
  switch (option.kind) {
    case 'boolean':
      return 'true or false';
    case 'choice':
      return (option.choices ?? []).join(' or ');
    case 'integer':
      return `an integer${range}`;
    case 'number':
      return range === '' ? 'a number' : range.trimStart();
    case 'size':
      return `an integer or [height, width]${range}`;
    case 'numbers':
    case 'integers':
      return `${option.length ?? 'a list of'} ${option.kind}${range}`;
    case 'lines':
      return 'a list of lines';
    default:
      return option.kind satisfies never;
  }
}

const isPair = (value: unknown): value is unknown[] => Array.isArray(value) && value.length === 2;

function isList(option: OptionDescriptor, value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length === (option.length ?? value.length);
}

function isInRange(value: unknown, range: OptionRange = {}): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = range;
  const aboveMinimum = range.minimumExclusive ? value > minimum : value >= minimum;
  const belowMaximum = range.maximumExclusive ? value < maximum : value <= maximum;
  return aboveMinimum && belowMaximum;
}

function formatRange(range: OptionRange | undefined): string {
  if (!range) return '';
  const { minimum, maximum, minimumExclusive, maximumExclusive } = range;
  const left = minimum === undefined ? '(-∞' : `${minimumExclusive ? '(' : '['}${minimum}`;
  const right = maximum === undefined ? '∞)' : `${maximum}${maximumExclusive ? ')' : ']'}`;
  return ` in ${left}, ${right}`;
}
