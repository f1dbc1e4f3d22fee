import { Check, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { COPIES, type ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { LeakageRepair } from '../../../../core/contract/LeakageReport.ts';
import { Button } from '../../../components/Button.tsx';
import { useExperiment } from '../../../state/experiment.ts';
import { isRepaired, repairSpec } from './repairSpec.ts';

interface RepairButtonProps {
  readonly repair: LeakageRepair;
  readonly spec: ExperimentSpec;
}

/** Changes the experiment as a hand would, to be undone like any other change. */
export function RepairButton({ repair, spec }: RepairButtonProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const isDone = isRepaired(spec, repair);
  const { kind, column } = repair;
  const words =
    kind === 'group-by' && column === COPIES
      ? t('leakage.repair.copies')
      : t(`leakage.repair.${kind}`, { column });
  return (
    <Button
      size="sm"
      className="max-w-72"
      disabled={isDone}
      data-testid="repair-leak"
      onClick={() => change((draft) => repairSpec(draft.spec, repair))}
    >
      {isDone ? <Check aria-hidden /> : <Wrench aria-hidden />}
      <span className="truncate">{isDone ? t('leakage.repaired') : words}</span>
    </Button>
  );
}
