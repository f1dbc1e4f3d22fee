import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { salvageExperiment } from './salvageExperiment.ts';

const sound = {
  format: 'descent-experiment',
  version: 1,
  name: 'test',
  dataset: 'iris',
  model: { layers: [{ type: 'Linear', options: { outFeatures: 3 } }, { type: 'Softmax' }] },
  loss: { type: 'CrossEntropyLoss' },
  optimizer: { type: 'SGD', options: { learningRate: 0.5 } },
  training: { batchSize: 16, epochs: 3 },
  seed: 7,
};

test('a sound document loses nothing', () => {
  expect(salvageExperiment(sound)).toEqual({ spec: ExperimentSpec.parse(sound), losses: [] });
});

test('one of a newer version is read without what is new, which is named', () => {
  const newer = {
    ...sound,
    version: 2,
    team: { name: 'ours' },
    training: { ...sound.training, epochs: 9, warmRestarts: 3 },
    model: { layers: [...sound.model.layers, { type: 'Attention', options: { heads: 4 } }] },
  };
  const { spec, losses } = salvageExperiment(newer);
  expect(losses).toEqual([
    'The experiment has version 2, of a newer studio. This one knows version 1.',
    expect.stringContaining('cannot be read'),
    expect.stringContaining('cannot be read'),
  ]);
  expect(losses.join(' ')).toContain('training.warmRestarts cannot be read: 3. It is left out.');
  expect(losses.join(' ')).toContain('team cannot be read: {"name":"ours"}. It is left out.');
  expect(spec).toMatchObject({ seed: 7, training: { epochs: 9 } });
  expect(spec.model.layers[2]).toEqual({ type: 'Attention', options: { heads: 4 } });
});

test.each([
  [{ seed: -1 }, 'seed cannot be read: -1. It is left out.', { seed: 0 }],
  [
    { name: 7 },
    'name cannot be read: 7. "Experiment" stands there instead.',
    { name: 'Experiment' },
  ],
  [
    { dataset: undefined },
    'dataset is missing. "unknown" stands there instead.',
    { dataset: 'unknown' },
  ],
  [
    { training: { batchSize: 16 } },
    'training.epochs is missing. 1 stands there instead.',
    { training: { batchSize: 16, epochs: 1 } },
  ],
  [
    { optimizer: { type: 'SGD', options: { learningRate: {} } } },
    'optimizer.options.learningRate cannot be read: {}. It is left out.',
    { optimizer: { type: 'SGD', options: {} } },
  ],
  [
    { model: { layers: [{ type: 7 }, { type: 'ReLU' }] } },
    'type of layer 0 cannot be read: 7. It is left out.',
    { model: { layers: [{ type: 'ReLU', options: {} }] } },
  ],
])('%j', (changes, loss, kept) => {
  const { spec, losses } = salvageExperiment({ ...sound, ...changes });
  expect(losses).toContain(loss);
  expect(spec).toMatchObject(kept);
});

test('what stands in a list is named by its place in the file', () => {
  const layers = [
    { type: 'Linear', options: { outFeatures: {} } },
    5,
    null,
    { type: 'Residual', options: {}, layers: ['a', { type: 'ReLU', options: { p: null } }] },
  ];
  const { spec, losses } = salvageExperiment({ ...sound, model: { layers } });
  expect([...losses].sort()).toEqual([
    'Layer 1 cannot be read: 5. It is left out.',
    'Layer 2 cannot be read: null. It is left out.',
    'Layer 3.0 cannot be read: "a". It is left out.',
    'outFeatures of layer 0 cannot be read: {}. It is left out.',
    'p of layer 3.1 cannot be read: null. It is left out.',
  ]);
  expect(spec.model.layers.map(({ type }) => type)).toEqual(['Linear', 'Residual']);
});

test.each([[null], [[]], [7], [{}], [{ format: 'descent-model' }]])(
  '%j is no experiment',
  (value) => {
    expect(() => salvageExperiment(value)).toThrow('This is no experiment of the studio.');
  },
);

test('whatever stands in a document, it is read or refused, and never read with less said', () => {
  const keys = Object.keys(sound);
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }), (key, value) => {
      try {
        const { spec, losses } = salvageExperiment({ ...sound, [key]: value });
        expect(ExperimentSpec.safeParse(spec).success).toBe(true);
        const isSound = ExperimentSpec.safeParse({ ...sound, [key]: value }).success;
        expect(losses.length === 0).toBe(isSound);
      } catch (error) {
        expect(error).toBeInstanceOf(StudioError);
      }
    }),
    { numRuns: 500 },
  );
});
