/**
 * Whether one column alone gives the target away: the sign of a feature that is the target in
 * disguise, or was measured after it.
 *
 * Every rule guesses a sample from the *other* samples alone, so that a column of unique numbers,
 * which tells samples apart and predicts nothing, is not suspected.
 */
export interface Determination {
  /**
   * `category`: the most frequent class of the other samples of the same category. `neighbour`: the
   * class of the sample whose value is nearest. `linear`, `monotone`: the
   * correlation of values, of ranks, with a number.
   */
  readonly rule: 'category' | 'neighbour' | 'linear' | 'monotone';
  /** Share of samples guessed right, or the absolute correlation. */
  readonly score: number;
  /** Share that always guessing the most frequent class gets right; null for a number. */
  readonly baseline: number | null;
}

/** A real measurement that separates classes well stays below this; a disguised target does not. */
const LEAST_ACCURACY = 0.99;
const LEAST_CORRELATION = 0.9999;
/** Of the guesses that the baseline gets wrong, the share that must be right. */
const LEAST_GAIN = 0.9;

export interface ColumnValues {
  readonly isCategory: boolean;
  /** One a sample; NaN where it is missing, and such samples count as guessed wrong. */
  readonly values: Float32Array;
}

/** For a target of classes. Null when the column determines nothing. */
export function determinesClass(
  { isCategory, values }: ColumnValues,
  targets: Int32Array,
  classes: number,
): Determination | null {
  const isDiscrete = isCategory || new Set(values).size <= Math.sqrt(values.length);
  const right = isDiscrete
    ? guessedByEqual(values, targets, classes)
    : guessedByNeighbour(values, targets);
  const score = right / targets.length;
  const baseline = largestShare(targets, classes);
  const gain = (score - baseline) / (1 - baseline);
  if (score < LEAST_ACCURACY || !(gain >= LEAST_GAIN)) return null;
  return { rule: isDiscrete ? 'category' : 'neighbour', score, baseline };
}

/** For a target of numbers. Null when the column determines nothing. */
export function determinesNumber(
  { isCategory, values }: ColumnValues,
  targets: Float32Array,
): Determination | null {
  if (isCategory || values.some(Number.isNaN)) return null;
  const linear = Math.abs(correlation(values, targets));
  if (linear >= LEAST_CORRELATION) return { rule: 'linear', score: linear, baseline: null };
  const monotone = Math.abs(correlation(ranks(values), ranks(targets)));
  if (monotone < LEAST_CORRELATION) return null;
  return { rule: 'monotone', score: monotone, baseline: null };
}

function largestShare(targets: Int32Array, classes: number): number {
  const counts = new Float64Array(classes);
  for (const target of targets) counts[target] += 1;
  return Math.max(...counts) / targets.length;
}

function guessedByEqual(values: Float32Array, targets: Int32Array, classes: number): number {
  const counts = new Map<number, Float64Array>();
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    const known = counts.get(value) ?? new Float64Array(classes);
    known[targets[row]] += 1;
    counts.set(value, known);
  }
  let right = 0;
  for (const [row, value] of values.entries()) {
    const others = counts.get(value);
    if (!others) continue;
    const own = targets[row];
    const rest = others[own] - 1;
    const isMajority = others.every((count, other) => other === own || count < rest);
    if (rest > 0 && isMajority) right += 1;
  }
  return right;
}

function guessedByNeighbour(values: Float32Array, targets: Int32Array): number {
  const order = Int32Array.from(values.keys())
    .filter((row) => !Number.isNaN(values[row]))
    .sort((a, b) => values[a] - values[b]);
  const distance = (a: number, b: number) => {
    const inside = b >= 0 && b < order.length;
    return inside ? Math.abs(values[order[a]] - values[order[b]]) : Number.POSITIVE_INFINITY;
  };
  let right = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const nearest = distance(rank, rank - 1) <= distance(rank, rank + 1) ? rank - 1 : rank + 1;
    if (targets[order[nearest]] === targets[order[rank]]) right += 1;
  }
  return right;
}

/** Pearson's; 0 where one of them is constant. */
function correlation(a: Float32Array, b: Float32Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    products += (a[i] - meanA) * (b[i] - meanB);
    squaresA += (a[i] - meanA) ** 2;
    squaresB += (b[i] - meanB) ** 2;
  }
  const scale = Math.sqrt(squaresA * squaresB);
  return scale > 0 ? products / scale : 0;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** 0, 1, 2 ... in order of the values; equal ones share the mean of their places. */
function ranks(values: Float32Array): Float32Array {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const result = new Float32Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]] === values[order[start]]) end += 1;
    for (let rank = start; rank < end; rank++) result[order[rank]] = (start + end - 1) / 2;
    start = end;
  }
  return result;
}
