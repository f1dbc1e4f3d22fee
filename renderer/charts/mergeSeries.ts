import type { ChartSeries } from './ChartSeries.ts';

/**
 * One row for each x, as Recharts wants it: `{ x, [series key]: y }`; a value that is not finite
 * becomes null.
 */
export type ChartRow = { readonly x: number } & Readonly<Record<string, number | null>>;

export function mergeSeries(series: readonly ChartSeries[]): ChartRow[] {
  const rows = new Map<number, Record<string, number | null>>();
  for (const { key, points } of series) {
    for (const { x, y } of points) {
      const row = rows.get(x) ?? {};
      row[key] = Number.isFinite(y) ? y : null;
      rows.set(x, row);
    }
  }
  return [...rows].sort(([a], [b]) => a - b).map(([x, values]) => ({ ...values, x }));
}
