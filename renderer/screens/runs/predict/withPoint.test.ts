import { expect, test } from 'vitest';
import { withPoint } from './withPoint.ts';

test('a line grows by points that lie apart, and stays near its sheet', () => {
  const line = withPoint(withPoint([], [0.1, 0.2]), [0.1001, 0.2001]);
  expect(line).toEqual([[0.1, 0.2]]);
  expect(withPoint(line, [7, -3])).toEqual([
    [0.1, 0.2],
    [1.25, -0.25],
  ]);
});
