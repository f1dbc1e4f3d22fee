/**
 * How updates are computed that do not fit the processor as they stand: large ones in blocks, small
 * ones together.
 *
 * Adam is ten operators. Over a million values each of them fetches its operands from memory and
 * puts its result there; over blocks that fit into the second cache only the first and the last one
 * do. Over the ten values of a bias each takes a microsecond for itself and none for its work; laid
 * one behind the other, all small parameters are updated by ten operators, whatever their number.
 *
 * Both need the state in a shape of its own: [blocks, values] of one parameter, or [values] of many.
 */

import { sizeOf, type Tensor } from '../../graph/Tensor.ts';
import type { LoopProgram } from '../Executor.ts';
import { exactText } from './GraphBuilder.ts';
import { scalarOf, type UpdateRegion, updateRegions } from './updateRegions.ts';

export interface PlannedUpdate {
  /** Of the same operators on the same scalars; several stand one behind the other in its arrays. */
  readonly regions: readonly [UpdateRegion, ...UpdateRegion[]];
  /** Of the arrays that it works on: [blocks, values of a block], or [values]. */
  readonly shape: readonly number[];
}

/** Fewer operators save less than blocks cost. */
const LEAST_MEMBERS = 2;
/** Where the gradient is a matrix product, which takes the few of SGD along: see fuseGemm.ts. */
const LEAST_BEHIND_PRODUCT = 5;
/** Arrays of less than a quarter megabyte stay in the cache by themselves. */
const LEAST_IN_BLOCKS = 1 << 16;
/** 64 KB, of which an update uses nine or so at a time: less than any second cache of today. */
const BLOCK_SIZE = 1 << 14;
/** Values of a cache line. */
const LINE = 16;
/** Larger arrays cost more to be put together than the operators that are saved. */
const MOST_TOGETHER = 1 << 13;
/** Operators: as many are added to put arrays together and to take them apart. */
const LEAST_SAVED = 4;

/** `threads` share an operator's work: several would wait for each other in every block. */
export function planUpdates({ program, state }: LoopProgram, threads = 1): PlannedUpdate[] {
  const regions = updateRegions(program, state).filter((region) => {
    const hasProduct = region.operands.some(({ op }) => op.kind === 'matmul');
    return region.members.length >= (hasProduct ? LEAST_BEHIND_PRODUCT : LEAST_MEMBERS);
  });
  return [...(threads === 1 ? regions.flatMap(inBlocks) : []), ...together(regions)];
}

const regionSize = ({ members }: UpdateRegion) => sizeOf(members[0].shape);

function inBlocks(region: UpdateRegion): PlannedUpdate[] {
  const size = regionSize(region);
  const shape = size >= LEAST_IN_BLOCKS ? blockedShape(size) : null;
  return shape ? [{ regions: [region], shape }] : [];
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

function together(regions: readonly UpdateRegion[]): PlannedUpdate[] {
  const alike = new Map<string, [UpdateRegion, ...UpdateRegion[]]>();
  const numberOf = scalarNumbers();
  for (const region of regions) {
    if (regionSize(region) > MOST_TOGETHER) continue;
    const key = structureOf(region, numberOf);
    const group = alike.get(key);
    if (group) group.push(region);
    else alike.set(key, [region]);
  }
  return [...alike.values()]
    .filter(([{ members }, ...others]) => members.length * others.length >= LEAST_SAVED)
    .map((group) => ({
      regions: group,
      shape: [group.reduce((total, region) => total + regionSize(region), 0)],
    }));
}

/** Equal for regions that do the same to different arrays. */
function structureOf(
  { members, operands, results }: UpdateRegion,
  numberOf: (scalar: Tensor) => number,
): string {
  const reference = (tensor: Tensor) => {
    const scalar = scalarOf(tensor);
    if (scalar) return `scalar ${numberOf(scalar)}`;
    const member = members.indexOf(tensor);
    return member < 0 ? `operand ${operands.indexOf(tensor)}` : `member ${member}`;
  };
  return JSON.stringify([
    members.map(({ op, inputs }) => [op.kind, ...inputs.map(reference)]),
    results.map(({ operand, member }) => [operand, member]),
  ]);
}

/** The same number for scalars that are computed alike: every update derives its own. */
function scalarNumbers(): (scalar: Tensor) => number {
  const numbers = new Map<Tensor, number>();
  const known = new Map<string, number>();
  return function numberOf(tensor: Tensor): number {
    const before = numbers.get(tensor);
    if (before !== undefined) return before;
    const isArray = tensor.shape.length > 0 && scalarOf(tensor) === null;
    const { op } = tensor;
    const content = op.kind === 'constant' ? exactText(op.values[0]) : op;
    const key = isArray
      ? `array ${numbers.size}`
      : JSON.stringify([content, tensor.inputs.map(numberOf)]);
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    numbers.set(tensor, number);
    return number;
  };
}
