import { useTranslation } from 'react-i18next';
import type { TextStatistics } from '../../../../core/contract/DatasetStatistics.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { ShareBars } from './ShareBars.tsx';
import { StatisticsCard } from './StatisticsCard.tsx';

const HEIGHT = 48;
const LEAST = 1.5;
const SHOWN_WORDS = 8;

/** How long texts are, and which words they are made of. */
export function TextCards({ text }: { readonly text: TextStatistics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lengths, words, distinct, once, most, coverage } = text;
  const { bins, minimum, maximum, median, mean, percentile95 } = lengths;
  const largest = Math.max(...bins.map(({ count }) => count));
  return (
    <>
      <StatisticsCard name={t('statistics.lengths')} note={t('statistics.inWords')}>
        <svg
          role="img"
          aria-label={t('statistics.lengthsLabel', { minimum, maximum, median })}
          viewBox={`0 0 ${bins.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-12 w-full border-b border-line"
        >
          {bins.map(({ low, high, count }, bin) => {
            const height = count === 0 ? 0 : Math.max(LEAST, (count / largest) * HEIGHT);
            return (
              <rect
                key={low}
                x={bin + 0.06}
                width={0.88}
                y={HEIGHT - height}
                height={height}
                className="fill-line-strong"
              >
                <title>{`${low}–${high}: ${count}`}</title>
              </rect>
            );
          })}
        </svg>
        <p className="number flex justify-between text-xs text-faint">
          <span>{format.integer(minimum)}</span>
          <span>{format.integer(maximum)}</span>
        </p>
        <p className="caption flex flex-wrap gap-x-3">
          <span>
            {t('statistics.mean')} <span className="number">{format.compact(mean)}</span>
          </span>
          <span>
            {t('statistics.median')} <span className="number">{format.integer(median)}</span>
          </span>
          <span title={t('statistics.percentileHelp')}>
            {t('statistics.percentile95')}{' '}
            <span className="number">{format.integer(percentile95)}</span>
          </span>
        </p>
      </StatisticsCard>
      <StatisticsCard
        name={t('statistics.vocabulary')}
        note={t('statistics.distinct', { shown: format.integer(distinct) })}
      >
        <ShareBars
          bars={most.slice(0, SHOWN_WORDS).map(({ term, count }) => ({ label: term, count }))}
        />
        <p className="caption">
          {t('statistics.coverage', {
            shown: format.integer(most.length),
            share: format.percent(coverage),
            words: format.integer(words),
            once: format.integer(once),
          })}
        </p>
      </StatisticsCard>
    </>
  );
}
