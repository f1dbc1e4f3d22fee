/**
 * The factors of a matrix product as Gemm takes them, the first one turned beforehand where that
 * pays.
 *
 * The runtime's product reads a transposed first factor, δ in δᵀx, with strides. Turning δ in a pass
 * of its own is cheaper: [128, 256]ᵀ [128, 784] takes 340 µs against 404, [256, 256]ᵀ [256, 784] 670
 * against 750; [512, 256]ᵀ comes out even. It is not for small products, where the pass costs more
 * than it saves. sessionOptions.ts forbids the runtime to undo it.
 */
import type { OpOf, Tensor } from '../../graph/Tensor.ts';
import type { LoweringContext } from './LoweringContext.ts';
import type { OnnxAttribute } from './OnnxGraph.ts';

const LEAST_SIZE = 128;

export interface GemmFactors {
  readonly names: readonly string[];
  readonly attributes: Readonly<Record<'transA' | 'transB', OnnxAttribute>>;
}

/** `names` are those of the product's two inputs, scaled or not. */
export function gemmFactors(
  { op, shape }: Tensor & { readonly op: OpOf<'matmul'> },
  names: readonly string[],
  { builder }: LoweringContext,
): GemmFactors {
  const [a, b] = names;
  const isTurned = op.transposeA && shape.every((size) => size >= LEAST_SIZE);
  const turned = () => builder.emit('Transpose', [a], { perm: { ints: [1, 0] } });
  return {
    names: [isTurned ? turned() : a, b],
    attributes: {
      transA: { int: op.transposeA && !isTurned ? 1 : 0 },
      transB: { int: op.transposeB ? 1 : 0 },
    },
  };
}
