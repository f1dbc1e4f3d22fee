/**
 * What lies under the lines of a chart: the grid, the words of the horizontal axis, and a vertical
 * line with its words for each mark.
 *
 * Drawn as plain SVG inside Recharts: its own grid and reference lines register in its store one by
 * one, and each registration draws the chart once more.
 */
import { usePlotArea } from 'recharts';
import type { ChartMark } from './ChartSeries.ts';
import { type HorizontalAxis, shareOfAxis } from './chartScale.ts';
import { tickStyle } from './tickStyle.ts';
import { shareOfHeight, type VerticalAxis } from './verticalAxis.ts';

interface ChartGroundProps {
  readonly axis: HorizontalAxis;
  readonly xLabel: string;
  readonly yAxis: VerticalAxis;
  readonly marks: readonly ChartMark[];
  readonly marksAt: 'top' | 'bottom';
}

const LINE_HEIGHT = 13;
/** Of the axis's words, under its numbers. */
const LABEL_BELOW = 36;

export function ChartGround({ axis, xLabel, yAxis, marks, marksAt }: ChartGroundProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  return (
    <g>
      <text
        {...tickStyle}
        x={plot.x + plot.width / 2}
        y={plot.y + plot.height + LABEL_BELOW}
        textAnchor="middle"
      >
        {xLabel}
      </text>
      {yAxis.ticks.map((tick) => {
        const y = plot.y + plot.height * (1 - shareOfHeight(tick, yAxis));
        return (
          <line
            key={tick}
            x1={plot.x}
            x2={plot.x + plot.width}
            y1={y}
            y2={y}
            stroke="var(--line)"
          />
        );
      })}
      {rowsOf(marks, axis).map(({ mark, share, row }) => {
        const x = plot.x + plot.width * share;
        const isLeft = share < 0.5;
        const top = plot.y + 12 + row * LINE_HEIGHT;
        const bottom = plot.y + plot.height - 6 - row * LINE_HEIGHT;
        return (
          <g key={`${mark.x} ${mark.label}`}>
            <line
              x1={x}
              x2={x}
              y1={plot.y}
              y2={plot.y + plot.height}
              stroke={mark.color ?? 'var(--ink-faint)'}
              strokeDasharray="2 3"
            />
            <text
              {...tickStyle}
              x={isLeft ? x + 5 : x - 5}
              y={marksAt === 'top' ? top : bottom}
              textAnchor={isLeft ? 'start' : 'end'}
              fill={mark.color ?? 'var(--ink-muted)'}
              stroke="var(--surface)"
              strokeWidth={4}
              paintOrder="stroke"
            >
              {mark.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Words of marks that stand close go below each other. */
const CLOSE = 0.2;

function rowsOf(marks: readonly ChartMark[], axis: HorizontalAxis) {
  const placed: { mark: ChartMark; share: number; row: number }[] = [];
  for (const mark of marks) {
    const share = shareOfAxis(mark.x, axis);
    const taken = new Set(
      placed.filter((other) => Math.abs(other.share - share) < CLOSE).map(({ row }) => row),
    );
    let row = 0;
    while (taken.has(row)) row += 1;
    placed.push({ mark, share, row });
  }
  return placed;
}
