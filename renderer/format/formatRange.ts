import type { OptionRange } from '../../core/contract/Catalog.ts';

/** An interval as mathematics writes it: `[0, 1)`, `(0, ∞)`. */
export function formatRange(range: OptionRange): string {
  const { minimum, maximum, minimumExclusive, maximumExclusive } = range;
  const open = minimum === undefined || minimumExclusive ? '(' : '[';
  const close = maximum === undefined || maximumExclusive ? ')' : ']';
  return `${open}${minimum ?? '−∞'}, ${maximum ?? '∞'}${close}`;
}
