/** What single columns of a dataset give away. */
import type { LeakageFinding } from '../../contract/LeakageReport.ts';
import type { Column, Dataset } from '../Dataset.ts';
import { canRegroup } from './canRegroup.ts';
import { type Determination, determinesClass, determinesNumber } from './determiningColumn.ts';
import { leakageTexts } from './leakageTexts.ts';
import { looksLikeGroups } from './looksLikeGroups.ts';
import type { ScannedSplit } from './ScannedSplit.ts';
import { scaledBeforehand } from './scaledBeforehand.ts';
import { shownGroups } from './shownGroups.ts';
import { crossesSplits } from './splitOf.ts';

export function columnFindings(scanned: ScannedSplit): LeakageFinding[] {
  const { dataset, excluded } = scanned;
  return dataset.columns.flatMap((column, place) => {
    const values = valuesOf(dataset, place);
    const isFeature = dataset.kind === 'table' && !excluded.has(column.name);
    return [
      ...(isFeature ? featureFindings(dataset, column, values) : []),
      ...sharedGroups(scanned, column, values),
    ];
  });
}

function valuesOf({ values, columns, samples }: Dataset, place: number): Float32Array {
  return Float32Array.from({ length: samples }, (_, row) => values[row * columns.length + place]);
}

function featureFindings(
  dataset: Dataset,
  { name, type }: Column,
  values: Float32Array,
): LeakageFinding[] {
  const about = { groups: [], samples: dataset.samples, column: name };
  const repair = { kind: 'exclude-column', column: name } as const;
  const findings: LeakageFinding[] = [];
  const determination = determines(dataset, { isCategory: type === 'category', values });
  if (determination) {
    const text = leakageTexts.determines(name, dataset.target.name, determination);
    findings.push({ kind: 'determining-column', severity: 'error', ...about, text, repair });
  }
  const scaling = type === 'number' ? scaledBeforehand(values) : null;
  if (scaling) {
    const text = leakageTexts.scaled(name, scaling);
    findings.push({ kind: 'scaled-beforehand', severity: 'warning', ...about, text, repair: null });
  }
  return findings;
}

function determines(
  { target, targets }: Dataset,
  column: { readonly isCategory: boolean; readonly values: Float32Array },
): Determination | null {
  if (target.kind === 'class') {
    return determinesClass(column, targets as Int32Array, target.labels.length);
  }
  return determinesNumber(column, targets as Float32Array);
}

function sharedGroups(
  scanned: ScannedSplit,
  { name, type, labels }: Column,
  values: Float32Array,
): LeakageFinding[] {
  const { dataset, places } = scanned;
  if (type !== 'category' || !labels) return [];
  if (!looksLikeGroups(name, labels.length, dataset.samples)) return [];
  const members = labels.map((): number[] => []);
  for (const [index, value] of values.entries()) {
    if (!Number.isNaN(value) && places[index] > 0) members[value].push(index);
  }
  const shared = members.filter((group) => crossesSplits(group, places));
  if (shared.length === 0) return [];
  return [
    {
      kind: 'shared-group',
      severity: 'warning',
      ...shownGroups(shared, places),
      column: name,
      text: leakageTexts.sharedGroups(name, shared.length, labels.length),
      repair: canRegroup(scanned, shared) ? { kind: 'group-by', column: name } : null,
    },
  ];
}
