/**
 * The studio's one line chart: light grid, axis titles with units, marks for events, a hover line
 * with all values.
 *
 * Nothing moves by itself: live data with animation is a lie about time.
 */
import { memo, useMemo } from 'react';
import {
  CartesianGrid,
  Label,
  Line,
  LineChart as Recharts,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartHover } from './ChartHover.tsx';
import type { ChartMark, ChartSeries } from './ChartSeries.ts';
import { decimate } from './decimate.ts';
import { mergeSeries } from './mergeSeries.ts';

const MAXIMUM_POINTS = 1000;
const tick = { fontSize: 11, fill: 'var(--ink-faint)' } as const;

export interface LineChartProps {
  readonly series: readonly ChartSeries[];
  readonly marks?: readonly ChartMark[];
  /** Where there is room for their words. */
  readonly marksAt?: 'top' | 'bottom';
  readonly xLabel: string;
  readonly xDomain?: readonly [number, number];
  readonly yDomain?: readonly [number | 'auto', number | 'auto'];
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly formatTick: (y: number) => string;
}

export const LineChart = memo(function LineChart(props: LineChartProps) {
  const { marks = [], marksAt = 'top', xLabel, formatX, formatY } = props;
  const series = useMemo(() => thin(props.series), [props.series]);
  const rows = useMemo(() => mergeSeries(series), [series]);
  return (
    <ResponsiveContainer width="100%" height="100%" debounce={50}>
      <Recharts data={rows} margin={{ top: 14, right: 16, bottom: 16, left: 0 }}>
        <CartesianGrid stroke="var(--line)" strokeWidth={1} vertical={false} />
        {horizontalAxis(props)}
        {verticalAxis(props)}
        {marks.map((mark) => markLine(mark, marksAt))}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          content={
            <ChartHover series={series} formatX={formatX} formatY={formatY} xLabel={xLabel} />
          }
        />
        {series.map(line)}
        {series.map(endDot)}
      </Recharts>
    </ResponsiveContainer>
  );
});

function horizontalAxis({ xLabel, xDomain, formatX }: LineChartProps) {
  return (
    <XAxis
      dataKey="x"
      type="number"
      domain={xDomain ? [...xDomain] : ['dataMin', 'dataMax']}
      allowDecimals={false}
      tick={tick}
      tickLine={false}
      axisLine={{ stroke: 'var(--line)' }}
      tickFormatter={formatX}
      tickMargin={4}
      height={24}
    >
      <Label value={xLabel} position="bottom" offset={0} {...tick} />
    </XAxis>
  );
}

function verticalAxis({ yDomain = ['auto', 'auto'], formatTick }: LineChartProps) {
  return (
    <YAxis
      domain={[...yDomain]}
      allowDataOverflow={false}
      tick={tick}
      tickLine={false}
      axisLine={false}
      tickFormatter={formatTick}
      tickCount={5}
      width={48}
    />
  );
}

function markLine({ x, label }: ChartMark, marksAt: 'top' | 'bottom') {
  return (
    <ReferenceLine key={label} x={x} stroke="var(--ink-faint)" strokeDasharray="2 3">
      <Label
        value={label}
        position={marksAt === 'top' ? 'insideTopRight' : 'insideBottomRight'}
        offset={5}
        {...tick}
        fill="var(--ink-muted)"
      />
    </ReferenceLine>
  );
}

function line({ key, color, faint, dash, points }: ChartSeries) {
  const loneDot = { r: faint ? 1 : 3, fill: color, stroke: 'none' };
  return (
    <Line
      key={key}
      dataKey={key}
      stroke={color}
      strokeWidth={faint ? 1 : 2}
      strokeOpacity={faint ? 0.35 : 1}
      {...(dash ? { strokeDasharray: dash } : {})}
      type="linear"
      dot={points.length === 1 ? loneDot : false}
      activeDot={faint ? false : { r: 3.5, strokeWidth: 0 }}
      connectNulls
      isAnimationActive={false}
    />
  );
}

/** Marks where a line has come to. */
function endDot({ key, faint, points, color }: ChartSeries) {
  const last = points.at(-1);
  if (faint || !last || points.length < 2 || !Number.isFinite(last.y)) return null;
  return (
    <ReferenceDot
      key={`end of ${key}`}
      x={last.x}
      y={last.y}
      r={3}
      fill={color}
      stroke="var(--surface)"
    />
  );
}

function thin(series: readonly ChartSeries[]): readonly ChartSeries[] {
  const share = Math.max(6, Math.floor(MAXIMUM_POINTS / Math.max(series.length, 1)));
  return series.map((one) => ({ ...one, points: decimate(one.points, share, ({ y }) => y) }));
}
