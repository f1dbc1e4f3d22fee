/**
 * Where the two thumbs of an interval stand once one was moved: it stops at the other one.
 *
 * The slider's own answer is sorted, so that a thumb which passes the other one takes its place and
 * drags it along: what stands at the thumb's own place is how far it came, whatever the other did.
 * `moving`: the thumb, where it is known; else found in what changed. Of two thumbs in one place, the
 * direction decides which.
 */
export function heldThumbs(
  [low, high]: readonly [number, number],
  [nextLow, nextHigh]: readonly [number, number],
  moving: 0 | 1 | null,
): { readonly moving: 0 | 1; readonly positions: readonly [number, number] } {
  const isLowMoved = low === high ? nextLow < low : nextHigh === high || nextLow === high;
  return (moving === null ? isLowMoved : moving === 0)
    ? { moving: 0, positions: [Math.min(nextLow, high), high] }
    : { moving: 1, positions: [low, Math.max(nextHigh, low)] };
}
