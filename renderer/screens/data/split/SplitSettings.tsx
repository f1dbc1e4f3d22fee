/**
 * Who gets which samples, and what each part decides: the lecture's table of roles with this
 * experiment's numbers, and what comes of it for each class.
 */
import { useTranslation } from 'react-i18next';
import type { DatasetInfo } from '../../../../core/contract/DatasetInfo.ts';
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { Field } from '../../../components/Field.tsx';
import { ProblemNote } from '../../../components/ProblemNote.tsx';
import { Section } from '../../../components/Section.tsx';
import { Switch } from '../../../components/Switch.tsx';
import { useExperiment } from '../../../state/experiment.ts';
import { useProblems } from '../../../state/useProblems.ts';
import { RoleTable } from './RoleTable.tsx';
import { SplitBar } from './SplitBar.tsx';
import { SplitMethodPicker } from './SplitMethodPicker.tsx';
import { SplitOutcome } from './SplitOutcome.tsx';

interface SplitSettingsProps {
  readonly spec: ExperimentSpec;
  readonly dataset: DatasetInfo;
}

export function SplitSettings({ spec, dataset }: SplitSettingsProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const settle = useExperiment((state) => state.settle);
  const problems = useProblems('split');
  const { split } = spec;
  const { given, target, samples } = dataset;
  const isGiven = split.method === 'given' && (given?.validation ?? 0) > 0;
  const isDrawn = split.method === 'random' || (split.method === 'given' && !isGiven);
  return (
    <Section title={t('split.title')} note={t('split.note')}>
      <div className="flex flex-col gap-3" onBlurCapture={settle}>
        <SplitMethodPicker split={split} dataset={dataset} />
        {isGiven ? null : <SplitBar split={split} givenTestShare={(given?.test ?? 0) / samples} />}
        <RoleTable split={split} dataset={dataset} />
        {problems.map((problem) => (
          <ProblemNote key={problem.message} problem={problem} />
        ))}
        {target.kind === 'class' && isDrawn ? (
          <Field
            label={t('split.stratified')}
            subject={{ kind: 'help', topic: 'stratified' }}
            className="w-fit"
            inline
          >
            {(id) => (
              <Switch
                id={id}
                label={t('split.stratified')}
                checked={split.stratified}
                onChange={(stratified) =>
                  change((draft) => {
                    draft.spec.split.stratified = stratified;
                  })
                }
              />
            )}
          </Field>
        ) : null}
        <SplitOutcome key={dataset.hash} spec={spec} />
      </div>
    </Section>
  );
}
