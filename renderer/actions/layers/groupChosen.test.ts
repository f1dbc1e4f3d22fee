import { beforeEach, expect, test, vi } from 'vitest';
import { useExperiment } from '../../state/experiment.ts';
import { specOf } from '../../state/layers/testing/specOf.ts';
import { useLayerSelection } from '../../state/useLayerSelection.ts';
import { groupChosen, nameGroup } from './editLayers.ts';

vi.mock('../../studio.ts', () => ({ request: vi.fn(), desktop: {} }));

const { undo, redo, settle } = useExperiment.getState();
const groups = () => useExperiment.getState().draft?.spec.model.layers.map(({ group }) => group);
const steps = () => useExperiment.getState().log.past.map(({ name }) => name?.edit);

function group(from: number, to: number): void {
  const keys = useExperiment.getState().draft?.layerKeys.slice(from, to) ?? [];
  useLayerSelection.getState().choose(keys, keys[0] ?? null);
  expect(groupChosen()).not.toBeNull();
}

beforeEach(() => {
  const relu = { type: 'ReLU', options: {} };
  useExperiment.getState().open('test', specOf([relu, relu, relu, relu]));
});

test('a group and the name that is given to it at once are one step', () => {
  group(0, 2);
  nameGroup([0], 'stem');
  settle();
  expect(groups()).toEqual(['stem', 'stem', undefined, undefined]);
  expect(steps()).toEqual(['layers']);
  undo();
  expect(groups()).toEqual([undefined, undefined, undefined, undefined]);
  redo();
  expect(groups()).toEqual(['stem', 'stem', undefined, undefined]);
});

test('a later name, and the next group, are steps of their own', () => {
  group(0, 2);
  settle();
  nameGroup([0], 'stem');
  settle();
  nameGroup([0], 'body');
  group(2, 4);
  expect(steps()).toEqual(['layers', 'groupName', 'groupName', 'layers']);
  undo();
  expect(groups()).toEqual(['body', 'body', undefined, undefined]);
});
