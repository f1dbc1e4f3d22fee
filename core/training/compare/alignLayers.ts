import type { LayerPair } from '../../contract/ExperimentComparison.ts';
import type { LayerSpec } from '../../contract/ModelSpec.ts';

/**
 * The layers of two networks side by side, in order: the alignment with the most layers that are
 * alike, and among those the one with the most of the same type.
 *
 * A dynamic program over all pairs of positions, as diff tools do: O(n · m) for n and m layers.
 */
export function alignLayers(
  first: readonly LayerSpec[],
  second: readonly LayerSpec[],
): LayerPair[] {
  const keys = [first.map(keyOf), second.map(keyOf)] as const;
  const likeness = (i: number, j: number) => {
    if (keys[0][i] === keys[1][j]) return ALIKE;
    return first[i].type === second[j].type ? SAME_TYPE : 0;
  };
  const best = bestAlignments(first.length, second.length, likeness);
  const pairs: LayerPair[] = [];
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    const isPair = i < first.length && j < second.length && likeness(i, j) > 0;
    if (isPair && best[i][j] === likeness(i, j) + best[i + 1][j + 1]) {
      const isSame = likeness(i, j) === ALIKE;
      pairs.push({ first: shown(first[i], i), second: shown(second[j], j), isSame });
      i += 1;
      j += 1;
    } else if (j >= second.length || (i < first.length && best[i][j] === best[i + 1][j])) {
      pairs.push({ first: shown(first[i], i), second: null, isSame: false });
      i += 1;
    } else {
      pairs.push({ first: null, second: shown(second[j], j), isSame: false });
      j += 1;
    }
  }
  return pairs;
}

/** One layer that is alike outweighs any number of the same type: there are at most 1,000. */
const ALIKE = 2000;
const SAME_TYPE = 1;

/** best[i][j]: of the layers from i and from j on. */
function bestAlignments(n: number, m: number, likeness: (i: number, j: number) => number) {
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const apart = Math.max(best[i + 1][j], best[i][j + 1]);
      const paired = likeness(i, j) > 0 ? likeness(i, j) + best[i + 1][j + 1] : 0;
      best[i][j] = Math.max(apart, paired);
    }
  }
  return best;
}

/** The same for layers that differ in the order of their options alone. */
function keyOf({ type, options, layers }: LayerSpec): string {
  const sorted = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([type, sorted, layers?.map(keyOf) ?? null]);
}

const shown = (layer: LayerSpec, index: number) => ({ index, layer });
