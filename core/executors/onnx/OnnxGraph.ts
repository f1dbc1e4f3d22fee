/**
 * The part of ONNX that programs lower to, as plain data. encodeModel.ts turns it into the bytes
 * that a runtime loads.
 *
 * Values are named by position (`input0`, `value7`): names of parameters stay outside, so no text
 * of a user's ever reaches the file format.
 */

export type OnnxType = 'float32' | 'int32' | 'int64';

/** A size, or the name of one that is known only when the model runs. */
export type OnnxSize = number | string;

export interface OnnxValue {
  readonly name: string;
  readonly type: OnnxType;
  readonly shape: readonly OnnxSize[];
}

export interface OnnxInitializer {
  readonly name: string;
  readonly type: OnnxType;
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: ArrayLike<number>;
}

export type OnnxAttribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly text: string }
  | { readonly ints: readonly number[] }
  | { readonly initializer: OnnxInitializer }
  | { readonly graph: OnnxGraph };

export interface OnnxNode {
  readonly operator: string;
  /** An empty name leaves an optional input out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

export interface OnnxGraph {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly initializers: readonly OnnxInitializer[];
  /** Each behind the nodes it reads from. */
  readonly nodes: readonly OnnxNode[];
}

/** The values that a node reads, those among them that graphs inside it take from around them. */
export function readNames({ inputs, attributes }: OnnxNode): string[] {
  const bodies = Object.values(attributes).flatMap((attribute) =>
    'graph' in attribute ? attribute.graph.nodes : [],
  );
  return [...inputs, ...bodies.flatMap(readNames)];
}
