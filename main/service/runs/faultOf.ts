import type { ExperimentReport } from '../../../core/contract/ExperimentReport.ts';
import type { NetworkFault } from '../../../core/contract/ForwardPass.ts';
import type { ModelSpec } from '../../../core/contract/ModelSpec.ts';

/** The first error on a sample's way through the network; null where it gets to the end. */
export function faultOf(
  { layers }: ModelSpec,
  { problems }: Pick<ExperimentReport, 'problems'>,
): NetworkFault | null {
  const faults = problems
    .filter(({ severity, where }) => severity === 'error' && /^model\b/.test(where))
    .map(({ where, message }) => ({ where, message, sound: frontOf(where) ?? layers.length }));
  const [first = null] = faults.sort((a, b) => a.sound - b.sound);
  return first;
}

/** How many layers stand in front of a place; null where it is that of no layer. */
function frontOf(where: string): number | null {
  const position = /^model\.layers\[(\d+)\]/.exec(where)?.[1];
  return position === undefined ? null : Number(position);
}
