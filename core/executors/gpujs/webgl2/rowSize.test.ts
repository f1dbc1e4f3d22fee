import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { rowSize } from './rowSize.ts';

interface GpuJs {
  readonly utils: { closestSquareDimensions(count: number): ArrayLike<number> };
}

it('is what GPU.js makes of a row', () => {
  const { utils } = createRequire(import.meta.url)('gpu.js') as GpuJs;
  const counts = [...Array(2000).keys(), 65_537, 1_000_003, 3_211_264].slice(1);
  for (const count of counts) {
    expect([count, ...rowSize(count)]).toEqual([
      count,
      ...Array.from(utils.closestSquareDimensions(count)),
    ]);
  }
});
