import type { ExperimentReport } from '../../../core/contract/ExperimentReport.ts';
import type { NetworkFault } from '../../../core/contract/ForwardPass.ts';
import { pathOfPlace } from '../../../core/contract/layerPath.ts';
import type { ModelSpec } from '../../../core/contract/ModelSpec.ts';

/** The first error on a sample's way through the network; null where it gets to the end. */
export function faultOf(
  { layers }: ModelSpec,
  { problems }: Pick<ExperimentReport, 'problems'>,
): NetworkFault | null {
  const faults = problems
    .filter(({ severity, where }) => severity === 'error' && /^model\b/.test(where))
    .map(({ where, message }) => ({
      where,
      message,
      sound: pathOfPlace(where)?.[0] ?? layers.length,
    }));
  const [first = null] = faults.sort((a, b) => a.sound - b.sound);
  return first;
}
