/** Everything that decides how the network learns. */
import { useTranslation } from 'react-i18next';
import type { ExperimentSpec } from '../../../core/contract/ExperimentSpec.ts';
import { Field } from '../../components/Field.tsx';
import { OptionalComponent } from '../../components/OptionalComponent.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useAfterPaint } from '../../components/useAfterPaint.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useProblems } from '../../state/useProblems.ts';
import { BatchSettings } from './BatchSettings.tsx';
import { CheckpointSetting } from './CheckpointSetting.tsx';
import { EarlyStoppingSettings } from './EarlyStoppingSettings.tsx';
import { FindRateButton } from './FindRateButton.tsx';
import { ScheduleSettings } from './ScheduleSettings.tsx';
import { SeedAndDevice } from './SeedAndDevice.tsx';
import { SettingsChanged } from './SettingsChanged.tsx';
import { SpecPicker } from './SpecPicker.tsx';

interface TrainSettingsProps {
  readonly spec: ExperimentSpec;
}

export function TrainSettings({ spec }: TrainSettingsProps) {
  const { t } = useTranslation();
  const settle = useExperiment((state) => state.settle);
  return (
    <section
      aria-label={t('train.settings')}
      onBlurCapture={settle}
      className="relative flex w-64 shrink-0 flex-col gap-5 overflow-y-auto border-r border-line p-4 min-[1180px]:w-74 min-[1180px]:p-5"
    >
      <SettingsChanged spec={spec} />
      <SpecPicker spec={spec} part="optimizer" group="optimizers" label={t('train.optimizer')} />
      <FindRateButton spec={spec} />
      <hr className="border-line" />
      <BatchSettings training={spec.training} />
      <EarlyStoppingSettings training={spec.training} />
      <hr className="border-line" />
      <SpecPicker spec={spec} part="loss" group="losses" label={t('train.loss')} />
      <LaterSettings spec={spec} />
    </section>
  );
}

/** What lies below is drawn a moment later, so that the screen is there at once. */
function LaterSettings({ spec }: TrainSettingsProps) {
  const { t } = useTranslation();
  if (!useAfterPaint()) return null;
  return (
    <>
      <hr className="border-line" />
      <ScheduleSettings spec={spec} />
      <hr className="border-line" />
      <ClippingSettings spec={spec} />
      <GradientNormSetting spec={spec} />
      <CheckpointSetting training={spec.training} />
      <hr className="border-line" />
      <SpecPicker
        spec={spec}
        part="initialization"
        group="initializations"
        label={t('train.initialization')}
      />
      <hr className="border-line" />
      <SeedAndDevice seed={spec.seed} device={spec.device} />
    </>
  );
}

function GradientNormSetting({ spec }: TrainSettingsProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  return (
    <Field
      label={t('train.trackGradientNorm')}
      subject={{ kind: 'help', topic: 'trackGradientNorm' }}
      inline
    >
      {(id) => (
        <Switch
          id={id}
          label={t('train.trackGradientNorm')}
          checked={spec.training.trackGradientNorm === true}
          onChange={(isOn) =>
            change((draft) => {
              if (isOn) draft.spec.training.trackGradientNorm = true;
              else delete draft.spec.training.trackGradientNorm;
            })
          }
        />
      )}
    </Field>
  );
}

function ClippingSettings({ spec }: TrainSettingsProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const problems = useProblems('training.gradientClipping');
  return (
    <OptionalComponent
      group="gradientClippings"
      label={t('train.clipping')}
      where="training.gradientClipping"
      value={spec.training.gradientClipping}
      problems={problems}
      onChange={(value, editOf) =>
        change((draft) => {
          if (value) draft.spec.training.gradientClipping = value;
          else delete draft.spec.training.gradientClipping;
        }, editOf ?? undefined)
      }
    />
  );
}
