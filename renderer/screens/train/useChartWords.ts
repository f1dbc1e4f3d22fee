import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesWords } from './runSeries.ts';

/** The names of the lines; the same object until the language changes. */
export function useChartWords(): SeriesWords {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      iteration: t('chart.iteration'),
      train: t('roles.train'),
      validation: t('roles.validation'),
      penalty: t('chart.penalty'),
    }),
    [t],
  );
}
