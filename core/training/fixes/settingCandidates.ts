/** Edits of everything but layers that may mend a problem; findFixes.ts finds out by trying. */
import { catalog } from '../../catalog/catalog.ts';
import type { Problem } from '../../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { SpecFix } from '../../contract/SpecEdit.ts';
import { usualBatchSize } from '../usualSettings.ts';
import {
  batchSizeWords,
  dropLastWords,
  noScalingWords,
  onCpuWords,
  removeOptionWords,
  setWords,
  useWords,
} from './words.ts';

/** `samples`: of the training split; null where it is not known. */
export function settingCandidates(
  spec: ExperimentSpec,
  { where }: Problem,
  samples: number | null,
): SpecFix[] {
  const option = /^(.+)\.options\.(\w+)$/.exec(where);
  if (option) return optionCandidates(spec, option[1], option[2]);
  switch (where) {
    case 'loss':
    case 'loss.options':
      return catalog.losses.map(({ type }) => ({
        label: useWords(type),
        edits: [{ edit: 'set', at: ['loss'], value: { type, options: {} } }],
      }));
    case 'training.batchSize':
      return batchCandidates(samples);
    case 'preprocessing.normalization':
      return [
        { label: noScalingWords, edits: [{ edit: 'set', at: where.split('.'), value: 'none' }] },
      ];
    case 'device':
      return [{ label: onCpuWords, edits: [{ edit: 'set', at: ['device'], value: 'cpu' }] }];
    default:
      return [];
  }
}

function batchCandidates(samples: number | null): SpecFix[] {
  const size = usualBatchSize(samples);
  return [
    { label: dropLastWords, edits: [{ edit: 'set', at: ['training', 'dropLast'], value: true }] },
    {
      label: batchSizeWords(size),
      edits: [{ edit: 'set', at: ['training', 'batchSize'], value: size }],
    },
  ];
}

/** A refused option of optimizer, schedule, loss and so on: back to its default, or out. */
function optionCandidates(spec: ExperimentSpec, place: string, name: string): SpecFix[] {
  const at = [...place.split('.'), 'options', name];
  if (at.some((key) => key.includes('['))) return [];
  const component = place
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], spec) as
    | { readonly type?: string }
    | undefined;
  const option = Object.values(catalog)
    .flat()
    .find(({ type }) => type === component?.type)
    ?.options.find((one) => one.name === name);
  const usual = option?.default;
  return [
    {
      label: option && usual !== undefined ? setWords(option, usual) : removeOptionWords(name),
      edits: [{ edit: 'set', at, value: null }],
    },
  ];
}
