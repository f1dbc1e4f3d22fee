import type { ExperimentSpec } from '../../../../core/contract/ExperimentSpec.ts';
import type { SampleCondition } from '../../../../core/contract/SampleQuery.ts';
import type { SampleFilter } from '../../../state/sampleFilters.ts';

/** The conditions that a filter makes; an empty field makes none, a split needs its experiment. */
export function conditionsOf(filter: SampleFilter, spec: ExperimentSpec | null): SampleCondition[] {
  const { text, label, split, column, samples, isEdited } = filter;
  const contains = text.trim();
  return [
    ...(contains === '' ? [] : [{ kind: 'text' as const, contains }]),
    ...(label === null ? [] : [{ kind: 'labels' as const, column: null, labels: [label] }]),
    ...(split === null || spec === null ? [] : [{ kind: 'split' as const, split, spec }]),
    ...(column === null ? [] : columnConditions(column)),
    ...(isEdited ? [{ kind: 'edited' as const }] : []),
    ...(samples === null ? [] : [{ kind: 'samples' as const, indices: [...samples.indices] }]),
  ];
}

function columnConditions(column: NonNullable<SampleFilter['column']>): SampleCondition[] {
  const { name, minimum, maximum, label, isMissing } = column;
  if (isMissing && name !== null) return [{ kind: 'missing', column: name }];
  if (label !== null) return [{ kind: 'labels', column: name, labels: [label] }];
  if (minimum === null && maximum === null) return [];
  return [{ kind: 'range', column: name, minimum, maximum }];
}
