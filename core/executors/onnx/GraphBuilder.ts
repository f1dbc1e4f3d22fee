/** Collects the nodes and constants of one ONNX graph and hands out the names of its values. */
import type { OnnxAttribute, OnnxInitializer, OnnxNode, OnnxType } from './OnnxGraph.ts';

export interface GraphBuilder {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxInitializer[];
  /** Adds a node with one result and gives the result's name; the same work is done once. */
  emit(
    operator: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, OnnxAttribute>>,
  ): string;
  /** Adds a node with several results. */
  emitMany(
    operator: string,
    inputs: readonly string[],
    results: number,
    attributes: Readonly<Record<string, OnnxAttribute>>,
  ): readonly string[];
  /** The name of a constant; equal ones are kept once. */
  constant(type: OnnxType, shape: readonly number[], values: readonly number[]): string;
  /** Axes or sizes, which ONNX takes as an int64 vector. */
  integers(values: readonly number[]): string;
  /** Many integers, made once for a name of what they are. */
  places(what: string, make: () => readonly number[]): string;
}

/**
 * Larger constants are not compared: a step has few of them, and the text to compare would cost more
 * than a copy.
 */
const MOST_COMPARED_VALUES = 64;

/** `prefix` stands before every name: those of a graph inside another must not repeat. */
export function createGraphBuilder(prefix = ''): GraphBuilder {
  const nodes: OnnxNode[] = [];
  const initializers: OnnxInitializer[] = [];
  const known = new Map<string, string>();
  const knownMany = new Map<string, readonly string[]>();

  function constant(type: OnnxType, shape: readonly number[], values: readonly number[]): string {
    const isSmall = values.length <= MOST_COMPARED_VALUES;
    const content = isSmall ? values.map(exactText) : `large ${initializers.length}`;
    const key = `${type} [${shape}] ${content}`;
    const before = known.get(key);
    if (before) return before;
    const name = `${prefix}constant${initializers.length}`;
    known.set(key, name);
    initializers.push({ name, type, shape, values });
    return name;
  }

  return {
    nodes,
    initializers,
    constant,
    integers: (values) => constant('int64', [values.length], values),
    places(what, make) {
      const before = known.get(what);
      if (before) return before;
      const values = make();
      const name = constant('int64', [values.length], values);
      known.set(what, name);
      return name;
    },
    emit(operator, inputs, attributes = {}) {
      const key = JSON.stringify([operator, inputs, attributes]);
      const before = known.get(key);
      if (before) return before;
      const output = `${prefix}value${nodes.length}`;
      known.set(key, output);
      nodes.push({ operator, inputs, outputs: [output], attributes });
      return output;
    },
    emitMany(operator, inputs, results, attributes) {
      const key = JSON.stringify([operator, inputs, attributes]);
      const before = knownMany.get(key);
      if (before) return before;
      const outputs = Array.from(
        { length: results },
        (_, i) => `${prefix}value${nodes.length}_${i}`,
      );
      knownMany.set(key, outputs);
      nodes.push({ operator, inputs, outputs, attributes });
      return outputs;
    },
  };
}

/** Text that tells -0 from 0. */
export const exactText = (value: number) => (Object.is(value, -0) ? '-0' : String(value));
