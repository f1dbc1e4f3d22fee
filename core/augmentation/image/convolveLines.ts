/**
 * One direction of a separable filter over a [height, width] plane.
 *
 * The rim is the caller's question: `mirror` reflects about the outermost pixels without repeating
 * them, `zero` takes nothing from outside.
 */
export type Rim = 'mirror' | 'zero';

export interface Lines {
  /** Pixels of a line, and how many lines there are. */
  readonly length: number;
  readonly count: number;
  /** From one pixel of a line to the next, and from one line to the next. */
  readonly step: number;
  readonly stride: number;
}

/** out = kernel ∗ from along each line, starting at `offset` in both arrays. */
export function convolveLines(
  from: Float32Array,
  out: Float32Array,
  offset: number,
  { length, count, step, stride }: Lines,
  kernel: Float64Array,
  rim: Rim,
): void {
  const radius = (kernel.length - 1) / 2;
  for (let line = 0; line < count; line++) {
    const start = offset + line * stride;
    for (let at = 0; at < length; at++) {
      let sum = 0;
      for (let tap = -radius; tap <= radius; tap++) {
        let place = at + tap;
        if (place < 0 || place >= length) {
          if (rim === 'zero') continue;
          place = mirrored(place, length);
        }
        sum += kernel[tap + radius] * from[start + place * step];
      }
      out[start + at * step] = sum;
    }
  }
}

/** d c b | a b c d | c b a: period 2(length − 1). */
function mirrored(place: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const inside = ((place % period) + period) % period;
  return inside < length ? inside : period - inside;
}
