/**
 * How the elements of a tensor are laid over threads: one row of them, or a grid of up to three
 * sides, so that a place along the axes needs little or no division.
 */
import { type Shape, sizeOf } from '../../graph/Tensor.ts';
import { axesIndex, type ElementIndex, flatIndex } from './ElementIndex.ts';
import type { ShaderDialect } from './ShaderDialect.ts';

export interface ThreadGrid {
  /** Threads along x, y and z, as GPU.js counts them. */
  readonly output: readonly number[];
  readonly index: ElementIndex;
}

/** WebGPU starts workgroups of 8 × 8 threads; below that a side wastes some of them. */
const WORKGROUP = 8;

/** Workgroups along z, of one thread each. */
const DEEPEST = 65_535;

export function threadRow(shape: Shape, dialect: ShaderDialect): ThreadGrid {
  return { output: [sizeOf(shape)], index: flatIndex(shape, 'this.thread.x', dialect) };
}

export function threadGrid(shape: Shape, dialect: ShaderDialect): ThreadGrid {
  const starts = sides(shape);
  const groups = [
    shape.slice(0, starts.y),
    shape.slice(starts.y, starts.x),
    shape.slice(starts.x),
  ] as const;
  const axes = groups.flatMap((group, position) => {
    const thread = `this.thread.${'zyx'.charAt(position)}`;
    return flatIndex(group, thread, dialect).axes();
  });
  const [z, y, x] = groups.map(sizeOf);
  const own = axesIndex(shape, axes);
  const row = z === 1 ? `this.thread.y` : `(this.thread.y + this.thread.z * ${y})`;
  const flat = y === 1 && z === 1 ? 'this.thread.x' : `(this.thread.x + ${row} * ${x})`;
  return { output: z === 1 ? [x, y] : [x, y, z], index: { axes: own.axes, flat: () => flat } };
}

/** Where the axes of y and of x begin: trailing axes until a side fills a workgroup. */
function sides(shape: Shape): { readonly y: number; readonly x: number } {
  const fill = (end: number): number => {
    let start = Math.max(0, end - 1);
    while (start > 0 && sizeOf(shape.slice(start, end)) < WORKGROUP) start -= 1;
    return start;
  };
  const x = fill(shape.length);
  let y = fill(x);
  while (y > 0 && sizeOf(shape.slice(0, y)) > DEEPEST) y -= 1;
  return { y, x };
}
