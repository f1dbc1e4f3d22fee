import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import type { ChartMark } from '../../charts/ChartSeries.ts';
import { useFormat } from '../../format/useFormat.ts';
import { runMarks } from './runMarks.ts';

const none: readonly ChartMark[] = [];

/** The marks of a run in the language in use; the same list until one comes. */
export function useRunMarks(run: RunRecord | null): readonly ChartMark[] {
  const { t } = useTranslation();
  const format = useFormat();
  // biome-ignore lint/correctness/useExhaustiveDependencies: progress changes many times a second, and the iterations of an epoch do not.
  return useMemo(() => {
    if (!run) return none;
    return runMarks(run, {
      best: (epoch) => t('chart.best', { epoch }),
      finding: (kind, layers) =>
        layers.length === 1
          ? t('guards.markOne', { kind: t(`guards.${kind}`), layer: layers[0] })
          : t(`guards.${kind}`),
      rate: (learningRate) => t('chart.rateSet', { rate: format.rate(learningRate) }),
    });
  }, [run?.id, run?.bestEpoch, run?.findings, run?.learningRateChanges, t, format]);
}
