import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExperimentSpec } from '../../contract/ExperimentSpec.ts';
import type { LayerSpec } from '../../contract/ModelSpec.ts';
import { plainExperiment } from '../testing/plainExperiment.ts';
import { alignLayers } from './alignLayers.ts';
import { compareExperiments } from './compareExperiments.ts';

const three = [{ type: 'Linear', options: { outFeatures: 3 } }];
const spec = (changes: object = {}) =>
  plainExperiment(three, { training: { batchSize: 16, epochs: 3 }, ...changes });

const said = (a: ExperimentSpec, b: ExperimentSpec) =>
  compareExperiments(a, b).settings.map(
    ({ label, first, second }) => `${label.en}: ${first} → ${second}`,
  );

test('settings that differ are named in the words of their forms', () => {
  const changes = {
    optimizer: { type: 'SGD', options: { momentum: 0.9 } },
    warmup: { type: 'LinearLR' },
    training: { batchSize: 32, epochs: 3, earlyStopping: { patience: 4 } },
    augmentation: [{ type: 'RandomShift', options: {} }],
    device: 'cpu',
  };
  expect(said(spec(), spec(changes))).toEqual([
    'Optimizer: Momentum μ: 0 → 0.9',
    'Batch size: 16 → 32',
    'Device: auto → cpu',
    'Augmentation: null → RandomShift',
    'Warm-up: null → LinearLR',
    'Early stopping, patience: null → 4',
    'Early stopping, least change: null → 0',
  ]);
});

test('every setting and option has a label in both languages', () => {
  const all = spec({
    dataset: 'other',
    split: { validation: 0.3, test: 0.1, stratified: false, method: 'grouped', column: 'a' },
    preprocessing: {
      normalization: 'none',
      excludedColumns: ['b'],
      missingNumbers: 'drop',
      missingCategories: 'drop',
      text: { tokenizer: { type: 'Words' }, vectorizer: { type: 'BagOfWords' } },
    },
    augmentation: [{ type: 'RandomShift', options: {} }],
    initialization: { type: 'KaimingNormal' },
    initialModel: 'a-model',
    loss: { type: 'CrossEntropyLoss', options: { labelSmoothing: 0.1 } },
    optimizer: { type: 'SGD', options: { learningRate: 0.5, momentum: 0.9, weightDecay: 0.1 } },
    schedule: { type: 'StepLR' },
    warmup: { type: 'LinearLR' },
    training: {
      batchSize: 8,
      epochs: 4,
      dropLast: false,
      gradientClipping: { type: 'ClipGradNorm' },
      trackGradientNorm: true,
      earlyStopping: { patience: 3, minDelta: 0.1 },
      checkpointEvery: 2,
    },
    seed: 9,
    device: 'cpu',
  });
  const { settings } = compareExperiments(spec(), all);
  expect(settings.length).toBeGreaterThan(25);
  for (const { where, label } of settings) {
    expect([label.en, label.ko]).not.toContain(where);
    expect(label.ko).toMatch(/[가-힣]/);
  }
  const codes = settings.map(({ where, label }) => ({
    label,
    code: where.split('.').at(-1) ?? '',
  }));
  // A word of plain letters can be its own label: seed.
  const inCode = codes.filter(({ code }) => /[a-z][A-Z]/.test(code));
  expect(inCode.length).toBeGreaterThan(10);
  for (const { label, code } of inCode) expect(`${label.en} ${label.ko}`).not.toContain(code);
});

test('a default written down is no difference, in settings and layers', () => {
  const written = spec({
    optimizer: { type: 'SGD', options: { learningRate: 0.01, momentum: 0 } },
    model: { layers: [{ type: 'Linear', options: { bias: true, outFeatures: 3 } }] },
  });
  expect(compareExperiments(spec(), written)).toMatchObject({
    settings: [],
    layers: [
      { isSame: true, first: { index: 0, layer: { type: 'Linear', options: { outFeatures: 3 } } } },
    ],
  });
});

const layersOf = (text: string): LayerSpec[] =>
  text.split(' ').map((word) => {
    const [type = '', outFeatures] = word.split(':');
    const options: LayerSpec['options'] = outFeatures ? { outFeatures: Number(outFeatures) } : {};
    return { type, options };
  });

test('layers stand beside those that are alike, else beside those of their type', () => {
  const pairs = alignLayers(
    layersOf('Flatten Linear:64 ReLU Linear:10'),
    layersOf('Flatten Linear:32 BatchNorm1d ReLU Dropout Linear:10'),
  );
  expect(
    pairs.map(
      ({ first, second, isSame }) => `${first?.index ?? '-'} ${second?.index ?? '-'} ${isSame}`,
    ),
  ).toEqual(['0 0 true', '1 1 false', '- 2 false', '2 3 true', '- 4 false', '3 5 true']);
});

test('every layer of both stands once and in order, and a network is like itself', () => {
  const layer = fc.constantFrom('Linear:1', 'Linear:2', 'ReLU', 'Dropout');
  const network = fc
    .array(layer, { minLength: 1, maxLength: 12 })
    .map((all) => layersOf(all.join(' ')));
  fc.assert(
    fc.property(network, network, (a, b) => {
      const pairs = alignLayers(a, b);
      const indices = (side: 'first' | 'second') =>
        pairs.flatMap((pair) => pair[side]?.index ?? []);
      expect(indices('first')).toEqual([...a.keys()]);
      expect(indices('second')).toEqual([...b.keys()]);
      expect(alignLayers(a, a).every(({ isSame }) => isSame)).toBe(true);
    }),
  );
});
