/** What `print(model)` shows in PyTorch, as scripts/recordPytorchPrint.py recorded it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseOptions } from '../../catalog/parseOptions.ts';
import { walkLayers } from '../../contract/layerPath.ts';
import type { LayerSpec } from '../../contract/ModelSpec.ts';
import { caughtError } from '../../data/testing/caughtError.ts';
import { layerDefinition, layerDefinitions } from '../../layers/registry.ts';
import { parseSequential } from './parseSequential.ts';

interface Recorded {
  readonly torch: string;
  readonly layers: readonly { readonly code: string; readonly printed: string }[];
  readonly named: string;
  readonly refused: Readonly<Record<string, string>>;
}

const file = new URL('../../golden/printedModules.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Recorded;

/** Every option written out, sizes for both sides: `print` does so. */
function inFull(layers: readonly LayerSpec[]): LayerSpec[] {
  return layers.map(({ options: given, layers: held, ...rest }) => {
    const { descriptor } = layerDefinition(rest.type, 'layer');
    const options = parseOptions(descriptor, given, 'layer');
    for (const { name, kind } of descriptor.options) {
      const value = options[name];
      if (kind === 'size' && typeof value === 'number') options[name] = [value, value];
    }
    return { ...rest, options, ...(held && { layers: inFull(held) }) };
  });
}

const read = (text: string) => inFull(parseSequential(text).layers);

test.each(recorded.layers)(
  `$code is read as PyTorch ${recorded.torch} prints it`,
  (recordedOne) => {
    const { code, printed } = recordedOne;
    expect(read(printed)).toEqual(read(`nn.Sequential(${code})`));
  },
);

test('every layer of the catalog is among them', () => {
  const read = recorded.layers.flatMap(({ printed }) => parseSequential(printed).layers);
  const types = new Set([...walkLayers(read)].map(({ layer }) => layer.type));
  const known = layerDefinitions.map(({ descriptor }) => descriptor.type);
  expect(known.filter((type) => !types.has(type))).toEqual([]);
});

test('the whole network of all that may stand in one is read at once', () => {
  const lines = recorded.layers.flatMap(({ printed }) => printed.split('\n').slice(1, -1));
  const text = `Sequential(\r\n${lines.join('\r\n')}\r\n)\r\n`;
  expect(read(text)).toEqual(recorded.layers.flatMap(({ printed }) => read(printed)));
});

test('a named block becomes a group, a named layer keeps its name', () => {
  const layers = parseSequential(recorded.named).layers;
  expect(layers.map(({ type, group, name }) => [type, group, name])).toEqual([
    ['Conv2d', 'features', 'conv1'],
    ['ReLU', 'features', 'act'],
    ['MaxPool2d', 'features', undefined],
    ['Flatten', undefined, 'flat'],
    ['Linear', undefined, undefined],
    ['ReLU', 'a-1', undefined],
    ['Linear', 'a-1', undefined],
  ]);
});

test('one line for several layers is that many layers, each without a name', () => {
  const text = [
    'Sequential(',
    '  (0-2): 3 x Linear(in_features=4, out_features=4, bias=True)',
    '  (body): Sequential(',
    '    (0-1): 2 x Sequential(',
    '      (act): ReLU()',
    '      (1): Tanh()',
    '    )',
    '  )',
    '  (6): Residual(',
    '    (0-1): 2 x ReLU()',
    '  )',
    ')',
  ].join('\n');
  const { layers } = parseSequential(text);
  expect(layers.map(({ type, group, name }) => [type, group, name])).toEqual([
    ...Array(3).fill(['Linear', undefined, undefined]),
    ['ReLU', 'body', 'act'],
    ['Tanh', 'body', undefined],
    ['ReLU', 'body', 'act'],
    ['Tanh', 'body', undefined],
    ['Residual', undefined, undefined],
  ]);
  expect(layers.at(-1)?.layers).toHaveLength(2);
});

test('a name too long for the studio is cut', () => {
  const [layer] = parseSequential(`Sequential(\n  (${'a'.repeat(70)}): ReLU()\n)`).layers;
  expect(layer.name).toBe('a'.repeat(60));
});

test.each([
  ['class', 'Line 1, column 1: Expected nn.Sequential(...).', /paste a Sequential of it alone/],
  ['list', 'Line 1, column 1: Expected nn.Sequential(...).', /not how it calls them/],
  ['unknown', 'Line 5, column 10: There is no layer "PReLU".', /Did you mean|Choose one of/],
  ['momentum', 'Line 2, column 43: BatchNorm1d momentum must be in (0, 1]. Received None.', /^$/],
])('%s is refused with its place and a hint', (name, message, hint) => {
  const error = caughtError(() => parseSequential(recorded.refused[name]));
  expect(error).toMatchObject({ code: 'invalid-model', message });
  expect(error.hint ?? '').toMatch(hint);
});

test.each([
  ['Sequential(\n  (0): Linear(in_features=3, out_features=2', 'Line 2, column 44'],
  ['Sequential(\n  (0) Linear(in_features=3, out_features=2)\n)', 'Line 2, column 7'],
  ['Sequential(\n  (0): \n)', 'Line 3, column 1'],
  ['Sequential(\n  (0): Sequential()\n)', 'Line 2, column 8'],
  ['Sequential(\n  (0-2): 2 x ReLU()\n)', 'Line 2, column 3'],
  ['Sequential(\n  (0): 2 x ReLU()\n)', 'Line 2, column 3'],
  ['Sequential(\n  (2-1): 0 x ReLU()\n)', 'Line 2, column 3'],
  ['Sequential(\n  (0): ReLU()\n  (1-1000): 1000 x ReLU()\n)', 'Line 3, column 3'],
  ['Sequential(\n  (0-999999998): 999999999 x ReLU()\n)', 'Line 2, column 3'],
])('%j is refused at its place', (text, place) => {
  const { message } = caughtError(() => parseSequential(text));
  expect(message.slice(0, message.indexOf(':'))).toBe(place);
});
