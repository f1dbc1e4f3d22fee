/**
 * A setting that is no option of the catalog: its name, its control, its problems, its help, and
 * the way back to what is usual on this data.
 */
import { type ReactNode, useMemo } from 'react';
import type { Problem } from '../../core/contract/ExperimentReport.ts';
import { usualEarlyStopping } from '../../core/contract/UsualSettings.ts';
import { Field } from '../components/Field.tsx';
import { useCheck } from '../state/check.ts';
import { useExperiment } from '../state/experiment.ts';
import type { HelpTopic } from '../state/inspection.ts';
import { useProblems } from '../state/useProblems.ts';
import { changeSetting, settingAt } from './settingAt.ts';

type Value = string | number | boolean | undefined;

interface SettingFieldProps {
  readonly at: readonly string[];
  readonly topic: HelpTopic;
  readonly label: string;
  readonly inline?: boolean;
  readonly note?: ReactNode;
  readonly className?: string;
  /** Where another field says them. */
  readonly isSilent?: boolean;
  /** The default in words; `usual` is undefined where the setting is usually absent. */
  readonly wordsOf: (usual: Value) => string;
  readonly children: (field: {
    readonly id: string;
    readonly value: Value;
    readonly problems: readonly Problem[];
  }) => ReactNode;
}

export function SettingField(props: SettingFieldProps) {
  const { at, topic, label, wordsOf, isSilent, children, ...look } = props;
  const where = at.join('.');
  const problems = useProblems(where);
  const value = useExperiment(({ draft }) => draft && settingAt(draft.spec, at)) as Value;
  const usual = useUsual(at);
  const canReset = usual.isKnown && usual.value !== value;
  return (
    <Field
      label={label}
      subject={{ kind: 'help', topic }}
      where={where}
      problems={isSilent ? [] : problems}
      usual={wordsOf(usual.value)}
      onReset={canReset ? () => changeSetting(at, usual.value) : undefined}
      {...look}
    >
      {(id) => children({ id, value, problems })}
    </Field>
  );
}

/** Not known while there is nothing to check, as the data decides some. */
function useUsual(at: readonly string[]): { readonly isKnown: boolean; readonly value: Value } {
  const settings = useCheck(({ report }) => report?.usual);
  return useMemo(() => {
    if (!settings) return { isKnown: false, value: undefined };
    const { training } = settings;
    const whole = { ...settings, training: { earlyStopping: usualEarlyStopping, ...training } };
    return { isKnown: true, value: settingAt(whole, at) as Value };
  }, [settings, at]);
}
