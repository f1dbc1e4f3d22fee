import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftExperiment } from '../../state/experiment.ts';
import {
  duplicateLayer,
  insertLayer,
  moveLayer,
  newLayer,
  removeLayer,
  setLayerOption,
} from './layerEdits.ts';

const draft = (types: string[]): DraftExperiment => ({
  spec: {
    format: 'descent-experiment',
    version: 1,
    name: 'Test',
    dataset: 'none',
    split: { validation: 0.2, test: 0.2, stratified: true, method: 'random' },
    preprocessing: {
      normalization: 'none',
      excludedColumns: [],
      missingNumbers: 'mean',
      missingCategories: 'ownCategory',
    },
    augmentation: [],
    model: { layers: types.map((type) => ({ type, options: {} })) },
    loss: { type: 'CrossEntropyLoss', options: {} },
    optimizer: { type: 'SGD', options: {} },
    initialization: { type: 'Default', options: {} },
    schedule: { type: 'Constant', options: {} },
    training: { batchSize: 1, epochs: 2, dropLast: true },
    seed: 0,
    device: 'auto',
  },
  layerKeys: types.map((type) => `key of ${type}`),
});

const typesOf = ({ spec }: DraftExperiment) => spec.model.layers.map(({ type }) => type);

describe('layerEdits', () => {
  test('a layer moves with its key', () => {
    const edited = draft(['A', 'B', 'C']);
    moveLayer(0, 2)(edited);
    expect(typesOf(edited)).toEqual(['B', 'C', 'A']);
    expect(edited.layerKeys).toEqual(['key of B', 'key of C', 'key of A']);
  });

  test('a duplicate has its own options and its own key', () => {
    const edited = draft(['A']);
    duplicateLayer(0)(edited);
    setLayerOption(1, 'p', 0.5)(edited);
    expect(edited.spec.model.layers[0]?.options).toEqual({});
    expect(new Set(edited.layerKeys).size).toBe(2);
  });

  test('a duplicate of a block holds copies of its layers', () => {
    const edited = draft(['A']);
    const inner = [{ type: 'Linear', options: { outFeatures: 8 } }];
    edited.spec.model.layers[0] = { type: 'Residual', options: {}, layers: inner };
    duplicateLayer(0)(edited);
    expect(edited.spec.model.layers[1]).toEqual(edited.spec.model.layers[0]);
    expect(edited.spec.model.layers[1]?.layers?.[0]).not.toBe(inner[0]);
  });

  test('an option set to nothing is taken out', () => {
    const edited = draft(['A']);
    setLayerOption(0, 'p', 1)(edited);
    setLayerOption(0, 'p', undefined)(edited);
    expect(edited.spec.model.layers[0]?.options).toEqual({});
  });

  test('a new layer has a value for what it requires, and only that', () => {
    const words = { en: '', ko: '' };
    const shared = { kind: 'integer' as const, label: words, help: words };
    const layer = newLayer({
      type: 'Linear',
      family: 'linear',
      summary: words,
      equation: '',
      options: [
        { ...shared, name: 'inFeatures', inferred: true },
        { ...shared, name: 'outFeatures' },
        { ...shared, name: 'groups', default: 1 },
        { ...shared, name: 'kernelSize', kind: 'size' },
      ],
    });
    expect(layer).toEqual({ type: 'Linear', options: { outFeatures: 32, kernelSize: 3 } });
  });

  test('keys stay beside their layers through any edits', () => {
    const action = fc.record({ kind: fc.nat(2), at: fc.nat(6), to: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const edited = draft(['A', 'B', 'C']);
        for (const { kind, at, to } of actions) {
          if (kind === 0) insertLayer(at, { type: 'N', options: {} }, 'key of N')(edited);
          if (kind === 1) removeLayer(at)(edited);
          if (kind === 2) moveLayer(at, to)(edited);
        }
        expect(edited.layerKeys).toEqual(typesOf(edited).map((type) => `key of ${type}`));
      }),
    );
  });
});
