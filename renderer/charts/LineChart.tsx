/**
 * The studio's one line chart: light grid, axis titles with units, marks for events, a hover line
 * with all values.
 *
 * Nothing moves by itself: live data with animation is a lie about time. What Recharts offers is
 * used as sparely as it can be (its axes give the scales and are drawn by us, its size is told; no
 * layers but the drawing order), because a chart is drawn four times a second beside a training that
 * wants the processor.
 */
import { memo, useMemo, useState } from 'react';
import { Line, LineChart as Recharts, Tooltip, XAxis, YAxis } from 'recharts';
import { useAfterPaint } from '../components/useAfterPaint.ts';
import { ChartEnds } from './ChartEnds.tsx';
import { ChartGround } from './ChartGround.tsx';
import { ChartHover } from './ChartHover.tsx';
import { ChartLine } from './ChartLine.tsx';
import type { ChartMark, ChartPoint, ChartSeries } from './ChartSeries.ts';
import { ChartTicks } from './ChartTicks.tsx';
import type { HorizontalAxis } from './chartScale.ts';
import { drawableSeries } from './drawableSeries.ts';
import { mergeSeries } from './mergeSeries.ts';
import { useSize } from './useSize.ts';
import { type VerticalAxis, verticalAxis } from './verticalAxis.ts';

/** In pixels, at the size of a tick's text. */
const DIGIT_WIDTH = 6.5;
const TICK_MARGIN = 14;
const MINIMUM_AXIS_WIDTH = 48;
const TOP_MARGIN = 14;
/** With the word above a logarithmic axis. */
const HEAD_HEIGHT = 24;
/** Of the horizontal axis with its words. */
const AXIS_HEIGHT = 40;
const cursor = { stroke: 'var(--line-strong)' };
const noMarks: readonly ChartMark[] = [];

/** The horizontal axis goes from `xStart`, or 0, to `xEnd`. */
export interface LineChartProps extends HorizontalAxis {
  readonly series: readonly ChartSeries[];
  readonly marks?: readonly ChartMark[];
  /** Where there is room for their words. */
  readonly marksAt?: 'top' | 'bottom';
  readonly xLabel: string;
  /** A value that the vertical axis shows in any case, where it can. */
  readonly yWith?: number;
  /** A vertical axis of ratios; values of 0 or below are gaps. */
  readonly isYLogarithmic?: boolean;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly formatTick: (y: number) => string;
}

export const LineChart = memo(function LineChart(props: LineChartProps) {
  const { xStart = 0, xEnd, isLogarithmic, marks = noMarks, marksAt = 'top', yWith } = props;
  const { isYLogarithmic = false, xLabel, formatX, formatTick } = props;
  const series = useMemo(
    () => drawableSeries(props.series, isYLogarithmic),
    [props.series, isYLogarithmic],
  );
  const rows = useMemo(() => mergeSeries(series), [series]);
  const yAxis = useMemo(
    () => axisAround(series, yWith, isYLogarithmic),
    [series, yWith, isYLogarithmic],
  );
  const left = widthOf(yAxis.ticks, formatTick);
  const top = isYLogarithmic ? HEAD_HEIGHT : TOP_MARGIN;
  const margin = useMemo(() => ({ top, right: 16, bottom: AXIS_HEIGHT, left }), [top, left]);
  // The hover line is made when somebody comes, by pointer or by keyboard.
  const [isVisited, setIsVisited] = useState(false);
  const visit = () => setIsVisited(true);
  const { element, size } = useSize();
  const isPainted = useAfterPaint();
  return (
    <div ref={element} className="h-full" onPointerEnter={visit} onFocusCapture={visit}>
      {isPainted && size ? (
        <Recharts {...size} data={rows} margin={margin}>
          <ChartGround axis={props} xLabel={xLabel} yAxis={yAxis} marks={marks} marksAt={marksAt} />
          <ChartTicks axis={props} yAxis={yAxis} formatX={formatX} formatTick={formatTick} />
          <XAxis
            hide
            dataKey="x"
            type="number"
            scale={isLogarithmic ? 'log' : 'linear'}
            domain={[xStart, xEnd]}
            niceTicks="none"
          />
          <YAxis
            hide
            scale={isYLogarithmic ? 'log' : 'linear'}
            domain={[yAxis.low, yAxis.high]}
            niceTicks="none"
          />
          {isVisited ? (
            <Tooltip
              isAnimationActive={false}
              cursor={cursor}
              content={<ChartHover {...props} />}
            />
          ) : null}
          {series.map(line)}
          <ChartEnds series={series} axis={props} yAxis={yAxis} />
        </Recharts>
      ) : null}
    </div>
  );
});

function widthOf(ticks: readonly number[], formatTick: LineChartProps['formatTick']): number {
  const longest = Math.max(...ticks.map((value) => formatTick(value).length));
  return Math.max(MINIMUM_AXIS_WIDTH, TICK_MARGIN + longest * DIGIT_WIDTH);
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
      dot={points.length === 1 && Number.isFinite(points[0]?.y) ? loneDot : false}
      activeDot={faint ? false : { r: 3.5, strokeWidth: 0 }}
      shape={ChartLine}
      isAnimationActive={false}
      zIndex={0}
    />
  );
}

const atY = ({ y }: ChartPoint) => y;

function axisAround(
  series: readonly ChartSeries[],
  yWith: number | undefined,
  isLogarithmic: boolean,
): VerticalAxis {
  const values = series.flatMap(({ points }) => points.map(atY));
  return verticalAxis(yWith === undefined ? values : [...values, yWith], isLogarithmic);
}
