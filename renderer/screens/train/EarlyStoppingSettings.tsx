/** Whether a run ends when its validation loss has stopped falling, and how long it waits. */
import { useTranslation } from 'react-i18next';
import type { EarlyStopping, TrainingSettings } from '../../../core/contract/ExperimentSpec.ts';
import { Field } from '../../components/Field.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { useInspection } from '../../state/inspection.ts';
import { useProblems } from '../../state/useProblems.ts';

interface EarlyStoppingSettingsProps {
  readonly training: TrainingSettings;
}

const usual: EarlyStopping = { patience: 10, minDelta: 0 };
const LONGEST_PATIENCE = 1_000_000;

export function EarlyStoppingSettings({ training }: EarlyStoppingSettingsProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const inspect = useInspection((state) => state.inspect);
  const problems = useProblems('training.earlyStopping');
  const { earlyStopping } = training;
  const toggle = (isOn: boolean) => {
    change((draft) => {
      if (isOn) draft.spec.training.earlyStopping = { ...usual };
      else delete draft.spec.training.earlyStopping;
    });
    inspect({ kind: 'help', topic: 'earlyStopping' });
  };
  const set = (changes: Partial<EarlyStopping>, editOf: string) =>
    change((draft) => {
      const known = draft.spec.training.earlyStopping ?? usual;
      draft.spec.training.earlyStopping = { ...known, ...changes };
    }, editOf);
  return (
    <div className="flex flex-col gap-2.5">
      <Field
        label={t('train.earlyStopping')}
        subject={{ kind: 'help', topic: 'earlyStopping' }}
        problems={problems}
        inline
      >
        {(id) => (
          <Switch
            id={id}
            label={t('train.earlyStopping')}
            checked={earlyStopping !== undefined}
            onChange={toggle}
          />
        )}
      </Field>
      {earlyStopping ? <EarlyStoppingFields value={earlyStopping} onChange={set} /> : null}
    </div>
  );
}

interface EarlyStoppingFieldsProps {
  readonly value: EarlyStopping;
  readonly onChange: (changes: Partial<EarlyStopping>, editOf: string) => void;
}

function EarlyStoppingFields({ value, onChange }: EarlyStoppingFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="grid grid-cols-2 items-start gap-3 border-l-2 border-line pl-3">
      <Field label={t('train.patience')} subject={{ kind: 'help', topic: 'patience' }}>
        {(id) => (
          <NumberField
            id={id}
            label={t('train.patience')}
            integer
            minimum={1}
            maximum={LONGEST_PATIENCE}
            value={value.patience}
            onChange={(patience) => onChange({ patience }, 'training.earlyStopping.patience')}
          />
        )}
      </Field>
      <Field label={t('train.minDelta')} subject={{ kind: 'help', topic: 'minDelta' }}>
        {(id) => (
          <NumberField
            id={id}
            label={t('train.minDelta')}
            minimum={0}
            value={value.minDelta}
            onChange={(minDelta) => onChange({ minDelta }, 'training.earlyStopping.minDelta')}
          />
        )}
      </Field>
    </div>
  );
}
