import { describe, expect, it } from 'vitest';
import { type Shape, sizeOf } from '../../graph/Tensor.ts';
import { threadGrid, threadRow } from './threadGrid.ts';
import { dialect } from './webgpu/dialect.ts';

const shapes: readonly Shape[] = [
  [],
  [5],
  [64, 10],
  [3, 5, 7],
  [32, 16, 14, 14],
  [512, 1024],
  [2, 2, 2, 2],
  [70_000, 2, 9],
];

/** A text of a kernel at one thread; quotients are in floats there, as GPU.js computes them. */
function at(text: string, [x, y, z]: readonly number[]): number {
  const thread = { x, y, z };
  return new Function(`return ${text};`).call({ thread });
}

describe.each(shapes.map((shape) => [shape] as const))('%j over threads', (shape) => {
  const grid = threadGrid(shape, dialect);
  const [x = 1, y = 1, z = 1] = grid.output;

  it('gives each element one thread', () => {
    expect(x * y * z).toBe(sizeOf(shape));
    expect(threadRow(shape, dialect).output).toEqual([sizeOf(shape)]);
  });

  it('starts no more workgroups along z than a device may', () => {
    expect(z).toBeLessThanOrEqual(65_535);
  });

  it('tells where a thread is, along the axes and in the flat array alike', () => {
    const corners = [
      [0, 0, 0],
      [x - 1, y - 1, z - 1],
      [Math.floor(x / 2), Math.floor(y / 3), Math.floor(z / 2)],
    ];
    for (const corner of corners) {
      const flat = at(grid.index.flat(), corner);
      const places = grid.index.axes().map((axis) => at(axis, corner));
      const walked = places.reduce((total, place, axis) => total * shape[axis]! + place, 0);
      expect(walked).toBe(flat);
      expect(flat).toBe(corner[0]! + x * (corner[1]! + y * corner[2]!));
    }
  });
});

it('fills the side along x, so that no workgroup idles', () => {
  expect(threadGrid([64, 4, 3], dialect).output).toEqual([12, 64]);
  expect(threadGrid([64, 10], dialect).output).toEqual([10, 64]);
});
