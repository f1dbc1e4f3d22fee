import { expect, test } from 'vitest';
import { farthestPosition } from './farthestPosition.ts';
import { heldThumbs } from './heldThumbs.ts';

const [min, max] = [0, 10];

test('Home and End go to the neighbour or the bound, other keys nowhere', () => {
  const at = (key: string, place: number, positions = [2, 6]) =>
    farthestPosition(key, place, { positions, min, max });
  expect([at('Home', 0), at('End', 0)]).toEqual([0, 6]);
  expect([at('Home', 1), at('End', 1)]).toEqual([2, 10]);
  expect([at('Home', 0, [4]), at('End', 0, [4])]).toEqual([0, 10]);
  expect([at('ArrowLeft', 0), at('PageUp', 1)]).toEqual([null, null]);
});

test('after End or Home the next key moves the same thumb, also where the other is at its bound', () => {
  const end = farthestPosition('End', 0, { positions: [2, max], min, max });
  expect(end).toBe(max);
  const back = heldThumbs([max, max], [9, max], 0);
  expect(back).toEqual({ moving: 0, positions: [9, max] });
  const home = farthestPosition('Home', 1, { positions: [min, 6], min, max });
  expect(home).toBe(min);
  expect(heldThumbs([min, min], [min, 1], 1)).toEqual({ moving: 1, positions: [min, 1] });
});
