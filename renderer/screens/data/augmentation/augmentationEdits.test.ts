import { produce } from 'immer';
import { expect, test } from 'vitest';
import type { DraftExperiment } from '../../../state/experiment.ts';
import { addStep, moveStep, placeOfNew, removeStep, setStepOption } from './augmentationEdits.ts';

const list = (types: string) => [...types].map((type) => ({ type, options: {} }));
const draftOf = (types: string) =>
  ({ spec: { augmentation: list(types) }, layerKeys: [] }) as unknown as DraftExperiment;
const after = (types: string, recipe: (draft: DraftExperiment) => void) =>
  produce(draftOf(types), (draft) => recipe(draft as DraftExperiment)).spec.augmentation;

test('steps are added, moved, and removed', () => {
  expect(after('AB', addStep('C', 2))).toEqual(list('ABC'));
  expect(after('AB', addStep('C', 1))).toEqual(list('ACB'));
  expect(after('ABC', moveStep(0, 2))).toEqual(list('BCA'));
  expect(after('ABC', moveStep(2, 0))).toEqual(list('CAB'));
  expect(after('ABC', removeStep(1))).toEqual(list('AC'));
  expect(after('AB', moveStep(7, 0))).toEqual(list('AB'));
});

test('a new step goes to the end, but before what mixes minibatches', () => {
  const place = (type: string, types: string) =>
    placeOfNew(type, list(types), (one) => one === 'M' || one === 'N');
  expect(place('C', 'AB')).toBe(2);
  expect(place('C', 'ABM')).toBe(2);
  expect(place('C', 'MN')).toBe(0);
  expect(place('N', 'ABM')).toBe(3);
});

test('an option is set, and left to its default again', () => {
  const set = after('A', setStepOption(0, 'degrees', 30));
  expect(set).toEqual([{ type: 'A', options: { degrees: 30 } }]);
  const draft = { spec: { augmentation: set }, layerKeys: [] } as unknown as DraftExperiment;
  const cleared = produce(draft, (next) =>
    setStepOption(0, 'degrees', undefined)(next as DraftExperiment),
  );
  expect(cleared.spec.augmentation).toEqual(list('A'));
});
