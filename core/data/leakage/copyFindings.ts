/** Copies, near copies and turned copies of samples across splits, and copies that disagree. */
import { COPIES } from '../../contract/ExperimentSpec.ts';
import type { LeakageFinding, LeakageKind } from '../../contract/LeakageReport.ts';
import { turnedImages } from '../duplicates/turnedImages.ts';
import { canRegroup } from './canRegroup.ts';
import { type Exposure, exposureOf } from './exposure.ts';
import { groupPairs } from './groupPairs.ts';
import { leakageTexts } from './leakageTexts.ts';
import { nearSamples } from './nearSamples.ts';
import type { ScannedSplit } from './ScannedSplit.ts';
import { shownGroups } from './shownGroups.ts';
import { crossesSplits } from './splitOf.ts';

/** From this share of a split on, its scores cannot be trusted. */
const MUCH = 0.01;

/** @param copies Groups of equal samples, all of them in some split. */
export function copyFindings(scanned: ScannedSplit, copies: readonly number[][]): LeakageFinding[] {
  return [...crossing(scanned, 'copies', copies), ...conflicting(scanned, copies)];
}

export interface NearFindings {
  readonly findings: LeakageFinding[];
  /** Samples whose near copies were looked for. */
  readonly compared: number;
  readonly isPartial: boolean;
}

export function nearFindings(scanned: ScannedSplit, copies: readonly number[][]): NearFindings {
  const { dataset, places, excluded } = scanned;
  const later = new Set(copies.flatMap(([, ...others]) => others));
  const distinct = Int32Array.from(places.keys()).filter(
    (index) => places[index] > 0 && !later.has(index),
  );
  const { pairs, compared, isPartial } = nearSamples(dataset, distinct, excluded);
  const findings = crossing(scanned, 'near-copies', groupPairs(pairs));
  return { findings, compared, isPartial };
}

export function turnedFindings(scanned: ScannedSplit): LeakageFinding[] {
  const { dataset, places } = scanned;
  if (dataset.kind !== 'image') return [];
  const [channels, height, width] = dataset.sampleShape;
  const pairs = turnedImages(dataset.images, [channels, height, width]);
  const groups = groupPairs(pairs.map(({ first, second }) => [first, second] as const));
  const used = groups.map((group) => group.filter((index) => places[index] > 0));
  return crossing(scanned, 'turned-copies', used);
}

function crossing(
  scanned: ScannedSplit,
  kind: Extract<LeakageKind, 'copies' | 'near-copies' | 'turned-copies'>,
  found: readonly number[][],
): LeakageFinding[] {
  const { places } = scanned;
  const groups = found.filter((group) => crossesSplits(group, places));
  if (groups.length === 0) return [];
  const exposure = exposureOf(groups, places);
  const isMended = kind === 'copies' && canRegroup(scanned, groups);
  return [
    {
      kind,
      severity: kind === 'copies' && isMuch(exposure) ? 'error' : 'warning',
      ...shownGroups(groups, places),
      column: null,
      text: leakageTexts.copies(kind, exposure),
      repair: isMended ? { kind: 'group-by', column: COPIES } : null,
    },
  ];
}

function isMuch({ validation, test }: Exposure): boolean {
  return [validation, test].some(([known, of]) => known > 0 && known >= MUCH * of);
}

/** A network that learns one of them unlearns the other. */
function conflicting(
  { dataset: { targets }, places }: ScannedSplit,
  copies: readonly number[][],
): LeakageFinding[] {
  const groups = copies.filter(([first, ...others]) =>
    others.some((index) => targets[index] !== targets[first]),
  );
  if (groups.length === 0) return [];
  return [
    {
      kind: 'conflicting-targets',
      severity: 'warning',
      ...shownGroups(groups, places),
      column: null,
      text: leakageTexts.conflicts(groups.length),
      repair: null,
    },
  ];
}
