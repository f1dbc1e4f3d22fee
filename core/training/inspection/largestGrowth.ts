/**
 * Which part of a network grew most between two iterations: what exploded before a number broke.
 *
 * Compared are the root mean squares of every layer's output and the norms of every parameter and
 * its gradient; the first in the order of computation wins a tie.
 */
import type { FaultyLayer } from './firstFault.ts';
import type { Inspection } from './Inspector.ts';
import { normOf } from './normOf.ts';

export interface Growth {
  readonly what: 'output' | 'gradient' | 'parameter';
  readonly layer: FaultyLayer;
  readonly tensor: string | null;
  readonly from: number;
  readonly to: number;
}

/** Less is no explosion. */
const NOTEWORTHY = 10;

/** Null where nothing grew tenfold. */
export function largestGrowth(earlier: Inspection, later: Inspection): Growth | null {
  const before = sizesOf(earlier);
  let largest: Growth | null = null;
  let most = NOTEWORTHY;
  for (const [index, { size, ...place }] of sizesOf(later).entries()) {
    const from = before[index].size;
    // From nothing, any size is infinite growth, and says nothing.
    if (!(from > 0) || !(size / from > most)) continue;
    most = size / from;
    largest = { ...place, from, to: size };
  }
  return largest;
}

type Size = Omit<Growth, 'from' | 'to'> & { readonly size: number };

function sizesOf({ layers, before, gradients }: Inspection): Size[] {
  return layers.flatMap(({ path, layer: { type }, output }): Size[] => {
    const layer = { path, type };
    const size = normOf(output) / Math.sqrt(output.length);
    const place = path.join('.');
    const own = Object.keys(gradients).filter(
      (name) => name.slice(0, name.lastIndexOf('.')) === place,
    );
    return [
      { what: 'output', layer, tensor: null, size },
      ...own.map((tensor) => ({
        what: 'parameter' as const,
        layer,
        tensor,
        size: normOf(before[tensor]),
      })),
      ...own.map((tensor) => ({
        what: 'gradient' as const,
        layer,
        tensor,
        size: normOf(gradients[tensor]),
      })),
    ];
  });
}
