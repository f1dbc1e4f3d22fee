import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { BatchSettings } from './BatchSettings.tsx';
import { CheckpointSetting } from './CheckpointSetting.tsx';
import { ClippingSettings } from './ClippingSettings.tsx';
import { EarlyStoppingSettings } from './EarlyStoppingSettings.tsx';
import { FindRateButton } from './FindRateButton.tsx';
import { RegularizationSettings } from './RegularizationSettings.tsx';
import { ScheduleSettings } from './ScheduleSettings.tsx';
import { SeedAndDevice } from './SeedAndDevice.tsx';
import { SpecPicker } from './SpecPicker.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';
import type { SettingGroup } from './settingGroups.ts';

interface GroupContentProps {
  readonly spec: ExperimentSpec;
  readonly name: SettingGroup;
}

/** The controls of a group of settings. */
export function GroupContent({ spec, name }: GroupContentProps) {
  const { t } = useTranslation();
  switch (name) {
    case 'optimizer':
      return (
        <>
          <SpecPicker
            spec={spec}
            part="optimizer"
            group="optimizers"
            label={t('train.optimizer')}
            isNamed
          />
          <FindRateButton spec={spec} />
        </>
      );
    case 'batches':
      return <BatchSettings training={spec.training} />;
    case 'stopping':
      return (
        <>
          <EarlyStoppingSettings training={spec.training} />
          <CheckpointSetting />
        </>
      );
    case 'loss':
      return <SpecPicker spec={spec} part="loss" group="losses" label={t('train.loss')} isNamed />;
    case 'schedule':
      return <ScheduleSettings spec={spec} />;
    case 'regularization':
      return <RegularizationSettings spec={spec} />;
    case 'gradients':
      return (
        <>
          <ClippingSettings spec={spec} />
          <SwitchSetting name="trackGradientNorm" isOptional />
        </>
      );
    case 'start':
      return (
        <>
          <SpecPicker
            spec={spec}
            part="initialization"
            group="initializations"
            label={t('train.initialization')}
          />
          <SeedAndDevice />
        </>
      );
    default:
      return name satisfies never;
  }
}
