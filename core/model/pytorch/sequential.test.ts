import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseOptions } from '../../catalog/parseOptions.ts';
import type { OptionDescriptor } from '../../contract/Catalog.ts';
import type { LayerSpec, OptionValue } from '../../contract/ModelSpec.ts';
import { StudioError } from '../../contract/StudioError.ts';
import { layerDefinitions } from '../../layers/registry.ts';
import { buildModel, countValues } from '../buildModel.ts';
import { modelSpecOf } from '../modelSpecOf.ts';
import { parseSequential } from './parseSequential.ts';
import { printSequential } from './printSequential.ts';

const lecture =
  'nn.Sequential(nn.Linear(300, 200), nn.LeakyReLU(), nn.BatchNorm1d(200), ' +
  'nn.Linear(200, 100), nn.LeakyReLU(), nn.BatchNorm1d(100), nn.Linear(100, 50), ' +
  'nn.LeakyReLU(), nn.BatchNorm1d(50), nn.Linear(50, 10))';

const withoutBlanks = (text: string) => text.replace(/\s/g, '');

describe("the lecture's network", () => {
  it('becomes its ten layers with 86,560 parameters and 700 running statistics', () => {
    const model = buildModel(parseSequential(lecture), [300]);
    expect(model.layers.map(({ type }) => type)).toEqual(
      'Linear LeakyReLU BatchNorm1d Linear LeakyReLU BatchNorm1d Linear LeakyReLU BatchNorm1d Linear'.split(
        ' ',
      ),
    );
    expect(countValues(model.parameters)).toBe(86_560);
    expect(countValues(model.buffers)).toBe(700);
  });

  it('is given back as PyTorch code, from the text and from the built model', () => {
    const spec = parseSequential(lecture);
    const built = { layers: modelSpecOf(buildModel(spec, [300])).layers };
    for (const { layers } of [spec, built]) {
      expect(withoutBlanks(printSequential({ layers }))).toBe(withoutBlanks(lecture));
    }
    expect(printSequential(spec).split('\n').slice(0, 3)).toEqual([
      'nn.Sequential(',
      '    nn.Linear(300, 200),',
      '    nn.LeakyReLU(),',
    ]);
  });
});

describe('parseSequential reads', () => {
  const linear = { type: 'Linear', options: { inFeatures: 3, outFeatures: 2 } };
  it.each<[string, string, LayerSpec[]]>([
    ['a name in front', 'self.net = nn.Sequential(nn.Linear(3, 2))', [linear]],
    ['full names', 'torch.nn.Sequential(torch.nn.Linear(3, 2))', [linear]],
    ['bare names', 'model = Sequential(Linear(3, 2))', [linear]],
    ['imports', 'import torch\nfrom torch import nn\n\nnn.Sequential(nn.Linear(3, 2))', [linear]],
    ['comments and commas', 'nn.Sequential( # net\n  nn.Linear(3, 2,), # (\n)\n# end', [linear]],
    ['names of arguments', 'nn.Sequential(nn.Linear(out_features=2, in_features=3))', [linear]],
    ['windows line ends', 'net = \\\r\nnn.Sequential(\r\n\tnn.Linear(3, 2)\r\n)\r\n', [linear]],
    [
      'numbers of all kinds',
      'nn.Sequential(nn.BatchNorm1d(1_0, 1e-3, .25, affine=False), nn.LeakyReLU(+0.2))',
      [
        {
          type: 'BatchNorm1d',
          options: { numFeatures: 10, eps: 1e-3, momentum: 0.25, affine: false },
        },
        { type: 'LeakyReLU', options: { negativeSlope: 0.2 } },
      ],
    ],
    [
      'images and sizes',
      'nn.Sequential(nn.Conv2d(1, 16, 3, padding=(1, 1)), nn.MaxPool2d((2, 3), None), ' +
        'nn.AvgPool2d(2, 2, 0, True), nn.AdaptiveAvgPool2d([1, 1]))',
      [
        {
          type: 'Conv2d',
          options: { inChannels: 1, outChannels: 16, kernelSize: 3, padding: [1, 1] },
        },
        { type: 'MaxPool2d', options: { kernelSize: [2, 3] } },
        { type: 'AvgPool2d', options: { kernelSize: 2, stride: 2, padding: 0, ceilMode: true } },
        { type: 'AdaptiveAvgPool2d', options: { outputSize: [1, 1] } },
      ],
    ],
    [
      'text',
      "nn.Sequential(nn.EmbeddingBag(100, 8, mode='sum', padding_idx=None), nn.LayerNorm(8))",
      [
        {
          type: 'EmbeddingBag',
          options: { numEmbeddings: 100, embeddingDim: 8, mode: 'sum' },
        },
        { type: 'LayerNorm', options: { normalizedShape: [8] } },
      ],
    ],
    [
      'blocks',
      'nn.Sequential(Residual(nn.Linear(3, 3), Residual(nn.ReLU())))',
      [
        {
          type: 'Residual',
          options: {},
          layers: [
            { type: 'Linear', options: { inFeatures: 3, outFeatures: 3 } },
            { type: 'Residual', options: {}, layers: [{ type: 'ReLU', options: {} }] },
          ],
        },
      ],
    ],
    [
      'a Sequential inside another, in a row with the rest',
      'nn.Sequential(nn.Sequential(nn.Linear(3, 2), nn.Sequential(nn.ReLU())), nn.Tanh())',
      [linear, { type: 'ReLU', options: {} }, { type: 'Tanh', options: {} }],
    ],
    ['a layer alone', 'nn.Linear(3, 2)', [linear]],
    ['layers alone', 'nn.Linear(3, 2),\nReLU(),\n', [linear, { type: 'ReLU', options: {} }]],
    [
      'layers in a list',
      'layers = [nn.Linear(3, 2), nn.Sequential(nn.Linear(3, 2))]',
      [linear, linear],
    ],
    [
      'products',
      'nn.Sequential(nn.Linear(8*8, 2 * 1_0*2), nn.BatchNorm1d(num_features=5*8))',
      [
        { type: 'Linear', options: { inFeatures: 64, outFeatures: 40 } },
        { type: 'BatchNorm1d', options: { numFeatures: 40 } },
      ],
    ],
    [
      'pairs',
      "from collections import OrderedDict\nnn.Sequential(OrderedDict([('fc', nn.Linear(3, 2)), " +
        "('body', nn.Sequential(nn.ReLU()))]))",
      [
        { ...linear, name: 'fc' },
        { type: 'ReLU', options: {}, group: 'body' },
      ],
    ],
    [
      'a class around its one Sequential',
      `import torch.nn as nn

class Net(nn.Module):
    '''Two layers, not nn.Sequential(nn.Tanh()).'''

    def __init__(self, hidden: int = 2) -> None:
        super(Net, self).__init__()
        self.net = nn.Sequential(  # ")"
            nn.Linear(3, 2),
            nn.ReLU(),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.net(x)

net = Net()
`,
      [linear, { type: 'ReLU', options: {} }],
    ],
    [
      'a class that gives the outcome a name',
      `class Net(nn.Module):
    def forward(self, features, scale=1):
        y = self.body(features)
        return y

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(3, 2))
`,
      [linear],
    ],
    [
      'what changes no number',
      'nn.Sequential(nn.ReLU(inplace=True), nn.Dropout(0.2, True), nn.Flatten(1, -1))',
      [
        { type: 'ReLU', options: {} },
        { type: 'Dropout', options: { p: 0.2 } },
        { type: 'Flatten', options: {} },
      ],
    ],
  ])('%s', (_, text, layers) => {
    expect(parseSequential(text)).toEqual({ layers });
  });
});

describe('a padding by name', () => {
  it.each<[string, OptionValue]>([
    ["1, 2, 3, padding='same'", 1],
    ['1, 2, kernel_size=(5, 5), stride=(1, 1), padding=same', 2],
    ["1, 2, 3, 1, 'same', 2", 2],
    ["1, 2, padding='same', dilation=(3, 1), kernel_size=3", [3, 1]],
    ["1, 2, (1, 7), padding='same'", [0, 3]],
    ["1, 2, 2, padding='same', dilation=2", 1],
    ["1, 2, (4, 4), stride=(2, 2), padding='valid'", 0],
    ['1, 2, kernel_size=(4, 4), stride=(2, 2), padding=valid', 0],
  ])('Conv2d(%s) comes to %j pixels', (text, padding) => {
    const { layers } = parseSequential(`Sequential((0): Conv2d(${text}))`);
    expect(layers[0].options.padding).toEqual(padding);
  });

  it('keeps the size of the image where it is the same', () => {
    const spec = parseSequential("nn.Sequential(nn.Conv2d(1, 4, (3, 5), padding='same'))");
    expect(buildModel(spec, [1, 9, 8]).layers[0].outputShape).toEqual([4, 9, 8]);
  });
});

/** Any value that the option's rule allows. */
function anyValueOf({ kind, range = {}, choices = [], length = 1 }: OptionDescriptor) {
  const { minimum = -1e6, maximum = 1e6, minimumExclusive, maximumExclusive } = range;
  const number = fc.double({
    min: minimum,
    max: maximum,
    minExcluded: minimumExclusive ?? false,
    maxExcluded: maximumExclusive ?? false,
    noNaN: true,
  });
  const integer = fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
  const arbitraries: Record<OptionDescriptor['kind'], fc.Arbitrary<OptionValue>> = {
    integer,
    number,
    boolean: fc.boolean(),
    choice: fc.constantFrom(...(choices.length === 0 ? [''] : choices)),
    numbers: fc.array(number, { minLength: length, maxLength: length }),
    integers: fc.array(integer, { minLength: length, maxLength: length }),
    lines: fc.array(fc.string()),
    size: fc.oneof(integer, fc.array(integer, { minLength: 2, maxLength: 2 })),
  };
  return arbitraries[kind];
}

const flatDefinitions = layerDefinitions.filter(({ descriptor }) => !descriptor.holdsLayers);

const flatLayer = fc.constantFrom(...flatDefinitions).chain(({ descriptor }) => {
  const values = Object.fromEntries(
    descriptor.options.map((option) => [option.name, anyValueOf(option)]),
  );
  const optional = descriptor.options
    .filter((option) => option.default !== undefined || option.inferred)
    .map(({ name }) => name);
  const requiredKeys = Object.keys(values).filter((name) => !optional.includes(name));
  return fc
    .record(values, { requiredKeys })
    .map((options): LayerSpec => ({ type: descriptor.type, options: { ...options } }));
});

const anyLayer = fc.oneof(
  { weight: 5, arbitrary: flatLayer },
  {
    weight: 1,
    arbitrary: fc
      .array(flatLayer, { minLength: 1, maxLength: 3 })
      .map((layers): LayerSpec => ({ type: 'Residual', options: {}, layers })),
  },
);

const complete = (layers: readonly LayerSpec[]): LayerSpec[] =>
  layers.map(({ type, options, layers: held }) => {
    const definition = layerDefinitions.find(({ descriptor }) => descriptor.type === type)!;
    const parsed = parseOptions(definition.descriptor, options, 'layer');
    return { type, options: parsed, ...(held && { layers: complete(held) }) };
  });

test('what is printed is read back as the same network, and printed the same', () => {
  fc.assert(
    fc.property(fc.array(anyLayer, { minLength: 1, maxLength: 12 }), (layers) => {
      const text = printSequential({ layers });
      const read = parseSequential(text);
      expect(complete(read.layers)).toEqual(complete(layers));
      expect(printSequential(read)).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('random text is read or refused with a place, never anything else', () => {
  const piece = fc.constantFrom(
    ...['nn.', 'Sequential', 'Linear', '(', ')', '[', ']', ',', '=', '.', '3', '-', '1e5', '1e'],
    ...['Sequential(', '(0): ReLU()', '(fc): ', '(0-2): 3 x ', 'OrderedDict([', "('a', ", '*'],
    ...['\nclass Net(nn.Module):\n', 'nn.Sequential(nn.ReLU())', '\nreturn self.a(x)\n', '"""'],
    ...['\n', ' ', '#', "'", '"', '\\', '\\\n', 'None', 'True', 'bias', '__proto__', '🙂', '\0'],
  );
  const mangled = fc
    .tuple(fc.nat(lecture.length), fc.nat(20), fc.string())
    .map(([at, length, text]) => lecture.slice(0, at) + text + lecture.slice(at + length));
  const pieces = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), pieces, mangled), (text) => {
      try {
        expect(parseSequential(text).layers.length).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof StudioError)) throw error;
        expect(error.message).toMatch(/^Line \d+, column \d+: /);
      }
    }),
    { numRuns: 3000 },
  );
});
