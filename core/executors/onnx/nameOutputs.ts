/** Ends a graph: its outputs get the names that the caller knows them by. */
import type { OnnxNode } from './OnnxGraph.ts';

export interface NamedOutput {
  readonly name: string;
  /** The value that it is, by the name it was made under. */
  readonly source: string;
}

/**
 * Gives results their output's name; an input, a constant or a second output of one value is copied
 * by a node.
 */
export function nameOutputs(
  nodes: readonly OnnxNode[],
  outputs: readonly NamedOutput[],
): OnnxNode[] {
  const made = new Set(nodes.flatMap((node) => node.outputs));
  const renamed = new Map<string, string>();
  const copies: NamedOutput[] = [];
  for (const output of outputs) {
    if (made.has(output.source) && !renamed.has(output.source)) {
      renamed.set(output.source, output.name);
    } else {
      copies.push(output);
    }
  }
  const rename = (name: string) => renamed.get(name) ?? name;
  return [
    ...nodes.map((node) => renameValues(node, rename)),
    ...copies.map(({ name, source }) => ({
      operator: 'Identity',
      inputs: [rename(source)],
      outputs: [name],
      attributes: {},
    })),
  ];
}

/** Inside the graphs of a node, too, which read values from around them. */
function renameValues(node: OnnxNode, rename: (name: string) => string): OnnxNode {
  const attributes = Object.entries(node.attributes).map(([name, attribute]) => {
    if (!('graph' in attribute)) return [name, attribute] as const;
    const { graph } = attribute;
    const nodes = graph.nodes.map((inner) => renameValues(inner, rename));
    return [name, { graph: { ...graph, nodes } }] as const;
  });
  return {
    ...node,
    inputs: node.inputs.map(rename),
    outputs: node.outputs.map(rename),
    attributes: Object.fromEntries(attributes),
  };
}
