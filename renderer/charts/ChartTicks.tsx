/** The numbers of both axes and the horizontal line; plain SVG for the reason that ChartGround gives. */
import { useTranslation } from 'react-i18next';
import { usePlotArea } from 'recharts';
import { type HorizontalAxis, horizontalTicks, shareOfAxis } from './chartScale.ts';
import { tickStyle } from './tickStyle.ts';
import { shareOfHeight, type VerticalAxis } from './verticalAxis.ts';

interface ChartTicksProps {
  readonly axis: HorizontalAxis;
  readonly yAxis: VerticalAxis;
  readonly formatX: (x: number) => string;
  readonly formatTick: (y: number) => string;
}

/** In pixels, from the plot to its numbers. */
const BELOW = 10;
const BESIDE = 8;
/** From the plot to the word that says what its vertical axis is, clear of the tick at the top. */
const ABOVE = 11;

export function ChartTicks({ axis, yAxis, formatX, formatTick }: ChartTicksProps) {
  const { t } = useTranslation();
  const plot = usePlotArea();
  if (!plot) return null;
  const bottom = plot.y + plot.height;
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
      {yAxis.ticks.map((tick) => (
        <text
          {...tickStyle}
          key={tick}
          x={plot.x - BESIDE}
          y={bottom - plot.height * shareOfHeight(tick, yAxis)}
          dy="0.355em"
          textAnchor="end"
        >
          {formatTick(tick)}
        </text>
      ))}
      {yAxis.isLogarithmic ? (
        // On a copied picture nothing else would say so where the ticks are at equal steps.
        <text {...tickStyle} x={plot.x - BESIDE} y={plot.y - ABOVE} textAnchor="end">
          {t('chart.log')}
        </text>
      ) : null}
    </g>
  );
}
