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
import { ticksAround, wholeTicksTo } from './axisTicks.ts';
import { ChartHover } from './ChartHover.tsx';
import type { ChartMark, ChartPoint, ChartSeries } from './ChartSeries.ts';
import { decimate } from './decimate.ts';
import { mergeSeries } from './mergeSeries.ts';

const MAXIMUM_POINTS = 1000;
/** In pixels, at the size of a tick's text. */
const DIGIT_WIDTH = 6.5;
const TICK_MARGIN = 14;
const MINIMUM_AXIS_WIDTH = 48;
const tick = { fontSize: 11, fill: 'var(--ink-faint)' } as const;

export interface LineChartProps {
  readonly series: readonly ChartSeries[];
  readonly marks?: readonly ChartMark[];
  /** Where there is room for their words. */
  readonly marksAt?: 'top' | 'bottom';
  readonly xLabel: string;
  /** The horizontal axis goes from 0 to here. */
  readonly xEnd: number;
  /** A value that the vertical axis shows in any case. */
  readonly yWith?: number;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly formatTick: (y: number) => string;
}

export const LineChart = memo(function LineChart(props: LineChartProps) {
  const { marks = [], marksAt = 'top', xLabel, xEnd, yWith, formatX, formatY } = props;
  const series = useMemo(() => thin(props.series), [props.series]);
  const rows = useMemo(() => mergeSeries(series), [series]);
  const yTicks = useMemo(() => ticksOf(series, yWith), [series, yWith]);
  return (
    <ResponsiveContainer width="100%" height="100%" debounce={50}>
      <Recharts data={rows} margin={{ top: 14, right: 16, bottom: 16, left: 0 }}>
        <CartesianGrid stroke="var(--line)" strokeWidth={1} vertical={false} />
        {horizontalAxis(props)}
        {verticalAxis(yTicks, props)}
        {marks.map((mark) => markLine(mark, mark.x < xEnd / 2, marksAt))}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          content={
            <ChartHover series={props.series} formatX={formatX} formatY={formatY} xLabel={xLabel} />
          }
        />
        {series.map(line)}
        {series.map(endDot)}
      </Recharts>
    </ResponsiveContainer>
  );
});

function horizontalAxis({ xLabel, xEnd, formatX }: LineChartProps) {
  return (
    <XAxis
      dataKey="x"
      type="number"
      domain={[0, xEnd]}
      ticks={wholeTicksTo(xEnd)}
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

function verticalAxis(ticks: number[], { formatTick }: LineChartProps) {
  const longest = Math.max(...ticks.map((value) => formatTick(value).length));
  return (
    <YAxis
      domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
      ticks={ticks}
      tick={tick}
      tickLine={false}
      axisLine={false}
      tickFormatter={formatTick}
      width={Math.max(MINIMUM_AXIS_WIDTH, TICK_MARGIN + longest * DIGIT_WIDTH)}
    />
  );
}

/** The words stand on the side with more room, on a ground of their own above the grid. */
function markLine({ x, label }: ChartMark, isLeft: boolean, marksAt: 'top' | 'bottom') {
  const side = isLeft ? 'Left' : 'Right';
  return (
    <ReferenceLine key={label} x={x} stroke="var(--ink-faint)" strokeDasharray="2 3">
      <Label
        value={label}
        position={marksAt === 'top' ? `insideTop${side}` : `insideBottom${side}`}
        offset={5}
        {...tick}
        fill="var(--ink-muted)"
        stroke="var(--surface)"
        strokeWidth={4}
        paintOrder="stroke"
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
  return series.map((one) => ({ ...one, points: decimate(one.points, share, atX, atY) }));
}

const atX = ({ x }: ChartPoint) => x;
const atY = ({ y }: ChartPoint) => y;

function ticksOf(series: readonly ChartSeries[], yWith: number | undefined): number[] {
  const values = series.flatMap(({ points }) => points.map(atY)).filter(Number.isFinite);
  if (yWith !== undefined) values.push(yWith);
  return values.length === 0 ? [0, 1] : ticksAround(Math.min(...values), Math.max(...values));
}
