/**
 * Who gets which samples, and what each part decides: the lecture's table of roles with this
 * experiment's numbers.
 */
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec, Normalization } from '../../../core/contract/ExperimentSpec.ts';
import { Field } from '../../components/Field.tsx';
import { ProblemNote } from '../../components/ProblemNote.tsx';
import { Section } from '../../components/Section.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useExperiment } from '../../state/experiment.ts';
import { useProblems } from '../../state/useProblems.ts';
import { RoleTable } from './RoleTable.tsx';
import { SplitBar } from './SplitBar.tsx';

interface SplitSettingsProps {
  readonly spec: ExperimentSpec;
  readonly dataset: DatasetInfo;
}

const methods: readonly Normalization[] = ['standardize', 'minMax', 'none'];

export function SplitSettings({ spec, dataset }: SplitSettingsProps) {
  const { t } = useTranslation();
  const { change, settle } = useExperiment();
  const problems = useProblems('split');
  return (
    <Section title={t('split.title')} note={t('split.note')}>
      <div className="flex flex-col gap-3" onBlurCapture={settle}>
        <SplitBar
          split={spec.split}
          givenTestShare={(dataset.given?.test ?? 0) / dataset.samples}
        />
        <RoleTable split={spec.split} dataset={dataset} />
        {problems.map((problem) => (
          <ProblemNote key={problem.message} problem={problem} />
        ))}
        <div className="flex flex-wrap items-start gap-x-8 gap-y-2">
          {dataset.target.kind === 'class' ? (
            <Field
              label={t('split.stratified')}
              subject={{ kind: 'help', topic: 'stratified' }}
              inline
            >
              {(id) => (
                <Switch
                  id={id}
                  label={t('split.stratified')}
                  checked={spec.split.stratified}
                  onChange={(stratified) =>
                    change((draft) => {
                      draft.spec.split.stratified = stratified;
                    })
                  }
                />
              )}
            </Field>
          ) : null}
          <Field
            label={t('normalization.label')}
            subject={{ kind: 'help', topic: 'normalization' }}
            inline
          >
            {() => (
              <Segmented
                label={t('normalization.label')}
                value={spec.preprocessing.normalization}
                options={methods.map((value) => ({ value, label: t(`normalization.${value}`) }))}
                onChange={(normalization) =>
                  change((draft) => {
                    draft.spec.preprocessing.normalization = normalization;
                  })
                }
              />
            )}
          </Field>
        </div>
      </div>
    </Section>
  );
}
