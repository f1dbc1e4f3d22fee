/**
 * Sums with a matrix product as one `Gemm`, Y = α A' B' + β C, instead of passes over the whole
 * result.
 *
 * This is where a training step spends its time besides the products themselves: a bias joins the
 * product, momentum and weight decay join the gradient, and plain SGD, W - δᵀx where δ comes with
 * the learning rate (core/training/trainingGraph.ts), becomes a single operator. A scalar that is
 * known only when the program runs, such as the share of the gradient under dampening, cannot be α:
 * it scales the smaller factor, δ, which has fewer values than W.
 */
import { type OpOf, sizeOf, type Tensor } from '../../graph/Tensor.ts';
import { gemmFactors } from './gemmFactors.ts';
import type { LoweringContext } from './LoweringContext.ts';

/** factor · scalar · tensor. */
interface Term {
  readonly tensor: Tensor;
  readonly factor: number;
  /** A tensor of shape [], known only when the program runs. */
  readonly scalar: Tensor | null;
}

/** The name of the fused value, or null where nothing can be fused. */
export function fuseGemm(tensor: Tensor, context: LoweringContext): string | null {
  const { kind } = tensor.op;
  if ((kind !== 'add' && kind !== 'subtract') || tensor.shape.length !== 2) return null;
  const [left, right] = tensor.inputs;
  const sign = kind === 'add' ? 1 : -1;
  return (
    gemm(tensor, { value: right, sign }, { value: left, sign: 1 }, context) ??
    gemm(tensor, { value: left, sign: 1 }, { value: right, sign }, context)
  );
}

interface Signed {
  readonly value: Tensor;
  readonly sign: number;
}

function gemm(
  result: Tensor,
  product: Signed,
  addend: Signed,
  context: LoweringContext,
): string | null {
  if (!context.isInner(product.value) || product.value === addend.value) return null;
  const term = innerTerm(product.value, context);
  const matmul = term.tensor;
  if (!isMatmul(matmul) || sizeOf(matmul.shape) !== sizeOf(result.shape)) return null;
  const scaled = scaledFactors(term, context);
  if (!scaled) return null;
  const factors = gemmFactors(matmul, scaled, context);
  const added = constantTerm(addend.value);
  return context.builder.emit('Gemm', [...factors.names, context.nameOf(added.tensor)], {
    ...factors.attributes,
    alpha: { float: product.sign * term.factor },
    beta: { float: addend.sign * added.factor },
  });
}

const isMatmul = (tensor: Tensor): tensor is Tensor & { readonly op: OpOf<'matmul'> } =>
  tensor.op.kind === 'matmul';

/** Takes multiplications by scalars off, as far as nobody else reads what stands below. */
function innerTerm(tensor: Tensor, context: LoweringContext): Term {
  let term: Term = { tensor, factor: 1, scalar: null };
  for (;;) {
    const split = splitScalar(term.tensor);
    if (!split || !context.isInner(split.rest)) return term;
    if (typeof split.scalar === 'number') {
      term = { ...term, tensor: split.rest, factor: term.factor * split.scalar };
    } else if (term.scalar === null) {
      term = { ...term, tensor: split.rest, scalar: split.scalar };
    } else {
      return term;
    }
  }
}

/** Takes constant factors and broadcasts off: Gemm does both by itself. */
function constantTerm(tensor: Tensor): Term {
  let term: Term = { tensor, factor: 1, scalar: null };
  for (;;) {
    if (term.tensor.op.kind === 'broadcastTo') {
      term = { ...term, tensor: term.tensor.inputs[0] };
      continue;
    }
    const split = splitScalar(term.tensor);
    if (!split || typeof split.scalar !== 'number') return term;
    term = { ...term, tensor: split.rest, factor: term.factor * split.scalar };
  }
}

/** `tensor` as scalar · rest, null when it is not such a product of one pass. */
function splitScalar(tensor: Tensor): { scalar: number | Tensor; rest: Tensor } | null {
  if (tensor.op.kind === 'negate') return { scalar: -1, rest: tensor.inputs[0] };
  if (tensor.op.kind !== 'multiply') return null;
  const [a, b] = tensor.inputs;
  for (const [rest, scalar] of [
    [a, b],
    [b, a],
  ]) {
    if (rest.shape.length !== tensor.shape.length || sizeOf(rest.shape) !== sizeOf(tensor.shape)) {
      continue;
    }
    const { op } = scalar;
    if (op.kind === 'constant' && op.values.length === 1) return { scalar: op.values[0], rest };
    if (op.kind !== 'constant' && scalar.shape.length === 0) return { scalar, rest };
  }
  return null;
}

/**
 * The names of a and b, the smaller one scaled; null when that is no less work than to scale the
 * product.
 */
function scaledFactors({ tensor, scalar }: Term, context: LoweringContext): string[] | null {
  const names = tensor.inputs.map(context.nameOf);
  if (!scalar) return names;
  const sizes = tensor.inputs.map((factor) => sizeOf(factor.shape));
  const smaller = sizes[0] <= sizes[1] ? 0 : 1;
  if (sizes[smaller] >= sizeOf(tensor.shape)) return null;
  names[smaller] = context.builder.emit('Mul', [names[smaller], context.nameOf(scalar)]);
  return names;
}
