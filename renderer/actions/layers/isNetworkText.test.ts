import { expect, test } from 'vitest';
import { isKeras, isNetworkText } from './isNetworkText.ts';

const isNetwork = (text: string) => isNetworkText(text, ['Linear', 'ReLU']);

test.each([
  'nn.Sequential(nn.Linear(4, 3))',
  'nn.Linear(4, 3)',
  'Sequential(\n  (0): ReLU()\n)',
  'Linear(4, 3), ReLU()',
  '[Linear(4, 3)]',
  'nn.Lin(4)',
  'self.layers.append(nn.Linear(4, 3))',
  '{"layers": [',
  '[{"type": "ReLU"}]',
  '{"format": "descent-layers", "version": 2}',
])('%s is a network', (text) => expect(isNetwork(text)).toBe(true));

test.each(['', 'hello world', 'Linear regression', 'print(1)', '{"a": 1}'])('%j is none', (text) =>
  expect(isNetwork(text)).toBe(false),
);

test.each([
  'model.add(Dense(10))',
  'layers.Dense(10)',
  'keras.Sequential([layers.Dense(10)])',
  'model = Sequential([Dense(10)])',
])('%s is of Keras', (text) => {
  expect(isNetwork(text)).toBe(false);
  expect(isKeras(text)).toBe(true);
});
