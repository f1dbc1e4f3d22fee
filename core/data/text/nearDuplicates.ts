/**
 * Texts that are nearly the same, found without comparing each with each.
 *
 * MinHash (Broder, 1997): the least of a hash over a text's shingles is the same for two texts as
 * often as their shingles are. Sixteen bands of four such numbers make two texts of similarity 0.8
 * meet in a band with probability 0.9998, of 0.3 with 0.12; those that meet are compared in full, so
 * that what is told is true. Memory: 64 bytes a text, and the texts of one comparison.
 */
import { mix } from './hashText.ts';
import { runsOfEqual } from './runsOfEqual.ts';
import { jaccard, shinglesOf } from './shinglesOf.ts';
import type { Texts } from './Texts.ts';

const BANDS = 16;
const ROWS = 4;
/** Members of a group that a newcomer of the same band is compared with. */
const MOST_COMPARED = 8;

export interface NearDuplicates {
  /** At least two, in rising order; each resembles another one of the group. */
  readonly places: readonly number[];
  /** The least similarity by which one of them was found to belong, in [threshold, 1]. */
  readonly similarity: number;
}

/**
 * Groups of texts whose shingles overlap (Jaccard) by `threshold` or more, by their first place. Equal
 * texts are among them. Texts that no word is in are left out.
 */
export function nearDuplicates(texts: Texts, threshold = 0.8): NearDuplicates[] {
  const bands = bandKeys(texts);
  const groups = new Groups(texts.length);
  for (const keys of bands) {
    for (const run of runsOfEqual(keys)) joinRun(run, keys, texts, threshold, groups);
  }
  return groups.found();
}

/** For each band a key a text; 0 where a text has no shingle. */
function bandKeys(texts: Texts): Uint32Array[] {
  const bands = Array.from({ length: BANDS }, () => new Uint32Array(texts.length));
  const least = new Uint32Array(BANDS * ROWS);
  for (let place = 0; place < texts.length; place++) {
    const shingles = shinglesOf(texts.at(place) ?? '');
    if (shingles.size === 0) continue;
    fillLeast(shingles, least);
    for (const [band, keys] of bands.entries()) {
      let key = band;
      for (let row = 0; row < ROWS; row++) key = mix(key ^ least[band * ROWS + row]);
      keys[place] = Math.max(1, key);
    }
  }
  return bands;
}

function fillLeast(shingles: ReadonlySet<number>, least: Uint32Array): void {
  least.fill(0xffffffff);
  for (const shingle of shingles) {
    for (let hash = 0; hash < least.length; hash++) {
      const value = mix(shingle ^ SEEDS[hash]);
      if (value < least[hash]) least[hash] = value;
    }
  }
}

const SEEDS = Uint32Array.from({ length: BANDS * ROWS }, (_, hash) => mix(0x9e3779b9 * (hash + 1)));

function joinRun(
  run: readonly number[],
  keys: Uint32Array,
  texts: Texts,
  threshold: number,
  groups: Groups,
): void {
  if (keys[run[0]] === 0) return;
  const seen: { readonly place: number; readonly shingles: ReadonlySet<number> }[] = [];
  for (const place of run) {
    const fresh = seen.filter((one) => !groups.isJoined(one.place, place));
    if (fresh.length === 0 && seen.length > 0) continue;
    const shingles = shinglesOf(texts.at(place) ?? '');
    for (const other of fresh) {
      const similarity = jaccard(shingles, other.shingles);
      if (similarity < threshold) continue;
      groups.join(other.place, place, similarity);
      break;
    }
    if (seen.length < MOST_COMPARED) seen.push({ place, shingles });
  }
}

/** Disjoint sets of places, each known by its first one. */
class Groups {
  readonly #parents: Uint32Array;
  readonly #similarities: Float32Array;

  constructor(count: number) {
    this.#parents = Uint32Array.from({ length: count }, (_, place) => place);
    this.#similarities = new Float32Array(count).fill(1);
  }

  isJoined(a: number, b: number): boolean {
    return this.#root(a) === this.#root(b);
  }

  join(a: number, b: number, similarity: number): void {
    const [first, second] = [this.#root(a), this.#root(b)].sort((left, right) => left - right);
    const least = Math.min(this.#similarities[first], this.#similarities[second], similarity);
    this.#parents[second] = first;
    this.#similarities[first] = least;
  }

  found(): NearDuplicates[] {
    const groups = new Map<number, number[]>();
    for (let place = 0; place < this.#parents.length; place++) {
      const root = this.#root(place);
      if (root === place) continue;
      const group = groups.get(root) ?? [root];
      group.push(place);
      groups.set(root, group);
    }
    return [...groups]
      .sort(([a], [b]) => a - b)
      .map(([root, places]) => ({ places, similarity: this.#similarities[root] }));
  }

  #root(place: number): number {
    let root = place;
    while (this.#parents[root] !== root) {
      this.#parents[root] = this.#parents[this.#parents[root]];
      root = this.#parents[root];
    }
    return root;
  }
}
