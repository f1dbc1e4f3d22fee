/**
 * Where the two thumbs of an interval stand once one was moved: it stops at the other one.
 *
 * The slider's own answer is sorted, so that a thumb which passes the other one takes its place and
 * drags it along. `moving`: the thumb, where it is known; else found in what changed. Of two thumbs
 * in one place, the direction decides which.
 */
export function heldThumbs(
  [low, high]: readonly [number, number],
  [nextLow, nextHigh]: readonly [number, number],
  moving: 0 | 1 | null,
): { readonly moving: 0 | 1; readonly positions: readonly [number, number] } {
  const isLow = moving === null ? nextHigh === high || nextLow === high : moving === 0;
  if (moving === null && low === high) {
    return { moving: nextLow < low ? 0 : 1, positions: [nextLow, nextHigh] };
  }
  const other = isLow ? high : low;
  const moved = nextLow === other ? nextHigh : nextLow;
  return isLow
    ? { moving: 0, positions: [Math.min(moved, high), high] }
    : { moving: 1, positions: [low, Math.max(moved, low)] };
}
