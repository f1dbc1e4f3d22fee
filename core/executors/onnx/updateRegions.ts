/**
 * The parts of a training step that go over a large parameter value by value, each found whole: an
 * optimizer's update.
 *
 * Adam is ten operators over arrays of a million values. One after the other, each fetches its
 * operands from memory and puts its result there. lowerRegion.ts lets all ten work on a block that
 * fits into the processor's second cache before they go on to the next one.
 *
 * A region is grown from the new state backwards: an elementwise tensor belongs to it if everything
 * that reads it does, or if it is new state. Nothing else waits for what a region computes, so it
 * may be computed where its last tensor stands.
 */
import type { Program } from '../../graph/Program.ts';
import { type OpKind, shapesEqual, sizeOf, type Tensor } from '../../graph/Tensor.ts';

export interface UpdateRegion {
  /** In the program's order, all float and of one shape. */
  readonly members: readonly Tensor[];
  /** What members read of that shape from outside; old state among it. */
  readonly operands: readonly Tensor[];
  /** The state that members renew, by name. */
  readonly results: ReadonlyMap<string, Tensor>;
  /** [blocks, values of a block]: as many values as the members have. */
  readonly blocked: readonly [number, number];
}

const ELEMENTWISE: ReadonlySet<OpKind> = new Set<OpKind>([
  ...(['negate', 'exp', 'log', 'sqrt', 'tanh', 'abs', 'sign'] as const),
  ...(['add', 'subtract', 'multiply', 'divide', 'maximum', 'minimum'] as const),
]);

/** Fewer operators save less than the blocks cost. */
const LEAST_MEMBERS = 2;
/** Where the gradient is a matrix product, which takes the few of SGD along: see fuseGemm.ts. */
const LEAST_BEHIND_PRODUCT = 5;
/** Arrays of less than a quarter megabyte stay in the cache by themselves. */
const LEAST_SIZE = 1 << 16;
/** 64 KB, of which an update uses nine or so at a time: less than any second cache of today. */
const BLOCK_SIZE = 1 << 14;
/** Values of a cache line. */
const LINE = 16;

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
    for (const input of tensor.inputs) readers.set(input, [...(readers.get(input) ?? []), tensor]);
  }
  const isReported = new Set<Tensor>();
  for (const [name, tensor] of outputs) if (!state.includes(name)) isReported.add(tensor);
  const members = new Set<Tensor>();
  for (const tensor of order.toReversed()) {
    const isInside = (reader: Tensor) =>
      members.has(reader) && shapesEqual(reader.shape, tensor.shape);
    const fits = ELEMENTWISE.has(tensor.op.kind) && sizeOf(tensor.shape) >= LEAST_SIZE;
    if (!fits || isReported.has(tensor) || tensor.dtype !== 'float') continue;
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
      const other = members.has(input) && groupOf.get(input);
      if (!other || other === group) continue;
      for (const member of other) {
        group.add(member);
        groupOf.set(member, group);
      }
    }
  }
  return [...new Set(groupOf.values())].map((group) => order.filter((tensor) => group.has(tensor)));
}

/** Null where blocks would not pay, or where a member reads what cannot be cut into them. */
function asRegion(members: readonly Tensor[], { outputs }: Program): UpdateRegion | null {
  const { shape } = members[0];
  const blocked = blockedShape(sizeOf(shape));
  if (!blocked) return null;
  const isMember = new Set(members);
  const isArray = (tensor: Tensor) => isMember.has(tensor) || !isScalar(tensor);
  const read = new Set(members.flatMap((member) => member.inputs));
  const operands = [...read].filter((tensor) => isArray(tensor) && !isMember.has(tensor));
  const fitsBlocks = (tensor: Tensor) =>
    tensor.op.kind !== 'broadcastTo' && shapesEqual(tensor.shape, shape);
  if (!operands.every(fitsBlocks) || !members.every(({ inputs }) => inputs.some(isArray))) {
    return null;
  }
  const hasProduct = operands.some(({ op }) => op.kind === 'matmul');
  if (members.length < (hasProduct ? LEAST_BEHIND_PRODUCT : LEAST_MEMBERS)) return null;
  const results = new Map([...outputs].filter(([, tensor]) => isMember.has(tensor)));
  // State that is renewed without being read would have to be given the blocks' shape by a copy.
  const old = new Set(operands.map(({ op }) => (op.kind === 'input' ? op.name : null)));
  const isRenewed = [...results.keys()].every((name) => old.has(name));
  return isRenewed ? { members, operands, results, blocked } : null;
}

/** A number, however large a matrix it fills: elementwiseOperands.ts reads it as it is. */
function isScalar(tensor: Tensor): boolean {
  let inner = tensor;
  while (inner.op.kind === 'broadcastTo') inner = inner.inputs[0];
  return inner.shape.length === 0 || (inner.op.kind === 'constant' && inner.op.values.length === 1);
}

/** Blocks of equal size, whole cache lines where that is possible. */
function blockedShape(size: number): [number, number] | null {
  const fewest = Math.ceil(size / BLOCK_SIZE);
  for (const unit of [LINE, 1]) {
    for (let blocks = fewest; blocks <= 2 * fewest; blocks++) {
      if (size % (blocks * unit) === 0) return [blocks, size / blocks];
    }
  }
  return null;
}
