/**
 * What the GPU computes: the primitives of a program, some of them rewritten for thousands of
 * threads (rewrite.ts).
 *
 * A sum of many elements into few, or a product with a small result, would keep a handful of
 * threads busy for long. Such a node becomes two: parts, each of a stretch of the sum, and the sum
 * of the parts.
 */
import type {
  BinaryKind,
  ConvolutionKind,
  Op,
  OpKind,
  Shape,
  UnaryKind,
} from '../../graph/Tensor.ts';
import type { Window2d } from '../../graph/Window2d.ts';

/** Primitives that change nothing but a shape or a kind, or that rewrite.ts expresses by others. */
type Rewritten = 'stopGradient' | 'toFloat' | 'logSoftmax' | ConvolutionKind;

export type GpuOp =
  | Exclude<Op, { readonly kind: Rewritten }>
  | {
      readonly kind: 'conv2d' | 'conv2dInputGradient';
      readonly window: Window2d;
      readonly groups: number;
    }
  /** log Σ exp(x) along the axis, which stays with size 1. */
  | { readonly kind: 'logSumExp'; readonly axis: number }
  /** [parts, ...shape without the axis]: part p sums the p-th stretch of the axis. */
  | { readonly kind: 'partialSum'; readonly axis: number; readonly parts: number }
  /** [parts, m, n]: part p sums over the p-th stretch of the inner axis. */
  | {
      readonly kind: 'partialMatmul';
      readonly transposeA: boolean;
      readonly transposeB: boolean;
      readonly parts: number;
    }
  /** [N, O, C / groups, KH, KW]: conv2d's weight gradient, a sample at a time. */
  | {
      readonly kind: 'sampleWeightGradient';
      readonly window: Window2d;
      readonly groups: number;
    }
  /** [rows]: the last place of each row among the indices, in a row; −1 where it has none. */
  | { readonly kind: 'lastPlace' }
  /** [indices, in a row]: from each place the one before it with the same index, or −1. */
  | { readonly kind: 'placeBefore' }
  /** scatterAdd along the chains of values, last places and places before; `indices`: their shape. */
  | { readonly kind: 'chainedSum'; readonly indices: Shape }
  /** Where in its own image [H, W] the maximum of each window stands: exact for images up to 2²⁴. */
  | { readonly kind: 'maxPool2dPlaces'; readonly window: Window2d }
  /** From the gradients of a max pool's results and their places to the gradient of its input. */
  | { readonly kind: 'maxPool2dGradient'; readonly window: Window2d };

export type GpuOpKind = GpuOp['kind'];

export type GpuOpOf<Kind extends GpuOpKind, Member = GpuOp> = Member extends {
  readonly kind: infer Kinds;
}
  ? Kind extends Kinds
    ? Member
    : never
  : never;

export interface GpuNode {
  readonly op: GpuOp;
  readonly inputs: readonly GpuNode[];
  readonly shape: Shape;
}

const elementwiseKinds = {
  negate: true,
  exp: true,
  log: true,
  sqrt: true,
  tanh: true,
  sigmoid: true,
  erf: true,
  relu: true,
  abs: true,
  sign: true,
  add: true,
  subtract: true,
  multiply: true,
  divide: true,
  maximum: true,
  minimum: true,
  greater: true,
  equal: true,
  where: true,
  toInt: true,
} satisfies Record<UnaryKind | BinaryKind | 'where' | 'toInt', true>;

/** Computes each element from the elements at its place. */
export const isElementwise = ({ op }: GpuNode): boolean => Object.hasOwn(elementwiseKinds, op.kind);

const viewKinds: ReadonlySet<string> = new Set<OpKind>([
  'constant',
  'reshape',
  'transpose',
  'broadcastTo',
  'oneHot',
  'gather',
]);

/** Moves elements without arithmetic: whoever reads it reads its input at another place. */
export const isView = ({ op }: GpuNode): boolean => viewKinds.has(op.kind);
