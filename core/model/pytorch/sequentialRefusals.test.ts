import { describe, expect, it } from 'vitest';
import { caughtError } from '../../data/testing/caughtError.ts';
import { parseSequential } from './parseSequential.ts';

const wrong = (line: number, column: number, received: string) =>
  `Line ${line}, column ${column}: A class is read where it only calls its one nn.Sequential, once. Received "${received}".`;

describe('parseSequential refuses', () => {
  it.each([
    ['', 'Line 1, column 1: Expected a layer or a value. Received the end of the text.'],
    ['class Net', 'Line 1, column 1: Expected a layer or a value. Received the name "class".'],
    ['nn.Sequential()', 'Line 1, column 1: nn.Sequential needs at least one layer.'],
    ['nn.ModuleList(nn.ReLU())', 'Line 1, column 1: Expected nn.Sequential(...).'],
    ['nn.Sequential(nn.Lineer(3, 2))', 'Line 1, column 15: There is no layer "Lineer".'],
    [
      'nn.Sequential(\n  nn.ReLU(),\n  tf.Linear(2))',
      'Line 3, column 3: There is no layer "tf.Linear".',
    ],
    [
      'nn.Sequential(\n    nn.Linear(3))',
      'Line 2, column 5: Linear needs out_features: an integer in [1, 65536].',
    ],
    [
      'nn.Sequential(nn.Dropout(1.2))',
      'Line 1, column 26: Dropout p must be in [0, 1). Received 1.2.',
    ],
    [
      'nn.Sequential(nn.Linear(3, 2.5))',
      'Line 1, column 28: Linear out_features must be an integer in [1, 65536]. Received 2.5.',
    ],
    [
      'nn.Sequential(nn.Linear(3, "2"))',
      'Line 1, column 28: Linear out_features must be an integer in [1, 65536]. Received "2".',
    ],
    [
      'nn.Sequential(nn.Linear(3, nn.ReLU()))',
      'Line 1, column 28: Linear out_features must be an integer in [1, 65536]. Received a call of "nn.ReLU".',
    ],
    [
      'nn.Sequential(nn.Linear(3, 2, bias=1))',
      'Line 1, column 36: Linear bias must be true or false. Received 1.',
    ],
    [
      'nn.Sequential(nn.Linear(3, 2, True, 4))',
      'Line 1, column 37: Linear takes at most 3 arguments without a name.',
    ],
    [
      'nn.Sequential(nn.Linear(3, in_features=2))',
      'Line 1, column 28: in_features is given twice.',
    ],
    [
      'nn.Sequential(nn.Linear(in_features=3, 2))',
      'Line 1, column 40: An argument without a name must not stand behind one with a name.',
    ],
    ['nn.Sequential(nn.ReLU(slope=2))', 'Line 1, column 29: ReLU has no argument "slope".'],
    ['nn.Sequential(nn.ReLU(__proto__=2))', 'Line 1, column 33: ReLU has no argument "__proto__".'],
    ['nn.Sequential(nn.Flatten(0))', 'Line 1, column 26: Flatten start_dim must be 1. Received 0.'],
    [
      'nn.Sequential(nn.Embedding(9, 2, -1))',
      'Line 1, column 34: Embedding padding_idx must be an integer in [0, 16777215]. Received -1.',
    ],
    [
      'nn.Sequential(nn.Conv2d(1, 2, 3, padding="half"))',
      'Line 1, column 42: Conv2d padding must be an integer or [height, width] in [0, 1024]. Received "half".',
    ],
    [
      'nn.Sequential(nn.MaxPool2d(3, padding="same"))',
      'Line 1, column 39: MaxPool2d padding must be an integer or [height, width] in [0, 1024]. Received "same".',
    ],
    [
      "nn.Sequential(nn.Conv2d(1, 2, 3, padding='same', stride=(2, 1)))",
      "Line 1, column 42: Conv2d padding 'same' needs a stride of 1. Received (2, 1).",
    ],
    [
      "nn.Sequential(nn.Conv2d(1, 2, (3, 2), padding='same'))",
      "Line 1, column 47: Conv2d padding 'same' pads one side by a pixel more than the other with a kernel_size of (3, 2) and a dilation of 1.",
    ],
    [
      "nn.Sequential(nn.Conv2d(1, 2, padding='same'))",
      'Line 1, column 15: Conv2d needs kernel_size: an integer or [height, width] in [1, 1024].',
    ],
    ['nn.Sequential(Residual())', 'Line 1, column 15: Residual needs layers inside.'],
    [
      `nn.Sequential(${'Residual('.repeat(6)}nn.ReLU()${')'.repeat(7)}`,
      'Line 1, column 60: Layers may nest 4 times.',
    ],
    ['nn.Sequential(*layers)', 'Line 1, column 15: Expected a layer or a value. Received "*".'],
    [
      'nn.Sequential(nn.Linear(n, 2))',
      'Line 1, column 25: Expected a layer or a value. Received the name "n".',
    ],
    [
      'nn.Sequential(nn.ReLU(), 3)',
      'Line 1, column 26: Expected a layer such as nn.Linear(300, 200).',
    ],
    ['nn.Sequential(fc=nn.ReLU())', 'Line 1, column 15: Layers stand without names.'],
    [
      'nn.Sequential(nn.Sequential())',
      'Line 1, column 15: nn.Sequential needs at least one layer.',
    ],
    [
      'nn.Sequential(nn.Linear(3, out_features=n))',
      'Line 1, column 41: Linear out_features must be an integer in [1, 65536]. Received the name "n".',
    ],
    [
      'nn.Sequential(nn.ReLU()',
      'Line 1, column 24: Expected "," or ")". Received the end of the text.',
    ],
    [
      'nn.Sequential(nn.ReLU())\nx',
      'Line 2, column 1: Expected the end of the text. Received "x".',
    ],
    ['nn.Sequential(nn.ReLU("a))', 'Line 1, column 23: Unexpected "\\"". This text has no end.'],
    ['nn.Sequential(nn.ReLU(); 1)', 'Line 1, column 24: Unexpected ";". It means nothing here.'],
    ['nn.Linear(4, 3), 5', 'Line 1, column 18: Expected a layer such as nn.Linear(300, 200).'],
    [
      'nn.Linear(4, 3) nn.ReLU()',
      'Line 1, column 17: Expected the end of the text. Received "nn".',
    ],
    ['nn.Sequential(nn.Linear(8*2.5, 2))', 'Line 1, column 25: Only integers are multiplied.'],
    [
      'nn.Sequential(nn.Linear(9999999999*9999999999, 2))',
      'Line 1, column 25: The product is too large.',
    ],
    ['nn.Sequential(nn.Linear(8**2, 2))', 'Line 1, column 26: Expected "," or ")". Received "*".'],
    ['nn.Sequential(nn.Linear(8*n, 2))', 'Line 1, column 26: Expected "," or ")". Received "*".'],
    [
      "nn.Sequential(OrderedDict([('fc', 3, nn.ReLU())]))",
      'Line 1, column 28: OrderedDict needs a list of pairs, each of a name and a layer.',
    ],
    [
      'nn.Sequential(OrderedDict(fc=nn.ReLU()))',
      'Line 1, column 15: OrderedDict needs a list of pairs, each of a name and a layer.',
    ],
    ['nn.Sequential(OrderedDict([]))', 'Line 1, column 1: nn.Sequential needs at least one layer.'],
    ...(
      [
        [
          'self.net = nn.Sequential(nn.Lin(3))',
          'return self.net(x)',
          'Line 3, column 30: There is no layer "Lin".',
        ],
        [
          'self.net = nn.Sequential(nn.ReLU())',
          'return x + self.net(x)',
          'Line 5, column 5: A class is read where it only calls its one nn.Sequential, once. Received "return x + self.net(x)".',
        ],
        [
          'self.net = nn.Sequential(nn.ReLU())',
          'x = self.net(x)\n    return self.net(x)',
          'Line 6, column 5: A class is read where it only calls its one nn.Sequential, once. Received "return self.net(x)".',
        ],
        [
          'self.a = nn.Sequential(nn.ReLU())\n    self.b = nn.Flatten()',
          'return self.a(x)',
          'Line 4, column 5: A class is read where it only calls its one nn.Sequential, once. Received "self.b = nn.Flatten()".',
        ],
        [
          'self.a = nn.Sequential(nn.ReLU())\n    self.b = nn.Sequential(nn.ReLU())',
          'return self.a(x)',
          'Line 4, column 5: A class is read where it only calls its one nn.Sequential, once. Received "self.b = nn.Sequential(nn.ReLU())".',
        ],
        ['net = nn.Sequential(nn.ReLU())', 'return self.net(x)', wrong(3, 5, 'net =')],
        ['self.net = nn.Sequential(nn.ReLU())', 'pass', wrong(4, 3, 'def forward(self, x):')],
        ...(
          [
            ['y = self.net(x)\n    return x', 6, 5, 'return x'],
            ['y = self.net(x)\n    y = Net()\n    return y', 6, 5, 'y = Net()'],
            ['y = self.net(x)\n    return y\n    return x', 7, 5, 'return x'],
            ['x = self.net(x)', 5, 5, 'x = self.net(x)'],
            ['return self.head(x)', 5, 5, 'return self.head(x)'],
            ['return self.net(z)', 5, 5, 'return self.net(z)'],
            ['return x', 5, 5, 'return x'],
            ['import x\n    return self.net(x)', 5, 5, 'import x'],
            [
              'return self.net(x)\n  def forward(self, x):\n    return x',
              6,
              3,
              'def forward(self, x):',
            ],
            ['return self.net(x)\nclass Two(nn.Module):\n  pass', 6, 1, 'class Two(nn.Module):'],
          ] as const
        ).map(
          ([called, line, column, received]) =>
            ['self.net = nn.Sequential(nn.ReLU())', called, wrong(line, column, received)] as const,
        ),
        [
          'self.net = nn.Sequential(nn.ReLU()',
          'pass',
          'Line 4, column 3: Expected "," or ")". Received "def".',
        ],
      ] as const
    ).map(
      ([made, called, message]) =>
        [
          `class Net(nn.Module):\n  def __init__(self):\n    ${made}\n  def forward(self, x):\n    ${called}`,
          message,
        ] as [string, string],
    ),
    ['nn.Sequential(nn.Linear(1e999, 2))', 'Line 1, column 25: The number "1e999" is too large.'],
  ])('%j', (text, message) => {
    const error = caughtError(() => parseSequential(text));
    expect(error).toMatchObject({ code: 'invalid-model', message });
    expect(error.where).toBe(message.slice(0, message.indexOf(':')).replace('Line', 'line'));
  });

  it('nesting without end, and too many layers', () => {
    expect(caughtError(() => parseSequential('nn.Sequential('.repeat(50_000))).message).toMatch(
      /nested too deeply/,
    );
    const within = `class Net(nn.Module):\n  net = ${'nn.Sequential('.repeat(50_000)}`;
    expect(caughtError(() => parseSequential(within)).message).toMatch(/nested too deeply/);
    const text = `nn.Sequential(${'nn.ReLU(),'.repeat(1001)})`;
    expect(caughtError(() => parseSequential(text)).message).toBe(
      'Line 1, column 10015: nn.Sequential must have at most 1000 layers. Received 1001 or more.',
    );
  });
});
