import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../core/contract/ExperimentReport.ts';
import { layerPlace } from '../../../../core/contract/layerPath.ts';
import type { OptionValue } from '../../../../core/contract/ModelSpec.ts';
import { focusFirstControl } from '../../../components/focusFirstControl.ts';
import { OptionForm } from '../../../components/OptionForm.tsx';
import { useExperiment } from '../../../state/experiment.ts';
import { setLayersOption } from '../../../state/layers/layerEdits.ts';
import type { SharedOptions } from '../../../state/layers/sharedOptions.ts';
import { useProblems } from '../../../state/useProblems.ts';

interface SharedFormProps {
  readonly shared: SharedOptions;
  readonly onClose: () => void;
}

export function SharedForm({ shared, onClose }: SharedFormProps) {
  const { descriptor, paths, options, mixed } = shared;
  const { type } = descriptor;
  const { t } = useTranslation();
  const form = useRef<HTMLFieldSetElement>(null);
  const change = useExperiment((state) => state.change);
  const withdraw = useExperiment((state) => state.withdraw);
  const settle = useExperiment((state) => state.settle);
  const problems = useSharedProblems(shared);
  useEffect(() => focusFirstControl(form.current), []);
  const groupOf = (option: string) => `shared.${type}.${option} ${paths.map(layerPlace).join(' ')}`;
  const set = (option: string, value: OptionValue | undefined) => {
    const name = { edit: 'option', type, option, count: paths.length } as const;
    change(setLayersOption(paths, option, value), groupOf(option), name);
  };
  return (
    <fieldset
      ref={form}
      aria-label={t('chosen.form', { type, count: paths.length })}
      onBlurCapture={settle}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      className="max-h-[40vh] overflow-y-auto border-b border-line px-4 py-3"
    >
      <OptionForm
        group="layers"
        descriptor={descriptor}
        options={options}
        mixed={mixed}
        where=""
        problems={problems}
        onChange={set}
        onTakeBack={(option) => withdraw(groupOf(option))}
      />
    </fieldset>
  );
}

/** Of options of any of the layers, once each, as if there were one layer. */
function useSharedProblems({ paths }: SharedOptions): readonly Problem[] {
  const problems = useProblems('model');
  const found = new Map<string, Problem>();
  for (const problem of problems) {
    const owner = paths.map(layerPlace).find((one) => problem.where.startsWith(`${one}.options.`));
    if (owner === undefined) continue;
    const { fixes: _, ...said } = problem;
    found.set(problem.message, { ...said, where: problem.where.slice(owner.length) });
  }
  return [...found.values()];
}
