import { useTranslation } from 'react-i18next';
import type { Histogram } from '../../../core/contract/LayerStatistics.ts';
import { useFormat } from '../../format/useFormat.ts';
import { outlineOfHistogram } from './outlineOfHistogram.ts';

interface SmallHistogramProps {
  readonly histogram: Histogram;
  readonly color: string;
}

const WIDTH = 88;
const HEIGHT = 22;

/** The distribution of some values, with a line at 0 where that is among them. */
export function SmallHistogram({ histogram, color }: SmallHistogramProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { minimum, maximum } = histogram;
  if (!Number.isFinite(minimum)) return <span className="text-faint">–</span>;
  const zero = maximum > minimum ? -minimum / (maximum - minimum) : Number.NaN;
  const range = { from: format.compact(minimum), to: format.compact(maximum) };
  return (
    <svg
      role="img"
      aria-label={t('layers.histogram', range)}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block"
    >
      <title>{t('layers.histogram', range)}</title>
      <path d={outlineOfHistogram(histogram.counts, WIDTH, HEIGHT)} fill={color} opacity="0.75" />
      {zero > 0 && zero < 1 ? (
        <line
          x1={zero * WIDTH}
          x2={zero * WIDTH}
          y1="0"
          y2={HEIGHT}
          stroke="var(--ink-faint)"
          strokeDasharray="1 2"
        />
      ) : null}
    </svg>
  );
}
