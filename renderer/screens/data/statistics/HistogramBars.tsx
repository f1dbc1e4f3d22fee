import type { NumberStatistics } from '../../../../core/contract/DatasetStatistics.ts';
import { useFormat } from '../../../format/useFormat.ts';

interface HistogramBarsProps {
  readonly numbers: NumberStatistics;
  /** The histogram in words. */
  readonly label: string;
  readonly format?: (value: number) => string;
}

const HEIGHT = 48;
/** A bin with a single sample stays in sight. */
const LEAST = 1.5;

/** Bars over a common ground; the mean as a line, bins of outliers in the colour of attention. */
export function HistogramBars({ numbers, label, format: given }: HistogramBarsProps) {
  const format = useFormat();
  const write = given ?? format.compact;
  const { histogram, mean, outliers, minimum, maximum } = numbers;
  const { start, width, counts } = histogram;
  const largest = Math.max(...counts);
  const end = start + width * counts.length;
  return (
    <figure>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${counts.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-12 w-full border-b border-line"
      >
        {counts.map((count, bin) => {
          const height = count === 0 ? 0 : Math.max(LEAST, (count / largest) * HEIGHT);
          const low = start + bin * width;
          const isOut = outliers.count > 0 && (low + width <= outliers.low || low >= outliers.high);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place.
              key={bin}
              x={bin + 0.06}
              width={0.88}
              y={HEIGHT - height}
              height={height}
              className={isOut ? 'fill-attention' : 'fill-line-strong'}
            />
          );
        })}
        <line
          x1={((mean - start) / (end - start)) * counts.length}
          x2={((mean - start) / (end - start)) * counts.length}
          y1={0}
          y2={HEIGHT}
          vectorEffect="non-scaling-stroke"
          strokeWidth={1.5}
          className="stroke-accent"
        />
      </svg>
      <figcaption className="number mt-0.5 flex justify-between text-xs text-faint">
        <span>{write(minimum)}</span>
        <span>{write(maximum)}</span>
      </figcaption>
    </figure>
  );
}
