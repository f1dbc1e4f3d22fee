/**
 * Where the keys Home and End take a thumb: to its neighbour, or to the bound of the slider. Null for
 * other keys.
 *
 * The slider's own answer is for its first and its last thumb, whichever has the focus, and even where
 * that one stands at the bound already, the next key would move it.
 */
export function farthestPosition(
  key: string,
  place: number,
  { positions, min, max }: { positions: readonly number[]; min: number; max: number },
): number | null {
  if (key === 'Home') return positions[place - 1] ?? min;
  return key === 'End' ? (positions[place + 1] ?? max) : null;
}
