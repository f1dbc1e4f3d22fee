import { describe, expect, test } from 'vitest';
import type { LayerSpec } from '../contract/ModelSpec.ts';
import { caughtError } from '../data/testing/caughtError.ts';
import { layerDefinitions } from '../layers/registry.ts';
import { readNetwork, writeNetwork } from './networkText.ts';

const lenet =
  'nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), ' +
  'nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.BatchNorm1d(120), nn.ReLU(), ' +
  'nn.Dropout(0.5), nn.Linear(120, 10))';

const model = { layers: readNetwork(lenet) };

describe('a network as text', () => {
  test('in Keras, images channels last', () => {
    const { text, unsupported } = writeNetwork(model, [1, 28, 28], { format: 'keras' });
    expect(unsupported).toEqual([]);
    expect(text).toBe(`import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input(shape=(28, 28, 1)),
        layers.ZeroPadding2D(2),
        layers.Conv2D(6, 5),
        layers.ReLU(),
        layers.MaxPooling2D(2),
        layers.Conv2D(16, 5),
        layers.ReLU(),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(120),
        layers.BatchNormalization(momentum=0.9, epsilon=0.00001),
        layers.ReLU(),
        layers.Dropout(0.5),
        layers.Dense(10),
    ]
)
`);
  });

  test('in Keras, what it lacks stands in a comment and is named', () => {
    const layers: LayerSpec[] = [
      { type: 'Residual', options: {}, layers: [{ type: 'ReLU', options: {} }] },
      { type: 'Dropout', options: { p: 0.5, scaling: 'classic' } },
      { type: 'Linear', options: { outFeatures: 2 } },
    ];
    const { text, unsupported } = writeNetwork({ layers }, [4], { format: 'keras' });
    expect(unsupported.map(({ en }) => en)).toEqual([
      'layer 0 (Residual): Keras has no layer like it',
      'layer 1 (Dropout): Keras scales dropout in training',
    ]);
    expect(text).toContain('        # layer 0 (Residual): Keras has no layer like it\n');
    expect(text).toContain('layers.Dense(2)');
  });

  test('every layer of the catalog is written in Keras or named', () => {
    const known = ['Residual'];
    for (const { descriptor } of layerDefinitions) {
      const isTokens = descriptor.type.startsWith('Embedding');
      const isImage =
        ['convolution', 'pooling'].includes(descriptor.family) || /2d$/.test(descriptor.type);
      const required = descriptor.options.filter(
        (option) => option.default === undefined && !option.inferred,
      );
      const layer = {
        type: descriptor.type,
        options: Object.fromEntries(required.map(({ name }) => [name, 1])),
        ...(descriptor.holdsLayers && { layers: [{ type: 'ReLU', options: {} }] }),
      };
      const first = { type: 'Linear', options: { outFeatures: 4 } };
      const end = [{ type: 'Flatten', options: {} }, first];
      const layers = isTokens || isImage ? [layer, ...end] : [first, layer, ...end];
      const { unsupported } = writeNetwork({ layers }, isImage ? [1, 8, 8] : [4], {
        format: 'keras',
      });
      expect(unsupported.length).toBe(known.includes(descriptor.type) ? 1 : 0);
    }
  });

  test('in PyTorch and JSON it comes back as it was, a part of it too', () => {
    for (const format of ['pytorch', 'json'] as const) {
      const { text } = writeNetwork(model, [1, 28, 28], { format });
      const { text: again } = writeNetwork({ layers: readNetwork(text) }, [1, 28, 28], { format });
      expect(again).toBe(text);
    }
    const { text } = writeNetwork(model, [1, 28, 28], { format: 'pytorch', first: 7, count: 2 });
    expect(readNetwork(text).map(({ type }) => type)).toEqual(['Linear', 'BatchNorm1d']);
  });

  test.each([
    ['', 'line 1, column 1'],
    ['nn.Sequential(\n  nn.Lineer(3, 2))', 'line 2, column 3'],
    ['{"layers": [\n  {"type": }', 'line 2, column 12'],
    ['{"layers": [{"type": 7}]}', 'layers[0].type'],
    ['{"model": {"layers": []}}', 'model.layers'],
    ['{"format": "descent-layers", "version": 2, "layers": [{"type": "ReLU"}]}', 'version'],
    ['[nn.Linear(3, 2), nn.Lin(2)]', 'line 1, column 19'],
    ['[{"type": "Linear", "options": {"p": {}}}]', '[0].options.p'],
  ])('%j is refused with its place', (text, where) => {
    expect(caughtError(() => readNetwork(text))).toMatchObject({ code: 'invalid-model', where });
  });
});
