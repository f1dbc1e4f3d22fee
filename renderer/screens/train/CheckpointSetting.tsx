import { useTranslation } from 'react-i18next';
import type { TrainingSettings } from '../../../core/contract/ExperimentSpec.ts';
import { Field } from '../../components/Field.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useCheck } from '../../state/check.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useProblems } from '../../state/useProblems.ts';

const MAXIMUM_EPOCHS = 1_000_000;

/** Every so many epochs the weights are kept; empty, those of the last and the best alone. */
export function CheckpointSetting({ training }: { readonly training: TrainingSettings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useExperiment((state) => state.change);
  const problems = useProblems('training.checkpointEvery');
  const bytes = useCheck(({ report }) => report?.checkpointBytes);
  const { checkpointEvery } = training;
  return (
    <Field
      label={t('train.checkpointEvery')}
      subject={{ kind: 'help', topic: 'checkpointEvery' }}
      problems={problems}
      note={bytes === undefined ? null : t('train.checkpointBytes', { size: format.bytes(bytes) })}
    >
      {(id) => (
        <NumberField
          id={id}
          label={t('train.checkpointEvery')}
          integer
          minimum={1}
          maximum={MAXIMUM_EPOCHS}
          value={checkpointEvery ?? null}
          placeholder={t('train.lastAndBest')}
          unit={t('train.epochsUnit')}
          onClear={() => change((draft) => void delete draft.spec.training.checkpointEvery)}
          onChange={(epochs) =>
            change((draft) => {
              draft.spec.training.checkpointEvery = epochs;
            }, 'training.checkpointEvery')
          }
        />
      )}
    </Field>
  );
}
