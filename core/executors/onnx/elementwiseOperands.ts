/**
 * The operands of an elementwise primitive, without expansions that the operator's own broadcasting
 * does for free.
 *
 * A gradient of a sum is a broadcast scalar, a filled constant a whole matrix of one number: read
 * as they stand before the expansion, they cost no memory traffic. At least one operand stays as
 * large as the result.
 */
import { broadcastShapes } from '../../graph/ops.ts';
import { type Shape, shapesEqual, type Tensor } from '../../graph/Tensor.ts';
import type { LoweringContext } from './LoweringContext.ts';

interface Operand {
  readonly shape: Shape;
  readonly name: string;
}

export function elementwiseOperands(tensor: Tensor, context: LoweringContext): string[] {
  const chosen = tensor.inputs.map((input) => asItIs(input, context));
  for (const [position, input] of tensor.inputs.entries()) {
    const smaller = beforeExpansion(input, context);
    const shape = chosen
      .map((operand, other) => (other === position ? smaller : operand).shape)
      .reduce((a, b) => broadcastShapes(tensor.op.kind, a, b));
    if (shapesEqual(shape, tensor.shape)) chosen[position] = smaller;
  }
  return chosen.map((operand) => operand.name);
}

const asItIs = (tensor: Tensor, context: LoweringContext): Operand => ({
  shape: tensor.shape,
  name: context.nameOf(tensor),
});

function beforeExpansion(tensor: Tensor, context: LoweringContext): Operand {
  let inner = tensor;
  while (inner.op.kind === 'broadcastTo') inner = inner.inputs[0];
  if (inner.op.kind === 'constant' && inner.op.values.length === 1 && inner.dtype === 'float') {
    return { shape: [], name: context.builder.constant('float32', [], inner.op.values) };
  }
  return asItIs(inner, context);
}
