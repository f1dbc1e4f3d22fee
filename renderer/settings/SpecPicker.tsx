/** A ComponentPicker for a part of the open experiment that is always there. */
import type { ReactNode } from 'react';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { ComponentPicker } from '../components/ComponentPicker.tsx';
import type { CatalogGroup } from '../state/catalog.ts';
import { useCheck } from '../state/check.ts';
import { useExperiment } from '../state/experiment.ts';
import { useProblems } from '../state/useProblems.ts';

interface SpecPickerProps {
  readonly spec: ExperimentSpec;
  readonly part: 'optimizer' | 'schedule' | 'loss' | 'initialization';
  readonly group: CatalogGroup;
  readonly label: string;
  readonly isNamed?: boolean;
  readonly figure?: ReactNode;
}

export function SpecPicker({ spec, part, group, label, isNamed = false, figure }: SpecPickerProps) {
  const change = useExperiment((state) => state.change);
  const problems = useProblems(part);
  const type = useCheck(({ spec: checked }) => checked?.[part].type);
  const equations = useCheck(({ report }) => report?.equations);
  const usual = useCheck(({ report }) => report?.usual[part].type);
  const isFilled = part === 'optimizer' || part === 'schedule';
  return (
    <ComponentPicker
      group={group}
      label={label}
      where={part}
      value={spec[part]}
      problems={problems}
      usual={usual}
      isNamed={isNamed}
      figure={figure}
      equation={isFilled && type === spec[part].type ? equations?.[part] : null}
      onChange={(value, editOf) =>
        change((draft) => {
          draft.spec[part] = value;
        }, editOf ?? undefined)
      }
    />
  );
}
