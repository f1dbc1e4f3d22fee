import type { Drawing } from '../../../../core/contract/ImageSource.ts';

export type Stroke = Drawing['strokes'][number];
type Point = Stroke[number];

/** Of the sheet: a hand that rests adds no points. */
const NEAREST = 0.004;
/** How far outside the sheet a line that left it is followed. */
const OUTSIDE = 0.25;
const DIGITS = 4;

/** The line with one more point, unless that lies on the last one. */
export function withPoint(line: Stroke, [x, y]: Point): Stroke {
  const point: Point = [onSheet(x), onSheet(y)];
  const last = line.at(-1);
  const isNear = last && Math.hypot(point[0] - last[0], point[1] - last[1]) < NEAREST;
  return isNear ? line : [...line, point];
}

function onSheet(place: number): number {
  return Number(Math.min(1 + OUTSIDE, Math.max(-OUTSIDE, place)).toFixed(DIGITS));
}
