/** A dot where each line of a chart has come to; plain SVG for the reason that ChartGround gives. */
import { usePlotArea } from 'recharts';
import type { ChartSeries } from './ChartSeries.ts';
import { type HorizontalAxis, shareOfAxis } from './chartScale.ts';

interface ChartEndsProps {
  readonly series: readonly ChartSeries[];
  readonly axis: HorizontalAxis;
  readonly yTicks: readonly number[];
}

export function ChartEnds({ series, axis, yTicks }: ChartEndsProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  const low = yTicks[0] ?? 0;
  const height = (yTicks.at(-1) ?? 1) - low;
  return (
    <g>
      {series.map(({ key, faint, points, color }) => {
        const last = points.at(-1);
        if (faint || !last || points.length < 2 || !Number.isFinite(last.y)) return null;
        return (
          <circle
            key={key}
            cx={plot.x + plot.width * shareOfAxis(last.x, axis)}
            cy={plot.y + plot.height * (1 - (last.y - low) / height)}
            r={3}
            fill={color}
            stroke="var(--surface)"
          />
        );
      })}
    </g>
  );
}
