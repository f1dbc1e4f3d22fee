/**
 * Looks for ways in which a split tells more than it should.
 *
 * A function of dataset, splits and the experiment's choices alone, so that a repair can be judged by
 * scanning again. It looks for one kind of leak after the other and tells which before each.
 */
import type { SplitSpec } from '../../contract/ExperimentSpec.ts';
import type { LeakageFinding, LeakageKind, LeakageReport } from '../../contract/LeakageReport.ts';
import type { Dataset } from '../Dataset.ts';
import { equalSamples } from '../duplicates/equalSamples.ts';
import { withoutExcluded } from '../edits/withoutExcluded.ts';
import type { Splits } from '../splits/Splits.ts';
import { columnFindings } from './columnFindings.ts';
import { copyFindings, nearFindings, turnedFindings } from './copyFindings.ts';
import { nearIsNoChance } from './nearIsNoChance.ts';
import type { ScannedSplit } from './ScannedSplit.ts';
import { splitOf } from './splitOf.ts';

export interface LeakageScan {
  readonly dataset: Dataset;
  readonly splits: Splits;
  /** How they were drawn. */
  readonly split: SplitSpec;
  readonly excludedColumns: readonly string[];
}

export interface LeakageStep {
  /** What is looked for now. */
  readonly kind: LeakageKind;
  /** From 1. */
  readonly step: number;
  readonly steps: number;
}

/** The scan goes on when it resolves. */
export type TellLeakageStep = (step: LeakageStep) => Promise<void>;

/**
 * Throws RangeError where a split holds an excluded sample: what is found would be told of another.
 */
export async function scanLeakage(
  scan: LeakageScan,
  tell?: TellLeakageStep,
): Promise<LeakageReport> {
  const { dataset, placeOf } = withoutExcluded(scan.dataset);
  if (dataset === scan.dataset) return scanIncluded(scan, tell);
  const indexOf = new Map(Array.from({ length: dataset.samples }, (_, at) => [placeOf(at), at]));
  const renumbered = (part: Int32Array) =>
    part.map((place) => {
      const index = indexOf.get(place);
      if (index === undefined) throw new RangeError(`Sample ${place} is excluded, yet in a split.`);
      return index;
    });
  const { train, validation, test } = scan.splits;
  const splits = {
    train: renumbered(train),
    validation: renumbered(validation),
    test: renumbered(test),
  };
  const { findings, ...report } = await scanIncluded({ ...scan, dataset, splits }, tell);
  return { ...report, findings: findings.map((finding) => withPlaces(finding, placeOf)) };
}

function withPlaces(
  { groups, ...finding }: LeakageFinding,
  placeOf: (index: number) => number,
): LeakageFinding {
  return {
    ...finding,
    groups: groups.map((group) =>
      group.map((sample) => ({ ...sample, index: placeOf(sample.index) })),
    ),
  };
}

async function scanIncluded(
  { dataset, splits, split, excludedColumns }: LeakageScan,
  tell?: TellLeakageStep,
): Promise<LeakageReport> {
  const places = splitOf(splits, dataset.samples);
  const scanned = { dataset, places, split, excluded: new Set(excludedColumns) };
  const near = { compared: 0, isPartial: false };
  const searches = searchesOf(scanned, near);
  const findings: LeakageFinding[] = [];
  for (const [place, { kinds, find }] of searches.entries()) {
    await tell?.({ kind: kinds[0], step: place + 1, steps: searches.length });
    findings.push(...find());
  }
  const rank = { error: 0, warning: 1 };
  findings.sort((a, b) => rank[a.severity] - rank[b.severity] || b.samples - a.samples);
  const checked = searches.flatMap(({ kinds }) => kinds);
  return { findings, checked, ...near, samples: dataset.samples };
}

interface Search {
  readonly kinds: readonly [LeakageKind, ...LeakageKind[]];
  find(): LeakageFinding[];
}

/** Only what a dataset like this can have; `near` is filled on the way. */
function searchesOf(
  scanned: ScannedSplit,
  near: { compared: number; isPartial: boolean },
): Search[] {
  const { dataset, places, excluded } = scanned;
  let copies: number[][] = [];
  const searches: Search[] = [
    {
      kinds: ['copies', 'conflicting-targets'],
      find() {
        copies = equalSamples(dataset, excluded)
          .map((group) => group.filter((index) => places[index] > 0))
          .filter(({ length }) => length > 1);
        return copyFindings(scanned, copies);
      },
    },
  ];
  if (nearIsNoChance(dataset, excluded)) {
    searches.push({
      kinds: ['near-copies'],
      find() {
        const { findings, ...extent } = nearFindings(scanned, copies);
        Object.assign(near, extent);
        return findings;
      },
    });
  }
  if (dataset.kind === 'image') {
    searches.push({ kinds: ['turned-copies'], find: () => turnedFindings(scanned) });
  }
  if (dataset.columns.length > 0) {
    const find = () => columnFindings(scanned);
    const ofFeatures = ['determining-column', 'scaled-beforehand'] as const;
    const isTable = dataset.kind === 'table';
    searches.push({ kinds: ['shared-group', ...(isTable ? ofFeatures : [])], find });
  }
  return searches;
}
