import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';
import { withoutMarks } from '../../core/contract/withoutMarks.ts';
import { sortedKeys } from './sortedKeys.ts';
import { trainingSettings } from './trainingSettings.ts';

export type ChangedPart =
  | 'layers'
  | 'dataset'
  | 'split'
  | 'preprocessing'
  | 'augmentation'
  | 'initialModel'
  | 'settings';

/** What differs between the experiment that a run trained and the open one, in a fixed order. */
export function changesSince(trained: ExperimentSpec, now: ExperimentSpec): ChangedPart[] {
  const before = partsOf(trained);
  const after = partsOf(now);
  return (Object.keys(before) as ChangedPart[]).filter(
    (part) => textOf(before[part]) !== textOf(after[part]),
  );
}

function partsOf(spec: ExperimentSpec): Readonly<Record<ChangedPart, unknown>> {
  const { augmentation, ...settings } = trainingSettings(spec);
  const { dataset, split, preprocessing, initialModel } = spec;
  const layers = spec.model.layers.map(withoutMarks);
  return { layers, dataset, split, preprocessing, augmentation, initialModel, settings };
}

const textOf = (part: unknown) => JSON.stringify(sortedKeys(part));
