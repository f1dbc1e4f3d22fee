/**
 * The values of a slider's thumbs after one was moved. What was not moved keeps its value, which may
 * lie between two positions; a thumb that stops at the other one takes its value.
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
