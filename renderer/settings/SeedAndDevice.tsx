import { Dices } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeviceChoice } from '../../core/contract/ExperimentSpec.ts';
import { IconButton } from '../components/IconButton.tsx';
import { Select } from '../components/Select.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import { SettingField } from './SettingField.tsx';
import { changeSetting } from './settingAt.ts';

const DEVICE = ['device'];

export function SeedAndDevice() {
  const { t } = useTranslation();
  const nameOf = (device: unknown) => {
    const { data } = DeviceChoice.safeParse(device);
    return data ? t(`devices.${data}`) : '';
  };
  return (
    <div className="grid grid-cols-2 gap-3">
      <NumberSetting
        name="seed"
        action={
          <IconButton
            icon={Dices}
            size="md"
            label={t('train.newSeed')}
            onClick={() => changeSetting(['seed'], Math.floor(Math.random() * 10_000))}
          />
        }
      />
      <SettingField at={DEVICE} topic="device" label={t('train.device')} wordsOf={nameOf}>
        {({ id, value }) => (
          <Select
            id={id}
            label={t('train.device')}
            value={String(value)}
            options={DeviceChoice.options.map((one) => ({ value: one, label: nameOf(one) }))}
            onChange={(next) => changeSetting(DEVICE, next)}
          />
        )}
      </SettingField>
    </div>
  );
}
