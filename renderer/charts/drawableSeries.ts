/**
 * The series of a chart as it draws them: thinned, and with a gap where a value has no place on the
 * vertical axis.
 */
import type { ChartPoint, ChartSeries } from './ChartSeries.ts';
import { decimate } from './decimate.ts';
import { hasPlace } from './verticalAxis.ts';

/** Of all series together. */
const MAXIMUM_POINTS = 1000;

export function drawableSeries(
  series: readonly ChartSeries[],
  isLogarithmic: boolean,
): readonly ChartSeries[] {
  const share = Math.max(6, Math.floor(MAXIMUM_POINTS / Math.max(series.length, 1)));
  const measure = isLogarithmic ? aboveZero : atY;
  return series.map((one) => {
    const points = decimate(one.points, share, atX, measure);
    return { ...one, points: isLogarithmic ? points.map(toGap) : points };
  });
}

const atX = ({ x }: ChartPoint) => x;
const atY = ({ y }: ChartPoint) => y;

/** What is not finite is measured too: a loss that is lost shows on every axis. */
const aboveZero = ({ y }: ChartPoint) => (y <= 0 ? undefined : y);

/** What has no place becomes what is not finite. */
const toGap = (point: ChartPoint) =>
  hasPlace(point.y, true) ? point : { ...point, y: Number.NaN };
