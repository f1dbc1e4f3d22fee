/** A dot where each line of a chart has come to; plain SVG for the reason that ChartGround gives. */
import { usePlotArea } from 'recharts';
import type { ChartSeries } from './ChartSeries.ts';
import { type HorizontalAxis, shareOfAxis } from './chartScale.ts';
import { shareOfHeight, type VerticalAxis } from './verticalAxis.ts';

interface ChartEndsProps {
  readonly series: readonly ChartSeries[];
  readonly axis: HorizontalAxis;
  readonly yAxis: VerticalAxis;
}

export function ChartEnds({ series, axis, yAxis }: ChartEndsProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  return (
    <g>
      {series.map(({ key, faint, points, color }) => {
        const last = points.at(-1);
        if (faint || !last || points.length < 2 || !Number.isFinite(last.y)) return null;
        return (
          <circle
            key={key}
            cx={plot.x + plot.width * shareOfAxis(last.x, axis)}
            cy={plot.y + plot.height * (1 - shareOfHeight(last.y, yAxis))}
            r={3}
            fill={color}
            stroke="var(--surface)"
          />
        );
      })}
    </g>
  );
}
