import { parseNumber } from './parseNumber.ts';

/** The numbers of a row such as `10, 20` or `3 × 5`; null when one of them is none. */
export function parseNumberList(text: string): number[] | null {
  const words = text.split(/[\s,;×]+/).filter((word) => word !== '');
  const numbers = words.map(parseNumber);
  return numbers.every((number) => number !== null) ? numbers : null;
}
