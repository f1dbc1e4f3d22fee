/** Cases of convolutions, their gradients and pools: strides, dilations, groups, uneven paddings. */
import { reshape, scatterAdd } from '../../graph/ops.ts';
import { formatShape, type Shape, sizeOf, type Tensor } from '../../graph/Tensor.ts';
import { type Margins, type Pair, placesOf, window2d } from '../../graph/Window2d.ts';
import * as ops from '../../graph/windowOps.ts';
import { floats, type PrimitiveCase, primitiveCase, wholeFloats } from './PrimitiveCase.ts';

interface ConvolutionCase {
  readonly x: Shape;
  readonly filters: number;
  readonly kernel: Pair;
  readonly stride?: Pair;
  readonly dilation?: Pair;
  readonly padding?: Margins;
  readonly groups?: number;
}

const convolutions: readonly ConvolutionCase[] = [
  { x: [1, 1, 1, 1], filters: 1, kernel: [1, 1] },
  { x: [2, 3, 4, 5], filters: 2, kernel: [1, 1] },
  { x: [2, 1, 5, 4], filters: 3, kernel: [3, 2] },
  { x: [1, 2, 5, 5], filters: 2, kernel: [3, 3], padding: [1, 1, 1, 1] },
  { x: [2, 2, 7, 6], filters: 3, kernel: [3, 3], stride: [2, 2] },
  { x: [1, 2, 8, 8], filters: 2, kernel: [3, 3], stride: [3, 2], padding: [1, 0, 2, 1] },
  { x: [2, 1, 7, 7], filters: 2, kernel: [2, 3], dilation: [2, 3] },
  { x: [1, 1, 9, 9], filters: 1, kernel: [3, 3], stride: [2, 3], dilation: [2, 2] },
  { x: [2, 4, 5, 5], filters: 6, kernel: [3, 3], padding: [1, 1, 1, 1], groups: 2 },
  { x: [3, 4, 4, 4], filters: 4, kernel: [2, 2], groups: 4 },
  { x: [2, 4, 6, 5], filters: 8, kernel: [2, 3], stride: [2, 1], groups: 4 },
  { x: [1, 1, 2, 2], filters: 1, kernel: [3, 3], stride: [4, 4], padding: [2, 2, 2, 2] },
  { x: [2, 1, 3, 8], filters: 2, kernel: [3, 8] },
  { x: [3, 2, 6, 5], filters: 4, kernel: [2, 3], dilation: [2, 1], padding: [1, 2, 0, 1] },
];

const convolutionCases = convolutions.flatMap(({ x, filters, kernel, groups = 1, ...moves }) => {
  const window = window2d(kernel, moves);
  const op = { window, groups };
  const weight = [filters, x[1] / groups, ...kernel];
  const output = [x[0], filters, ...placesOf('case', window, x)];
  const how = Object.entries(moves).map(([name, sizes]) => ` ${name} ${formatShape(sizes)}`);
  const title = (kind: string) => `${kind}${how.join('')}${groups > 1 ? ` groups ${groups}` : ''}`;
  return [
    primitiveCase(title('conv2d'), [floats(x), floats(weight)], (a, b) => ops.conv2d(a, b, op)),
    primitiveCase(title('conv2dInputGradient'), [floats(output), floats(weight)], (a, b) =>
      ops.conv2dInputGradient(a, b, [x[2], x[3]], op),
    ),
    primitiveCase(title('conv2dWeightGradient'), [floats(x), floats(output)], (a, b) =>
      ops.conv2dWeightGradient(a, b, op),
    ),
  ];
});

const pools: readonly Omit<ConvolutionCase, 'filters' | 'groups'>[] = [
  { x: [1, 1, 1, 1], kernel: [1, 1] },
  { x: [2, 3, 4, 6], kernel: [2, 2], stride: [2, 2] },
  { x: [1, 2, 5, 7], kernel: [2, 2], stride: [2, 2] },
  { x: [2, 1, 5, 5], kernel: [3, 3] },
  { x: [1, 2, 6, 6], kernel: [3, 3], stride: [2, 2], padding: [1, 1, 1, 1] },
  { x: [1, 1, 7, 8], kernel: [2, 3], stride: [1, 2], dilation: [2, 1], padding: [0, 1, 1, 1] },
  { x: [2, 2, 3, 3], kernel: [2, 2], stride: [3, 3], padding: [1, 1, 1, 1] },
  { x: [2, 2, 6, 7], kernel: [2, 3], stride: [2, 2], dilation: [2, 1], padding: [1, 0, 2, 1] },
];

const poolCases = pools.flatMap(({ x, kernel, ...moves }) => {
  const window = window2d(kernel, moves);
  const how = `${formatShape(kernel)} ${JSON.stringify(moves)}`;
  return [
    primitiveCase(`maxPool2d ${how}`, [floats(x)], (a) => ops.maxPool2d(a, window)),
    primitiveCase(
      `maxPool2d with ties ${how}`,
      [wholeFloats(x, 2)],
      (a) => ops.maxPool2d(a, window),
      {
        differentiable: false,
      },
    ),
    primitiveCase(`maxPool2dIndices with ties ${how}`, [wholeFloats(x, 2)], (a) =>
      ops.maxPool2dIndices(a, window),
    ),
  ];
});

/** What a training step makes of a pool: the gradient for its input, ties included. */
const poolGradientCases = pools.flatMap(({ x, kernel, ...moves }) => {
  const window = window2d(kernel, moves);
  const output = [x[0], x[1], ...placesOf('case', window, x)];
  const title = `gradient of maxPool2d ${formatShape(kernel)} ${JSON.stringify(moves)}`;
  const gradient = (a: Tensor, g: Tensor) =>
    reshape(scatterAdd(g, ops.maxPool2dIndices(a, window), sizeOf(x)), x);
  return [floats(x), wholeFloats(x, 2)].map((values) =>
    primitiveCase(title, [values, floats(output)], gradient, { differentiable: false }),
  );
});

export const windowCases: readonly PrimitiveCase[] = [
  ...convolutionCases,
  ...poolCases,
  ...poolGradientCases,
];
