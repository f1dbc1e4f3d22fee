import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat.ts';
import { useCheck } from '../state/check.ts';
import { NumberSetting } from './NumberSetting.tsx';

/** Every so many epochs the weights are kept; empty, those of the last and the best alone. */
export function CheckpointSetting() {
  const { t } = useTranslation();
  const format = useFormat();
  const bytes = useCheck(({ report }) => report?.checkpointBytes);
  return (
    <NumberSetting
      name="checkpointEvery"
      absent={t('train.lastAndBest')}
      note={bytes === undefined ? null : t('train.checkpointBytes', { size: format.bytes(bytes) })}
    />
  );
}
