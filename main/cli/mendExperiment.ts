import { applySpecEdits } from '../../core/contract/applySpecEdits.ts';
import type { ExperimentReport } from '../../core/contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import type { LocalizedText } from '../../core/contract/primitives.ts';

export interface Mended {
  readonly spec: ExperimentSpec;
  /** Of the experiment as it is now. */
  readonly report: ExperimentReport;
  /** The fixes, in the order in which they were made. */
  readonly applied: readonly LocalizedText[];
}

/** Each makes the check find less, so there are never many. */
const MOST_FIXES = 100;

/** Makes the first fix of the first error that has one, until none is left; warnings stay. */
export async function mendExperiment(
  given: ExperimentSpec,
  check: (spec: ExperimentSpec) => Promise<ExperimentReport>,
): Promise<Mended> {
  const applied: LocalizedText[] = [];
  let spec = given;
  let report = await check(spec);
  while (applied.length < MOST_FIXES) {
    const mendable = report.problems.find(({ severity, fixes }) => severity === 'error' && fixes);
    const [fix] = mendable?.fixes ?? [];
    if (!fix) break;
    spec = applySpecEdits(spec, fix.edits);
    report = await check(spec);
    applied.push(fix.label);
  }
  return { spec, report, applied };
}
