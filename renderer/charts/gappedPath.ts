/**
 * The path of a line through the measurements of its series, as SVG writes it.
 *
 * Recharts either ends a line at every x that only another series has, or draws it over a value that
 * cannot be drawn as if it had been measured. Here a missing value (undefined) is passed over, and
 * null is a gap. A point between two gaps is a stroke as long as a line is thick.
 */
export interface PathPoint {
  readonly x: number | null;
  readonly y: number | null;
  readonly value: unknown;
}

export function gappedPath(points: readonly PathPoint[]): string {
  const parts: string[][] = [[]];
  for (const { x, y, value } of points) {
    if (value === undefined) continue;
    if (x === null || y === null) parts.push([]);
    else parts.at(-1)?.push(`${x},${y}`);
  }
  return parts.map(partPath).join('');
}

function partPath(part: readonly string[]): string {
  const [only, second] = part;
  if (only === undefined) return '';
  return second === undefined ? `M${only}m-1,0h2` : `M${part.join('L')}`;
}
