import type { ChartSeries } from './ChartSeries.ts';
import { hasPlace } from './verticalAxis.ts';

export interface WithoutPlace {
  /** The names of the lines with values of 0 or below. */
  readonly lines: readonly string[];
  /** There are such values and no others. */
  readonly isEverything: boolean;
}

/** What a logarithmic axis cannot show of a chart's series. */
export function withoutPlace(series: readonly ChartSeries[]): WithoutPlace {
  const lines = series
    .filter(({ points }) => points.some(({ y }) => Number.isFinite(y) && y <= 0))
    .map(({ label }) => label);
  const isAnyShown = series.some(({ points }) => points.some(({ y }) => hasPlace(y, true)));
  return { lines, isEverything: lines.length > 0 && !isAnyShown };
}
