/** What a page tells of many lengths: the middle, the ends, and how many lie where. */
export interface LengthSummary {
  readonly minimum: number;
  readonly median: number;
  readonly mean: number;
  /** No more than one in twenty is longer: a good length for TokenIds. */
  readonly percentile95: number;
  readonly maximum: number;
  /** Lengths in [low, high], neighbours without a gap between them. */
  readonly bins: readonly { readonly low: number; readonly high: number; readonly count: number }[];
}

/**
 * Percentiles by nearest rank, so that each is a length that occurs. At most `most` bins of equal
 * width over whole numbers. Null for no lengths.
 */
export function summarizeLengths(lengths: Uint32Array, most = 20): LengthSummary | null {
  if (lengths.length === 0) return null;
  const sorted = lengths.toSorted();
  const [minimum, maximum] = [sorted[0], sorted[sorted.length - 1]];
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  const width = Math.ceil((maximum - minimum + 1) / most);
  const counts = Array<number>(Math.ceil((maximum - minimum + 1) / width)).fill(0);
  for (const length of lengths) counts[Math.floor((length - minimum) / width)]++;
  return {
    minimum,
    median: rank(0.5),
    mean: lengths.reduce((total, length) => total + length, 0) / lengths.length,
    percentile95: rank(0.95),
    maximum,
    bins: counts.map((count, bin) => {
      const low = minimum + bin * width;
      return { low, high: low + width - 1, count };
    }),
  };
}
