/** Whether a run ends when its validation loss has stopped falling, and how long it waits. */
import { useTranslation } from 'react-i18next';
import type { TrainingSettings } from '../../core/contract/ExperimentSpec.ts';
import { usualEarlyStopping } from '../../core/contract/UsualSettings.ts';
import { Field } from '../components/Field.tsx';
import { Switch } from '../components/Switch.tsx';
import { useExperiment } from '../state/experiment.ts';
import { useInspection } from '../state/inspection.ts';
import { NumberSetting } from './NumberSetting.tsx';

interface EarlyStoppingSettingsProps {
  readonly training: TrainingSettings;
}

export function EarlyStoppingSettings({ training }: EarlyStoppingSettingsProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const inspect = useInspection((state) => state.inspect);
  const isOn = training.earlyStopping !== undefined;
  const set = (next: boolean) => {
    change((draft) => {
      if (next) draft.spec.training.earlyStopping = { ...usualEarlyStopping };
      else delete draft.spec.training.earlyStopping;
    });
    inspect({ kind: 'help', topic: 'earlyStopping' });
  };
  return (
    <div className="flex flex-col gap-2.5">
      <Field
        label={t('train.earlyStopping')}
        subject={{ kind: 'help', topic: 'earlyStopping' }}
        where="training.earlyStopping"
        usual={t('options.off')}
        onReset={isOn ? () => set(false) : undefined}
        inline
      >
        {(id) => <Switch id={id} label={t('train.earlyStopping')} checked={isOn} onChange={set} />}
      </Field>
      {isOn ? (
        <div className="grid grid-cols-2 items-start gap-3 border-l-2 border-line pl-3">
          <NumberSetting name="patience" />
          <NumberSetting name="minDelta" />
        </div>
      ) : null}
    </div>
  );
}
