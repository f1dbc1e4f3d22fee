/**
 * A value of a program that has not been computed: the primitive that makes it, the tensors it is
 * made from, its shape.
 *
 * Tensors are immutable and know only their inputs, so a program is just the tensors that its
 * outputs reach. Shapes are static, the minibatch axis among them: every mistake in sizes surfaces
 * while the graph is built, with its place.
 */
import type { Window2d } from './Window2d.ts';

/**
 * `float` is the executor's precision (float32, or float64 in the reference executor); `int` is
 * int32.
 */
export type DType = 'float' | 'int';

/** Sizes of the axes, outermost first; [] is a scalar. */
export type Shape = readonly number[];

/** Elementwise, one input. */
export type UnaryKind =
  | 'negate'
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'tanh'
  | 'sigmoid'
  | 'erf'
  | 'relu'
  | 'abs'
  | 'sign';

/** Elementwise, two inputs, NumPy broadcasting. `greater` and `equal` give 1 or 0 as float. */
export type BinaryKind =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'maximum'
  | 'minimum'
  | 'greater'
  | 'equal';

/** A convolution, and the gradients for its input and for its weight. */
export type ConvolutionKind = 'conv2d' | 'conv2dInputGradient' | 'conv2dWeightGradient';

/**
 * The primitives: each has a shape rule in ops.ts or windowOps.ts, a gradient rule in gradientRules.ts, and a
 * kernel in every executor.
 */
export type Op =
  | { readonly kind: 'input'; readonly name: string }
  /** Row-major values; a single value fills the whole shape. */
  | { readonly kind: 'constant'; readonly values: readonly number[] }
  | { readonly kind: UnaryKind }
  | { readonly kind: BinaryKind }
  /** condition ≠ 0 ? a : b, broadcasting all three. */
  | { readonly kind: 'where' }
  /** a · b over [m, k] and [k, n], either read transposed. */
  | { readonly kind: 'matmul'; readonly transposeA: boolean; readonly transposeB: boolean }
  | { readonly kind: 'sum'; readonly axes: readonly number[]; readonly keepDims: boolean }
  | { readonly kind: 'max'; readonly axes: readonly number[]; readonly keepDims: boolean }
  /** Index of the first largest value along the axis, which disappears; int. */
  | { readonly kind: 'argMax'; readonly axis: number }
  | { readonly kind: 'logSoftmax'; readonly axis: number }
  | { readonly kind: 'reshape' }
  /** Output axis i is input axis permutation[i]. */
  | { readonly kind: 'transpose'; readonly permutation: readonly number[] }
  | { readonly kind: 'broadcastTo' }
  /** int indices [...] → float [..., depth], 1 at the index. */
  | { readonly kind: 'oneHot'; readonly depth: number }
  /** int → float. */
  | { readonly kind: 'toFloat' }
  /** float → int: towards zero. */
  | { readonly kind: 'toInt' }
  /** Rows of a table [rows, *] at int indices [...] → [..., *]; every index is below `rows`. */
  | { readonly kind: 'gather' }
  /** Its transpose: sums [..., *] at int indices [...] into [rows, *], rows without an index are 0. */
  | { readonly kind: 'scatterAdd' }
  | { readonly kind: ConvolutionKind; readonly window: Window2d; readonly groups: number }
  | { readonly kind: 'maxPool2d' | 'maxPool2dIndices'; readonly window: Window2d }
  /** The same value; no gradient passes. */
  | { readonly kind: 'stopGradient' };

export type OpKind = Op['kind'];

/** The member of Op that has the kind; tables keyed by kind are typed with it. */
export type OpOf<Kind extends OpKind, Member = Op> = Member extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? Member
    : never
  : never;

export interface Tensor {
  readonly op: Op;
  readonly inputs: readonly Tensor[];
  readonly shape: Shape;
  readonly dtype: DType;
}

/** Number of elements: the product of the sizes, 1 for a scalar. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function shapesEqual(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** `[64, 10]`, as errors and reports print it. */
export function formatShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}
