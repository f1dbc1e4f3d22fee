/** Paths in a tree of layers, compared and taken apart. */
import type { LayerPath } from '../../../core/contract/layerPath.ts';

/** Whether the layer at `path` is the one at `outer`, or stands in it. */
export function isWithin(path: LayerPath, outer: LayerPath): boolean {
  return outer.every((index, depth) => path[depth] === index);
}

export const isSamePath = (a: LayerPath, b: LayerPath) => a.length === b.length && isWithin(a, b);

export const parentOf = (path: LayerPath): LayerPath => path.slice(0, -1);

export const indexOf = (path: LayerPath): number => path.at(-1) ?? 0;

/** In the order of the document, each before what it holds. */
export function comparePaths(a: LayerPath, b: LayerPath): number {
  for (const [depth, index] of a.entries()) {
    const other = b[depth];
    if (other === undefined) return 1;
    if (index !== other) return index - other;
  }
  return a.length - b.length;
}

/** In order, each once, and without those that stand in others of them. */
export function outermost(paths: readonly LayerPath[]): LayerPath[] {
  const kept: LayerPath[] = [];
  for (const path of [...paths].sort(comparePaths)) {
    const last = kept.at(-1);
    if (!last || !isWithin(path, last)) kept.push(path);
  }
  return kept;
}

/** Whether they are neighbours in one list; they are in order. */
export function areNeighbours(paths: readonly LayerPath[]): boolean {
  const [first] = paths;
  if (!first) return false;
  return paths.every((path, offset) =>
    isSamePath(path, [...parentOf(first), indexOf(first) + offset]),
  );
}
