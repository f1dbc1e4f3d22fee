/**
 * Images with their samples last, [C, H, W, N], from a trained convolution on.
 *
 * A training step copies what a convolution reads anyway, for the gradient of its weight
 * (windowCopies.ts); so the forward pass is a product with the same copies, whose result has the
 * samples last. Elementwise operators do not mind. A place of a pool's windows is then a plane of
 * whole rows, so the pool is a maximum of planes, and its gradient a few comparisons of planes
 * (planes.ts). Who wants [N, C, H, W], such as the first Linear layer, turns what it reads.
 */
import { type OpKind, sizeOf, type Tensor } from '../../graph/Tensor.ts';
import { biasedConvolution } from './fuseConvBias.ts';
import { fuseLeakyRelu } from './fuseLeakyRelu.ts';
import type { LoweringContext } from './LoweringContext.ts';
import { type Lowering, lowerings } from './lowerings.ts';
import { cutPoolGradient, poolGradient, poolOfPlanes } from './planes.ts';
import { addedCopies, keepsCopies, windowCopies } from './windowCopies.ts';

const ELEMENTWISE: ReadonlySet<OpKind> = new Set([
  ...(['negate', 'exp', 'log', 'sqrt', 'tanh', 'sigmoid', 'erf', 'relu', 'abs', 'sign'] as const),
  ...(['add', 'subtract', 'multiply', 'divide', 'maximum', 'minimum'] as const),
]);

/** Lowers a tensor as [C, H, W, N], or from one; false where it is left to the other lowerings. */
export function lowerSamplesLast(tensor: Tensor, context: LoweringContext): boolean {
  const sums = sumsOfChannels(tensor, context);
  if (sums !== null) context.setName(tensor, sums);
  const name = sums === null && tensor.shape.length === 4 ? samplesLast(tensor, context) : null;
  if (name !== null) context.setSamplesLast(tensor, name);
  return sums !== null || name !== null;
}

function samplesLast(tensor: Tensor, context: LoweringContext): string | null {
  const { op, inputs } = tensor;
  if (op.kind === 'conv2d') return convolution(tensor, null, context);
  if (op.kind === 'conv2dInputGradient') return inputGradient(tensor, context);
  if (op.kind === 'maxPool2d') return poolOfPlanes(inputs[0], op.window, context);
  if (op.kind === 'reshape') return poolGradient(tensor, context);
  const cut = cutPoolGradient(tensor, context);
  if (cut !== null) return cut;
  const biased = biasedConvolution(tensor, context);
  if (biased) return convolution(biased.convolution, biased.bias, context);
  return elementwise(tensor, context);
}

/** W [O, C · window] · copies [C · window, places] + bias [O, 1]. */
function convolution(tensor: Tensor, bias: Tensor | null, context: LoweringContext): string | null {
  const { op, inputs, shape } = tensor;
  const [x, weight] = inputs;
  if (op.kind !== 'conv2d') return null;
  const convolved = { op, x: x.shape, y: shape };
  const isTrained = context.trained.some(
    (other) => other.inputs[0] === x && other.op.window === op.window,
  );
  if (!isTrained || !keepsCopies(convolved, context.trained)) return null;
  const { builder, nameOf, samplesLastOf } = context;
  const [samples, filters, rows, columns] = shape;
  const reshaped = (name: string, sizes: readonly number[]) =>
    builder.emit('Reshape', [name, builder.integers(sizes)]);
  const product = builder.emit('Gemm', [
    reshaped(nameOf(weight), [filters, sizeOf(weight.shape) / filters]),
    windowCopies(samplesLastOf(x), convolved, builder),
    ...(bias ? [reshaped(nameOf(bias), [filters, 1])] : []),
  ]);
  return reshaped(product, [filters, rows, columns, samples]);
}

function inputGradient({ op, inputs, shape }: Tensor, context: LoweringContext): string | null {
  const [g, weight] = inputs;
  if (op.kind !== 'conv2dInputGradient') return null;
  const convolved = { op, x: shape, y: g.shape };
  if (!keepsCopies(convolved, context.trained)) return null;
  const { builder, nameOf, samplesLastOf } = context;
  return addedCopies(nameOf(weight), samplesLastOf(g), convolved, builder);
}

/** As all others of its kind, on operands that have their samples last. */
function elementwise(tensor: Tensor, context: LoweringContext): string | null {
  const operands = tensor.op.kind === 'where' ? tensor.inputs[0].inputs : tensor.inputs;
  if (!operands.some(context.isSamplesLast) || !operands.every(isTurnable)) return null;
  const turned = {
    ...context,
    nameOf: (operand: Tensor) =>
      operand.shape.length === 4 ? context.samplesLastOf(operand) : context.nameOf(operand),
  };
  const leaky = fuseLeakyRelu(tensor, turned);
  if (leaky !== null || !ELEMENTWISE.has(tensor.op.kind)) return leaky;
  return (lowerings[tensor.op.kind] as Lowering)(tensor, turned);
}

/** Whether what it was before it was broadcast has samples to turn, or is a scalar. */
function isTurnable(tensor: Tensor): boolean {
  let inner = tensor;
  while (inner.op.kind === 'broadcastTo') inner = inner.inputs[0];
  return inner.shape.length === 4 || inner.shape.length === 0;
}

/** The sum over samples, rows and columns: the gradient of a bias, the means of BatchNorm2d. */
function sumsOfChannels({ op, inputs, shape }: Tensor, context: LoweringContext): string | null {
  if (op.kind !== 'sum' || !context.isSamplesLast(inputs[0])) return null;
  if (op.axes.length !== 3 || op.axes.includes(1)) return null;
  const { builder, samplesLastOf } = context;
  const sums = builder.emit('ReduceSum', [samplesLastOf(inputs[0]), builder.integers([1, 2, 3])], {
    keepdims: { int: 0 },
  });
  return op.keepDims ? builder.emit('Reshape', [sums, builder.integers(shape)]) : sums;
}
