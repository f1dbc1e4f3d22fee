import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { Regularization } from '../../core/contract/Regularization.ts';
import { useFormat } from '../format/useFormat.ts';
import { useCheck } from '../state/check.ts';
import type { SettingGroup } from './settingGroups.ts';
import { useUsualRate } from './useUsualRate.ts';

const none: readonly Regularization[] = [];

/** What is set in each group, in a few words. */
export function useGroupSummary(spec: ExperimentSpec): (name: SettingGroup) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const usualRate = useUsualRate(spec.optimizer.type);
  const regularizations = useCheck(({ report }) => report?.regularizations ?? none);
  const { optimizer, loss, schedule, warmup, training, initialization, seed, device } = spec;
  const { earlyStopping, gradientClipping } = training;
  const learningRate = optimizer.options.learningRate ?? usualRate;
  const isOn = regularizations.filter((one) => one.isOn);
  return (name) => {
    switch (name) {
      case 'optimizer':
        return learningRate === undefined ? optimizer.type : `${optimizer.type} · ${learningRate}`;
      case 'batches':
        return t('settings.batches', {
          size: format.integer(training.batchSize),
          count: training.epochs,
          epochs: format.integer(training.epochs),
        });
      case 'stopping':
        return earlyStopping
          ? t('settings.patience', {
              count: earlyStopping.patience,
              epochs: format.integer(earlyStopping.patience),
            })
          : t('options.off');
      case 'loss':
        return loss.type;
      case 'schedule':
        return [schedule.type, ...(warmup ? [warmup.type] : [])].join(' · ');
      case 'regularization':
        return isOn.length === 0
          ? t('options.none')
          : isOn.map(({ kind }) => t(`regularization.${kind}`)).join(', ');
      case 'gradients':
        return gradientClipping?.type ?? t('settings.unclipped');
      case 'start':
        return [initialization.type, t('settings.seed', { seed }), t(`devices.${device}`)].join(
          ' · ',
        );
      default:
        return name satisfies never;
    }
  };
}
