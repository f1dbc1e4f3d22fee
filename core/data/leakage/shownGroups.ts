import type { LeakageFinding } from '../../contract/LeakageReport.ts';
import { splitNameAt } from './splitOf.ts';

const MOST_GROUPS = 100;
const MOST_IN_GROUP = 100;

/** The samples of a finding: how many, and the first groups of them with their splits. */
export function shownGroups(
  groups: readonly (readonly number[])[],
  places: Uint8Array,
): Pick<LeakageFinding, 'samples' | 'groups'> {
  return {
    samples: groups.reduce((total, { length }) => total + length, 0),
    groups: groups
      .slice(0, MOST_GROUPS)
      .map((group) =>
        group
          .slice(0, MOST_IN_GROUP)
          .map((index) => ({ index, split: splitNameAt(places, index) })),
      ),
  };
}
