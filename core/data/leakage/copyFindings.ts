/** Copies, near copies and turned copies of samples across splits, and copies that disagree. */
import type { LeakageFinding, LeakageKind } from '../../contract/LeakageReport.ts';
import type { Dataset } from '../Dataset.ts';
import { equalRows } from '../duplicates/equalRows.ts';
import { turnedImages } from '../duplicates/turnedImages.ts';
import { contentRows } from './contentRows.ts';
import { groupPairs } from './groupPairs.ts';
import { leakageTexts } from './leakageTexts.ts';
import { nearSamples } from './nearSamples.ts';
import { crossesSplits, outsideKeptSplit } from './splitOf.ts';

const MOST_GROUPS = 100;
const MOST_IN_GROUP = 100;

export interface CopyFindings {
  readonly findings: LeakageFinding[];
  /** Samples whose near copies were looked for. */
  readonly compared: number;
  readonly isPartial: boolean;
}

/** `places`: see splitOf. */
export function copyFindings(dataset: Dataset, places: Uint8Array): CopyFindings {
  const used = (group: readonly number[]) => group.filter((index) => places[index] > 0);
  const copies = equalRows(contentRows(dataset))
    .map(used)
    .filter(({ length }) => length > 1);
  const later = new Set(copies.flatMap(([, ...others]) => others));
  const distinct = Int32Array.from(places.keys()).filter(
    (index) => places[index] > 0 && !later.has(index),
  );
  const near = nearSamples(dataset, distinct);
  const turned = dataset.kind === 'image' ? turnedPairs(dataset) : [];
  const groups: Record<'copies' | 'near-copies' | 'turned-copies', number[][]> = {
    copies,
    'near-copies': groupPairs(near.pairs),
    'turned-copies': groupPairs(turned).map(used),
  };
  const findings = Object.entries(groups).flatMap(([kind, found]) =>
    crossing(kind as LeakageKind, found, places),
  );
  return {
    findings: [...findings, ...conflicting(dataset, copies)],
    compared: near.compared,
    isPartial: near.isPartial,
  };
}

function turnedPairs({ images, sampleShape }: Extract<Dataset, { kind: 'image' }>) {
  const [channels, height, width] = sampleShape;
  const pairs = turnedImages(images, [channels, height, width]);
  return pairs.map(({ first, second }) => [first, second] as const);
}

function crossing(
  kind: LeakageKind,
  found: readonly number[][],
  places: Uint8Array,
): LeakageFinding[] {
  const groups = found.filter((group) => crossesSplits(group, places));
  if (groups.length === 0) return [];
  const indices = groups.flatMap((group) => outsideKeptSplit(group, places));
  return [
    {
      kind,
      severity: kind === 'copies' ? 'error' : 'warning',
      ...shownGroups(groups),
      column: null,
      text: leakageTexts.copies(kind, groups.length, indices.length),
      repair: { kind: 'exclude-samples', indices },
    },
  ];
}

/** A network that learns one of them unlearns the other. */
function conflicting({ targets }: Dataset, copies: readonly number[][]): LeakageFinding[] {
  const groups = copies.filter(([first, ...others]) =>
    others.some((index) => targets[index] !== targets[first]),
  );
  if (groups.length === 0) return [];
  return [
    {
      kind: 'conflicting-targets',
      severity: 'warning',
      ...shownGroups(groups),
      column: null,
      text: leakageTexts.conflicts(groups.length),
      repair: { kind: 'exclude-samples', indices: groups.flat() },
    },
  ];
}

function shownGroups(groups: readonly number[][]): Pick<LeakageFinding, 'samples' | 'groups'> {
  return {
    samples: groups.reduce((total, { length }) => total + length, 0),
    groups: groups.slice(0, MOST_GROUPS).map((group) => group.slice(0, MOST_IN_GROUP)),
  };
}
