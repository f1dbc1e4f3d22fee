/**
 * Where the two thumbs of an interval stand once one was moved: it stops at the other one.
 *
 * The slider's own answer is sorted, so that a thumb which passes the other one takes its place and
 * drags it along; its keys Home and End move the first and the last one, whichever has the focus.
 * `moving`: the thumb, where it is known; else found in what changed. Of two thumbs in one place, the
 * direction decides which.
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
  // Where the other one's place is not as it was, it holds the thumb that passed.
  if (isLow) {
    const moved = nextHigh === high ? nextLow : nextHigh;
    return { moving: 0, positions: [Math.min(moved, high), high] };
  }
  const moved = nextLow === low ? nextHigh : nextLow;
  return { moving: 1, positions: [low, Math.max(moved, low)] };
}
