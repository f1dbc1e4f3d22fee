/**
 * The studio's one line chart: light grid, axis titles with units, marks for events, a hover line
 * with all values.
 *
 * Nothing moves by itself: live data with animation is a lie about time. What Recharts offers is
 * used as sparely as it can be (ticks are given, not measured; no layers but the drawing order),
 * because a chart is drawn four times a second beside a training that wants the processor.
 */
import { memo, useMemo, useState } from 'react';
import { Line, LineChart as Recharts, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ticksAround } from './axisTicks.ts';
import { ChartEnds } from './ChartEnds.tsx';
import { ChartGround } from './ChartGround.tsx';
import { ChartHover } from './ChartHover.tsx';
import type { ChartMark, ChartPoint, ChartSeries } from './ChartSeries.ts';
import { type HorizontalAxis, horizontalTicks } from './chartScale.ts';
import { decimate } from './decimate.ts';
import { mergeSeries } from './mergeSeries.ts';
import { tickStyle } from './tickStyle.ts';

const MAXIMUM_POINTS = 1000;
/** In pixels, at the size of a tick's text. */
const DIGIT_WIDTH = 6.5;
const TICK_MARGIN = 14;
const MINIMUM_AXIS_WIDTH = 48;
const margin = { top: 14, right: 16, bottom: 16, left: 0 };
const cursor = { stroke: 'var(--line-strong)' };
const noMarks: readonly ChartMark[] = [];

/** The horizontal axis goes from `xStart`, or 0, to `xEnd`. */
export interface LineChartProps extends HorizontalAxis {
  readonly series: readonly ChartSeries[];
  readonly marks?: readonly ChartMark[];
  /** Where there is room for their words. */
  readonly marksAt?: 'top' | 'bottom';
  readonly xLabel: string;
  /** A value that the vertical axis shows in any case. */
  readonly yWith?: number;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly formatTick: (y: number) => string;
}

export const LineChart = memo(function LineChart(props: LineChartProps) {
  const { marks = noMarks, marksAt = 'top', yWith } = props;
  const series = useMemo(() => thin(props.series), [props.series]);
  const rows = useMemo(() => mergeSeries(series), [series]);
  const yTicks = useMemo(() => ticksOf(series, yWith), [series, yWith]);
  // The hover line is made when somebody comes, by pointer or by keyboard.
  const [isVisited, setIsVisited] = useState(false);
  const visit = () => setIsVisited(true);
  return (
    <div className="h-full" onPointerEnter={visit} onFocusCapture={visit}>
      <ResponsiveContainer width="100%" height="100%" debounce={50}>
        <Recharts data={rows} margin={margin}>
          <ChartGround
            axis={props}
            xLabel={props.xLabel}
            yTicks={yTicks}
            marks={marks}
            marksAt={marksAt}
          />
          {horizontalAxis(props)}
          {verticalAxis(yTicks, props)}
          {isVisited ? (
            <Tooltip
              isAnimationActive={false}
              cursor={cursor}
              content={<ChartHover {...props} />}
            />
          ) : null}
          {series.map(line)}
          <ChartEnds series={series} axis={props} yTicks={yTicks} />
        </Recharts>
      </ResponsiveContainer>
    </div>
  );
});

function horizontalAxis(props: LineChartProps) {
  const { xStart = 0, xEnd, isLogarithmic, formatX } = props;
  return (
    <XAxis
      dataKey="x"
      type="number"
      scale={isLogarithmic ? 'log' : 'linear'}
      domain={[xStart, xEnd]}
      ticks={horizontalTicks(props)}
      interval={0}
      tick={tickStyle}
      tickLine={false}
      axisLine={{ stroke: 'var(--line)' }}
      tickFormatter={formatX}
      tickMargin={4}
      height={24}
    />
  );
}

function verticalAxis(ticks: number[], { formatTick }: LineChartProps) {
  const longest = Math.max(...ticks.map((value) => formatTick(value).length));
  return (
    <YAxis
      domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
      ticks={ticks}
      interval={0}
      tick={tickStyle}
      tickLine={false}
      axisLine={false}
      tickFormatter={formatTick}
      width={Math.max(MINIMUM_AXIS_WIDTH, TICK_MARGIN + longest * DIGIT_WIDTH)}
    />
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
      zIndex={0}
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
