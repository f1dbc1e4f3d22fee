/**
 * The values of a slider's thumbs after one was moved. What was not moved keeps its value, which may
 * lie between two positions; so does what changed its place, where a thumb passed the other one.
 */
export function movedValues(
  values: readonly number[],
  positions: readonly number[],
  next: readonly number[],
  valueAt: (position: number) => number,
): number[] {
  return next.map((position, place) => {
    const kept = positions[place] === position ? place : positions.indexOf(position);
    return values[kept] ?? valueAt(position);
  });
}
