import { describe, expect, it } from 'vitest';
import { broadcastMap, indexMap, reductionMap, stridesOf } from './indexMap.ts';

describe('index maps', () => {
  it('count strides row-major', () => {
    expect(stridesOf([2, 3, 4])).toEqual([12, 4, 1]);
    expect(stridesOf([])).toEqual([]);
  });

  it('read a matrix transposed', () => {
    expect([...indexMap([3, 2], [1, 3])]).toEqual([0, 3, 1, 4, 2, 5]);
  });

  it('repeat what a broadcast stretches', () => {
    expect([...broadcastMap([2, 1], [2, 3])]).toEqual([0, 0, 0, 1, 1, 1]);
    expect([...broadcastMap([3], [2, 3])]).toEqual([0, 1, 2, 0, 1, 2]);
    expect([...broadcastMap([], [2])]).toEqual([0, 0]);
  });

  it('send every element to its sum', () => {
    expect([...reductionMap([2, 3], [0])]).toEqual([0, 1, 2, 0, 1, 2]);
    expect([...reductionMap([2, 3], [0, 1])]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...reductionMap([2, 2, 2], [1])]).toEqual([0, 1, 0, 1, 2, 3, 2, 3]);
  });
});
