/**
 * Where the samples of a table stand in a picture: across and up the two features with the most
 * different values. A sample that lacks one of them has no place and is left out; as a zero it would
 * press all others into a corner.
 */
import type { DatasetPage } from '../../../core/contract/DatasetInfo.ts';

export interface ScatterPoint {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** The place of its class among the shown ones. */
  readonly group: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

type Rows = DatasetPage['rows'];

export function scatterPoints(
  { rows }: Pick<DatasetPage, 'rows'>,
  { width, height, margin }: Frame,
): ScatterPoint[] {
  const [across, up] = mostVaried(rows);
  const classes = [...new Set(rows.map(({ target }) => String(target)))].sort();
  const placed = rows.flatMap(({ index, values, target }) => {
    const [x, y] = [numberOf(values[across]), numberOf(values[up])];
    return x === null || y === null
      ? []
      : [{ index, x, y, group: classes.indexOf(String(target)) }];
  });
  const toX = scale(
    placed.map(({ x }) => x),
    margin,
    width - margin,
  );
  const toY = scale(
    placed.map(({ y }) => y),
    height - margin,
    margin,
  );
  return placed.map((point) => ({ ...point, x: toX(point.x), y: toY(point.y) }));
}

/** Null for what is missing and for a category, neither of which has a place on an axis. */
function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

function mostVaried(rows: Rows): [number, number] {
  const features = rows[0]?.values.length ?? 0;
  const distinct = (feature: number) =>
    new Set(rows.map(({ values }) => numberOf(values[feature])).filter((value) => value !== null))
      .size;
  const order = Array.from({ length: features }, (_, feature) => feature)
    .map((feature) => ({ feature, distinct: distinct(feature) }))
    .sort((a, b) => b.distinct - a.distinct)
    .map(({ feature }) => feature);
  return [order[0] ?? 0, order[1] ?? order[0] ?? 0];
}
