/** What comes of the split: counts by class and the seal, as a run that starts now would have them. */
import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { useLatest } from '../../../components/useLatest.ts';
import { useSettled } from '../../../components/useSettled.ts';
import { SplitClasses } from './SplitClasses.tsx';
import { SplitSeal } from './SplitSeal.tsx';

interface SplitOutcomeProps {
  readonly spec: ExperimentSpec;
}

/** A border that is dragged draws no split of a large dataset at every step. */
const PAUSE_MILLISECONDS = 150;

export function SplitOutcome({ spec }: SplitOutcomeProps) {
  const settled = useSettled(spec, PAUSE_MILLISECONDS);
  const { result } = useLatest('experiments.splitTable', { spec: settled });
  // What is wrong with the split is said with its other problems.
  if (!result) return null;
  return (
    <>
      {result.sealHash ? <SplitSeal hash={result.sealHash} /> : null}
      {result.classes.length > 0 ? <SplitClasses table={result} /> : null}
    </>
  );
}
