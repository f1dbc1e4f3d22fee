import type { ChartSeries } from './ChartSeries.ts';
import { mergeSeries } from './mergeSeries.ts';

interface ChartTableProps {
  readonly caption: string;
  readonly xLabel: string;
  readonly series: readonly ChartSeries[];
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
}

/** The chart's numbers for reading: the lines, without the background measurements. */
export function ChartTable({ caption, xLabel, series, formatX, formatY }: ChartTableProps) {
  const shown = series.filter(({ faint }) => !faint);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <div className="h-full overflow-auto rounded-lg border border-line" tabIndex={0}>
      <table className="w-full text-right selectable">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-surface text-xs text-muted">
          <tr>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {xLabel}
            </th>
            {shown.map(({ key, label }) => (
              <th key={key} scope="col" className="px-3 py-1.5 font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="number text-xs">
          {mergeSeries(shown).map((row) => (
            <tr key={row.x} className="border-t border-line">
              <th scope="row" className="px-3 py-1 font-normal text-muted">
                {formatX(row.x)}
              </th>
              {shown.map(({ key }) => (
                <td key={key} className="px-3 py-1">
                  {formatY(row[key] ?? Number.NaN)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
