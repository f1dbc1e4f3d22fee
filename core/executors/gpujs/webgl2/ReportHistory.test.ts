import { describe, expect, it } from 'vitest';
import { ReportHistory } from './ReportHistory.ts';
import { TexturePort } from './TexturePort.ts';
import { fakeDevice } from './testing/fakeDevice.ts';

const SIDE = 8;

/** Keeps reports that count on, and reads them. */
function kept(steps: number, width: number, height: number, count: number) {
  const port = new TexturePort(fakeDevice().device);
  const report = port.create(width, height);
  const history = new ReportHistory(port, report, steps, SIDE);
  const held = Math.min(steps, history.capacity);
  for (let step = 0; step < held; step++) {
    port.write(
      report,
      Float32Array.from({ length: count }, (_, index) => step * count + index),
    );
    history.keep(report, step);
  }
  const [read] = port.read([history.read(held)]);
  return { capacity: history.capacity, values: history.inOrder(read!, held, count) };
}

const counted = (length: number) => Float32Array.from({ length }, (_, index) => index);

describe('what reports were in every step', () => {
  it.each([
    ['numbers, in one row', 5, 1, 1, 1],
    ['numbers, in several rows', 21, 1, 1, 1],
    ['squares of values, side by side', 4, 2, 2, 4],
    ['the last row of each not full', 4, 3, 2, 5],
  ])('%s: in order', (_, steps, width, height, count) => {
    const { capacity, values } = kept(steps, width, height, count);
    expect(capacity).toBe(steps);
    expect(values).toEqual(counted(steps * count));
  });

  it('holds as many as a texture may, where that is fewer', () => {
    const { capacity, values } = kept(100, 3, 2, 6);
    expect(capacity).toBe(8);
    expect(values).toEqual(counted(48));
  });
});
