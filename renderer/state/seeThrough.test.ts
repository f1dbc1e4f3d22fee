import { beforeEach, expect, test } from 'vitest';
import type { ForwardPass } from '../../core/contract/ForwardPass.ts';
import { useExperiment } from './experiment.ts';
import { specOf } from './layers/testing/specOf.ts';
import { useSeeThrough } from './seeThrough.ts';

const view = { shape: [1], minimum: 0, maximum: 0, mean: 0, zeros: 1 } as const;
const pass: ForwardPass = {
  ...{ index: 0, split: 'validation', place: 0, samples: 30, minibatch: 1, target: 'a' },
  sample: { kind: 'image' },
  input: { ...view, shape: [1], pictures: null, bars: [0], histogram: null },
  ...{ layers: [], outputs: [], weights: [], unfitted: [], fault: null },
};
const spec = specOf([{ type: 'Linear', options: { outFeatures: 3 } }]);

beforeEach(() => {
  useExperiment.getState().open('digits', { ...spec, dataset: 'digits' });
  useSeeThrough.getState().choose({ place: 60, run: 'digits-mlp', mode: 'training' });
  useSeeThrough.setState({ pass });
});

test('another experiment begins with the first sample and the weights before training', () => {
  useExperiment.getState().open('iris', spec);
  expect(useSeeThrough.getState()).toMatchObject({ place: 0, run: null, pass: null });
  expect(useSeeThrough.getState().mode).toBe('training');
});

test('another dataset in the same experiment does so, too, and any other edit does not', () => {
  const { change } = useExperiment.getState();
  change(({ spec: next }) => {
    next.name = 'renamed';
  });
  expect(useSeeThrough.getState()).toMatchObject({ place: 60, run: 'digits-mlp', pass });
  change(({ spec: next }) => {
    next.dataset = 'iris';
  });
  expect(useSeeThrough.getState()).toMatchObject({ place: 0, run: null, pass: null });
});

test('a place behind the samples of the split becomes the last', () => {
  useSeeThrough.getState().saw(pass);
  expect(useSeeThrough.getState().place).toBe(29);
  useSeeThrough.getState().saw(null);
  expect(useSeeThrough.getState().place).toBe(29);
});
