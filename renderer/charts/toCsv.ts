import type { ChartSeries } from './ChartSeries.ts';
import { mergeSeries } from './mergeSeries.ts';

/** The chart's numbers as CSV, a column a series; a field is quoted where it must be. */
export function toCsv(xLabel: string, series: readonly ChartSeries[]): string {
  const header = [xLabel, ...series.map(({ label }) => label)].map(quote).join(',');
  const lines = mergeSeries(series).map((row) =>
    [row.x, ...series.map(({ key }) => row[key] ?? '')].join(','),
  );
  return `${[header, ...lines].join('\n')}\n`;
}

function quote(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
