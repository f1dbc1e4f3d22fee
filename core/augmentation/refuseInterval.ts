/** A refusal of [low, high] whose low end lies above the high one, or null. */
export function refuseInterval(
  type: string,
  option: string,
  [low, high]: readonly number[],
): string | null {
  if (low <= high) return null;
  return `${type} ${option} must be [low, high] with low ≤ high. Received [${low}, ${high}].`;
}
