/** The numbers of both axes and the horizontal line; plain SVG for the reason that ChartGround gives. */
import { usePlotArea } from 'recharts';
import { type HorizontalAxis, horizontalTicks, shareOfAxis } from './chartScale.ts';
import { tickStyle } from './tickStyle.ts';

interface ChartTicksProps {
  readonly axis: HorizontalAxis;
  readonly yTicks: readonly number[];
  readonly formatX: (x: number) => string;
  readonly formatTick: (y: number) => string;
}

/** In pixels, from the plot to its numbers. */
const BELOW = 10;
const BESIDE = 8;

export function ChartTicks({ axis, yTicks, formatX, formatTick }: ChartTicksProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  const bottom = plot.y + plot.height;
  const low = yTicks[0] ?? 0;
  const height = (yTicks.at(-1) ?? 1) - low;
  return (
    <g>
      <line x1={plot.x} x2={plot.x + plot.width} y1={bottom} y2={bottom} stroke="var(--line)" />
      {horizontalTicks(axis).map((tick) => (
        <text
          {...tickStyle}
          key={tick}
          x={plot.x + plot.width * shareOfAxis(tick, axis)}
          y={bottom + BELOW}
          dy="0.71em"
          textAnchor="middle"
        >
          {formatX(tick)}
        </text>
      ))}
      {yTicks.map((tick) => (
        <text
          {...tickStyle}
          key={tick}
          x={plot.x - BESIDE}
          y={bottom - (plot.height * (tick - low)) / height}
          dy="0.355em"
          textAnchor="end"
        >
          {formatTick(tick)}
        </text>
      ))}
    </g>
  );
}
