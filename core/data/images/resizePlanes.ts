/**
 * Resizes images by Pillow's BILINEAR: a triangle of weights around each new pixel, as wide as one
 * pixel when enlarging and as wide as the ratio when shrinking, so that no pixel of a photograph is
 * skipped. Height and width one after the other, rounded to bytes between.
 *
 * Source: Pillow, `src/libImaging/Resample.c`.
 */

interface Weights {
  /** First source pixel of each new one. */
  readonly starts: Int32Array;
  /** [new size, taps]. */
  readonly weights: Float64Array;
  readonly taps: number;
}

export interface PlaneSize {
  readonly height: number;
  readonly width: number;
}

/** `planes` is [channels, from.height, from.width]; the result has the size `to`. */
export function resizePlanes(planes: Uint8Array, from: PlaneSize, to: PlaneSize): Uint8Array {
  if (from.width === to.width && from.height === to.height) return planes;
  const channels = planes.length / (from.width * from.height);
  const across = weightsOf(from.width, to.width);
  const down = weightsOf(from.height, to.height);
  const narrow = new Uint8Array(channels * from.height * to.width);
  for (let row = 0; row < channels * from.height; row++) {
    resampleLine(planes, row * from.width, 1, across, narrow, row * to.width, 1);
  }
  const out = new Uint8Array(channels * to.height * to.width);
  for (let channel = 0; channel < channels; channel++) {
    for (let column = 0; column < to.width; column++) {
      const source = channel * from.height * to.width + column;
      const target = channel * to.height * to.width + column;
      resampleLine(narrow, source, to.width, down, out, target, to.width);
    }
  }
  return out;
}

function resampleLine(
  source: Uint8Array,
  from: number,
  stride: number,
  { starts, weights, taps }: Weights,
  out: Uint8Array,
  to: number,
  step: number,
): void {
  for (let index = 0; index < starts.length; index++) {
    let sum = 0.5;
    let at = from + starts[index] * stride;
    const first = index * taps;
    for (let tap = 0; tap < taps; tap++, at += stride) {
      const weight = weights[first + tap];
      if (weight !== 0) sum += weight * source[at];
    }
    out[to + index * step] = Math.max(0, Math.min(255, Math.floor(sum)));
  }
}

const known = new Map<string, Weights>();
const MOST_KNOWN = 64;

function weightsOf(from: number, to: number): Weights {
  const key = `${from} ${to}`;
  const found = known.get(key);
  if (found) return found;
  const made = makeWeights(from, to);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, made);
  return made;
}

function makeWeights(from: number, to: number): Weights {
  const scale = from / to;
  const support = Math.max(1, scale);
  const taps = 2 * Math.ceil(support) + 1;
  const starts = new Int32Array(to);
  const weights = new Float64Array(to * taps);
  for (let index = 0; index < to; index++) {
    const center = (index + 0.5) * scale;
    const start = Math.max(0, Math.trunc(center - support + 0.5));
    const end = Math.min(from, Math.trunc(center + support + 0.5));
    starts[index] = start;
    let sum = 0;
    for (let at = start; at < end; at++) {
      const weight = Math.max(0, 1 - Math.abs((at - center + 0.5) / support));
      weights[index * taps + at - start] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < end - start; tap++) weights[index * taps + tap] /= sum;
  }
  return { starts, weights, taps };
}
