import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { Options } from '../contract/ModelSpec.ts';

/**
 * A letter that goes on behind a symbol makes another one of it: `lrₑ` is not `lr`, but `γᵉ` is a
 * power of γ.
 */
const ENDS = '(?![\\p{L}\\p{N}\\u0300-\\u036f](?<![²³ᵉⁿ]))';

/**
 * The equation with the numbers of the options in place of their symbols: `p ← p − 0.01 · v`.
 * Options are complete; what is left out stays a symbol.
 */
export function filledEquation(
  { equation, options: known }: ComponentDescriptor,
  options: Readonly<Options>,
): string {
  const numbers = new Map<string, number>();
  for (const { name, symbols = [] } of known) {
    const value = options[name];
    const values = Array.isArray(value) ? value : [value];
    for (const [at, symbol] of symbols.entries()) {
      const number = values[at];
      if (typeof number === 'number') numbers.set(symbol, number);
    }
  }
  const symbols = [...numbers.keys()].sort((a, b) => b.length - a.length);
  if (symbols.length === 0) return equation;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${symbols.join('|')})${ENDS}`, 'gu');
  return equation.replace(pattern, (symbol) => String(numbers.get(symbol)));
}
