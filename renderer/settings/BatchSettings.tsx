import type { TrainingSettings } from '../../core/contract/ExperimentSpec.ts';
import { ProblemNote } from '../components/ProblemNote.tsx';
import { useProblems } from '../state/useProblems.ts';
import { IterationsFormula } from './IterationsFormula.tsx';
import { NumberSetting } from './NumberSetting.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';

interface BatchSettingsProps {
  readonly training: TrainingSettings;
}

export function BatchSettings({ training }: BatchSettingsProps) {
  const problems = useProblems('training.batchSize');
  return (
    <div className="flex flex-col gap-2.5">
      <div className="grid grid-cols-2 gap-3">
        <NumberSetting name="batchSize" isSilent />
        <NumberSetting name="epochs" />
      </div>
      {/* Across both columns: they are long, and bring buttons along. */}
      {problems.map((problem) => (
        <ProblemNote key={problem.message} problem={problem} isInField />
      ))}
      <SwitchSetting name="dropLast" />
      <IterationsFormula training={training} />
    </div>
  );
}
