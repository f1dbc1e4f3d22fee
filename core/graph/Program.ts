/**
 * A program: named outputs, and all that they need, in an order in which it can be computed.
 *
 * A program is data. Executors compile it; passes rewrite it; nobody mutates it.
 */
import { ProgramInputError } from './errors.ts';
import { type DType, formatShape, type Shape, shapesEqual, type Tensor } from './Tensor.ts';

export interface ProgramInput {
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: DType;
}

export interface Program {
  readonly inputs: readonly ProgramInput[];
  readonly outputs: ReadonlyMap<string, Tensor>;
  /** Every tensor once, each behind its inputs. */
  readonly order: readonly Tensor[];
}

/**
 * Gathers a program from its outputs.
 *
 * Two inputs of one name must be alike. Throws ProgramInputError otherwise.
 */
export function program(outputs: Readonly<Record<string, Tensor>>): Program {
  const order = topologicalOrder(Object.values(outputs));
  const inputs = new Map<string, ProgramInput>();
  for (const tensor of order) {
    if (tensor.op.kind !== 'input') continue;
    const declared: ProgramInput = {
      name: tensor.op.name,
      shape: tensor.shape,
      dtype: tensor.dtype,
    };
    const before = inputs.get(declared.name);
    if (before && !(shapesEqual(before.shape, declared.shape) && before.dtype === declared.dtype)) {
      throw new ProgramInputError(
        `Input "${declared.name}" stands twice, as ${inWords(before)} and ${inWords(declared)}.`,
      );
    }
    inputs.set(declared.name, declared);
  }
  return { inputs: [...inputs.values()], outputs: new Map(Object.entries(outputs)), order };
}

const inWords = ({ dtype, shape }: ProgramInput) => `${dtype} ${formatShape(shape)}`;

/**
 * Every node once, each behind its inputs.
 *
 * Depth-first with an own stack: a network of a thousand layers must not overflow the call stack.
 */
export function topologicalOrder<Node extends { readonly inputs: readonly Node[] }>(
  roots: readonly Node[],
): Node[] {
  const order: Node[] = [];
  const done = new Set<Node>();
  const stack = [...roots].reverse().map((node) => ({ node, next: 0 }));
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const child = frame.node.inputs[frame.next];
    if (done.has(frame.node)) {
      stack.pop();
    } else if (child) {
      frame.next += 1;
      if (!done.has(child)) stack.push({ node: child, next: 0 });
    } else {
      done.add(frame.node);
      order.push(frame.node);
      stack.pop();
    }
  }
  return order;
}
