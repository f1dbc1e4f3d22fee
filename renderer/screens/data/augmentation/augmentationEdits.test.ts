import { produce } from 'immer';
import { expect, test } from 'vitest';
import type { DraftExperiment } from '../../../state/experiment.ts';
import { addStep, moveStep, removeStep, setStepOption } from './augmentationEdits.ts';

const list = (types: string) => [...types].map((type) => ({ type, options: {} }));
const draftOf = (types: string) =>
  ({ spec: { augmentation: list(types) }, layerKeys: [] }) as unknown as DraftExperiment;
const after = (types: string, recipe: (draft: DraftExperiment) => void) =>
  produce(draftOf(types), (draft) => recipe(draft as DraftExperiment)).spec.augmentation;

test('steps are added at the end, moved, and removed', () => {
  expect(after('AB', addStep('C'))).toEqual(list('ABC'));
  expect(after('ABC', moveStep(0, 2))).toEqual(list('BCA'));
  expect(after('ABC', moveStep(2, 0))).toEqual(list('CAB'));
  expect(after('ABC', removeStep(1))).toEqual(list('AC'));
  expect(after('AB', moveStep(7, 0))).toEqual(list('AB'));
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
