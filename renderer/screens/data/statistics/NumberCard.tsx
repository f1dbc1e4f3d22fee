import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberStatistics } from '../../../../core/contract/DatasetStatistics.ts';
import { Button } from '../../../components/Button.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { HistogramBars } from './HistogramBars.tsx';
import { StatisticsCard } from './StatisticsCard.tsx';
import type { ShowSamples } from './useShowSamples.ts';

interface NumberCardProps {
  readonly name: string;
  readonly note?: ReactNode;
  readonly numbers: NumberStatistics;
  readonly onShow: ShowSamples;
  /** How values are written; with three digits when absent. */
  readonly format?: (value: number) => string;
  readonly children?: ReactNode;
}

export function NumberCard({
  name,
  note,
  numbers,
  onShow,
  format: given,
  children,
}: NumberCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const write = given ?? format.compact;
  const { mean, median, deviation, minimum, maximum, outliers } = numbers;
  const label = t('statistics.histogramLabel', {
    name,
    minimum: write(minimum),
    maximum: write(maximum),
    mean: write(mean),
  });
  const outlierText = t('statistics.outliers', { shown: format.integer(outliers.count) });
  return (
    <StatisticsCard name={name} note={note}>
      <HistogramBars numbers={numbers} label={label} format={write} />
      <p className="caption flex flex-wrap gap-x-3">
        <span>
          <span
            aria-hidden
            className="mr-1 inline-block h-2.5 w-0.5 rounded-full bg-accent align-[-1px]"
          />
          {t('statistics.mean')} <span className="number">{write(mean)}</span>
        </span>
        <span>
          {t('statistics.median')} <span className="number">{write(median)}</span>
        </span>
        <span>
          {t('statistics.deviation')} <span className="number">{format.compact(deviation)}</span>
        </span>
      </p>
      {children}
      {outliers.count > 0 ? (
        <Button
          variant="link"
          size="inline"
          className="self-start text-xs"
          title={t('statistics.outlierRule', {
            low: write(outliers.low),
            high: write(outliers.high),
          })}
          onClick={() => onShow(`${name}: ${outlierText}`, outliers.indices)}
        >
          {outlierText}
        </Button>
      ) : null}
    </StatisticsCard>
  );
}
