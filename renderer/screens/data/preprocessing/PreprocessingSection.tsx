/**
 * How raw samples become what the network takes, beside one sample before and after: what is set
 * here is seen at once.
 */
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec, Normalization } from '../../../../core/contract/ExperimentSpec.ts';
import { Field } from '../../../components/Field.tsx';
import { ProblemNote } from '../../../components/ProblemNote.tsx';
import { Section } from '../../../components/Section.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useExperiment } from '../../../state/experiment.ts';
import { useProblems } from '../../../state/useProblems.ts';
import { ExcludedColumns } from './ExcludedColumns.tsx';
import { MissingValues } from './MissingValues.tsx';
import { ModelInputView } from './ModelInputView.tsx';
import { TextSettings } from './TextSettings.tsx';

interface PreprocessingSectionProps {
  readonly spec: ExperimentSpec;
  readonly dataset: DatasetInfo;
}

const methods: readonly Normalization[] = ['standardize', 'minMax', 'none'];

export function PreprocessingSection({ spec, dataset }: PreprocessingSectionProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const settle = useExperiment((state) => state.settle);
  const { preprocessing } = spec;
  // Those of a text's components stand at their fields.
  const problems = useProblems('preprocessing').filter(
    ({ where }) => !where.startsWith('preprocessing.text'),
  );
  return (
    <Section title={t('preprocessing.title')} note={t('preprocessing.note')}>
      <div
        className="grid grid-cols-[minmax(16rem,24rem)_1fr] items-start gap-8 max-lg:grid-cols-1"
        onBlurCapture={settle}
      >
        <div className="flex min-w-0 flex-col gap-3">
          {dataset.kind === 'text' ? (
            <TextSettings text={preprocessing.text} />
          ) : (
            <Field
              label={t('normalization.label')}
              subject={{ kind: 'help', topic: 'normalization' }}
            >
              {() => (
                <Segmented
                  label={t('normalization.label')}
                  value={preprocessing.normalization}
                  options={methods.map((value) => ({ value, label: t(`normalization.${value}`) }))}
                  onChange={(normalization) =>
                    change((draft) => {
                      draft.spec.preprocessing.normalization = normalization;
                    })
                  }
                />
              )}
            </Field>
          )}
          {dataset.kind === 'table' ? (
            <>
              <MissingValues preprocessing={preprocessing} columns={dataset.columns} />
              <ExcludedColumns preprocessing={preprocessing} columns={dataset.columns} />
            </>
          ) : null}
          {problems.map((problem) => (
            <ProblemNote key={problem.message} problem={problem} />
          ))}
        </div>
        <ModelInputView key={dataset.hash} spec={spec} dataset={dataset} />
      </div>
    </Section>
  );
}
