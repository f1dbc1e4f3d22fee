import { useTranslation } from 'react-i18next';
import type { TrainingSettings } from '../../../core/contract/ExperimentSpec.ts';
import { Field } from '../../components/Field.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { useProblems } from '../../state/useProblems.ts';
import { IterationsFormula } from './IterationsFormula.tsx';

interface BatchSettingsProps {
  readonly training: TrainingSettings;
}

const MAXIMUM_EPOCHS = 1_000_000;

export function BatchSettings({ training }: BatchSettingsProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const batchProblems = useProblems('training.batchSize');
  const epochProblems = useProblems('training.epochs');
  const set = (changes: Partial<TrainingSettings>, editOf: string) =>
    change((draft) => void Object.assign(draft.spec.training, changes), editOf);
  return (
    <div className="flex flex-col gap-2.5">
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('train.batchSize')} subject={{ kind: 'help', topic: 'batchSize' }}>
          {(id) => (
            <NumberField
              id={id}
              label={t('train.batchSize')}
              integer
              minimum={1}
              value={training.batchSize}
              invalid={batchProblems.some(({ severity }) => severity === 'error')}
              onChange={(batchSize) => set({ batchSize }, 'training.batchSize')}
            />
          )}
        </Field>
        <Field
          label={t('train.epochs')}
          subject={{ kind: 'help', topic: 'epochs' }}
          problems={epochProblems}
        >
          {(id) => (
            <NumberField
              id={id}
              label={t('train.epochs')}
              integer
              minimum={1}
              maximum={MAXIMUM_EPOCHS}
              value={training.epochs}
              onChange={(epochs) => set({ epochs }, 'training.epochs')}
            />
          )}
        </Field>
      </div>
      <Field
        label={t('train.dropLast')}
        subject={{ kind: 'help', topic: 'dropLast' }}
        problems={batchProblems}
        inline
        className="flex flex-col-reverse gap-1"
      >
        {(id) => (
          <Switch
            id={id}
            label={t('train.dropLast')}
            checked={training.dropLast}
            onChange={(dropLast) => set({ dropLast }, 'training.dropLast')}
          />
        )}
      </Field>
      <IterationsFormula training={training} />
    </div>
  );
}
