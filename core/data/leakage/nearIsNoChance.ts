import type { Dataset } from '../Dataset.ts';

/** How often two draws from a normal distribution lie within 0.01 standard deviations: 0.02 / 2√π. */
const CHANCE = 0.02 / (2 * Math.sqrt(Math.PI));

/**
 * Whether samples that are nearly the same are worth a word. In a table of few numbers and many rows
 * some are so by chance alone: expected pairs N² / 2 · chance ^ numbers, of independent columns.
 */
export function nearIsNoChance(
  { kind, columns, samples }: Dataset,
  excluded: ReadonlySet<string>,
): boolean {
  if (kind !== 'table') return true;
  const numbers = columns.filter(({ name, type }) => type !== 'category' && !excluded.has(name));
  return (samples ** 2 / 2) * CHANCE ** numbers.length < 1;
}
