/**
 * The parts of a training step that go over a parameter value by value, each found whole: an
 * optimizer's update, or that of a running statistic.
 *
 * A region is grown from the new state backwards: an elementwise tensor belongs to it if everything
 * that reads it does, or if it is new state. Nothing else waits for what a region computes, so it
 * may be computed wherever its operands are known, and its state may lie in memory as suits it.
 */
import type { Program } from '../../graph/Program.ts';
import { type OpKind, shapesEqual, type Tensor } from '../../graph/Tensor.ts';

export interface UpdateRegion {
  /** In the program's order, all float and of one shape. */
  readonly members: readonly Tensor[];
  /** What members read of that shape from outside, in the order in which they do. */
  readonly operands: readonly Tensor[];
  readonly results: readonly RenewedState[];
}

/** State whose old value is an operand and whose new value is a member. */
export interface RenewedState {
  readonly name: string;
  readonly operand: number;
  readonly member: number;
}

const ELEMENTWISE: ReadonlySet<OpKind> = new Set<OpKind>([
  ...(['negate', 'exp', 'log', 'sqrt', 'tanh', 'abs', 'sign'] as const),
  ...(['add', 'subtract', 'multiply', 'divide', 'maximum', 'minimum'] as const),
]);

/** `state`: the names of inputs that are outputs, too. */
export function updateRegions(program: Program, state: readonly string[]): UpdateRegion[] {
  const members = updateMembers(program, state);
  return connected(program, members).flatMap((group) => {
    const region = asRegion(group, program);
    return region ? [region] : [];
  });
}

/** Elementwise tensors that nothing but such tensors and the new state reads. */
function updateMembers({ order, outputs }: Program, state: readonly string[]): Set<Tensor> {
  const readers = new Map<Tensor, Tensor[]>();
  for (const tensor of order) {
    for (const input of tensor.inputs) {
      const known = readers.get(input);
      if (known) known.push(tensor);
      else readers.set(input, [tensor]);
    }
  }
  const isReported = new Set<Tensor>();
  for (const [name, tensor] of outputs) if (!state.includes(name)) isReported.add(tensor);
  const members = new Set<Tensor>();
  for (const tensor of order.toReversed()) {
    const isInside = (reader: Tensor) =>
      members.has(reader) && shapesEqual(reader.shape, tensor.shape);
    const fits = ELEMENTWISE.has(tensor.op.kind) && tensor.dtype === 'float';
    if (!fits || isReported.has(tensor)) continue;
    if ((readers.get(tensor) ?? []).every(isInside)) members.add(tensor);
  }
  return members;
}

/** Members that read each other, together, in the program's order. */
function connected({ order }: Program, members: ReadonlySet<Tensor>): Tensor[][] {
  const groupOf = new Map<Tensor, Set<Tensor>>();
  for (const tensor of order) {
    if (!members.has(tensor)) continue;
    const group = new Set([tensor]);
    groupOf.set(tensor, group);
    for (const input of tensor.inputs) {
      const other = groupOf.get(input);
      if (!other || other === group) continue;
      for (const member of other) {
        group.add(member);
        groupOf.set(member, group);
      }
    }
  }
  const position = new Map(order.map((tensor, index) => [tensor, index]));
  return [...new Set(groupOf.values())].map((group) =>
    [...group].sort((a, b) => position.get(a)! - position.get(b)!),
  );
}

/** Null where a member reads what cannot be cut as its result can. */
function asRegion(members: readonly Tensor[], { outputs }: Program): UpdateRegion | null {
  const [{ shape }] = members;
  const isMember = new Set(members);
  const isArray = (tensor: Tensor) => isMember.has(tensor) || scalarOf(tensor) === null;
  const read = new Set(members.flatMap((member) => member.inputs));
  const operands = [...read].filter((tensor) => isArray(tensor) && !isMember.has(tensor));
  const fits = ({ op, shape: own }: Tensor) => op.kind !== 'broadcastTo' && shapesEqual(own, shape);
  if (!operands.every(fits) || !members.every(({ inputs }) => inputs.some(isArray))) return null;

  const results: RenewedState[] = [];
  for (const [name, tensor] of outputs) {
    const member = members.indexOf(tensor);
    if (member < 0) continue;
    const operand = operands.findIndex(({ op }) => op.kind === 'input' && op.name === name);
    // State that is renewed without being read would have to be laid out by a copy.
    if (operand < 0) return null;
    results.push({ name, operand, member });
  }
  return { members, operands, results };
}

/** The number that fills a tensor, as elementwiseOperands.ts reads it; null for all other tensors. */
export function scalarOf(tensor: Tensor): Tensor | null {
  let inner = tensor;
  while (inner.op.kind === 'broadcastTo') inner = inner.inputs[0];
  const isFilled = inner.op.kind === 'constant' && inner.op.values.length === 1;
  return isFilled || inner.shape.length === 0 ? inner : null;
}
