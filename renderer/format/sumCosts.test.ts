import { expect, test } from 'vitest';
import { type LayerCosts, sumCosts } from './sumCosts.ts';

const layer = (parameters: number, share: number, memory: number | null = 100): LayerCosts => ({
  parameters,
  multiplyAdds: parameters * 2,
  memory,
  shares: { parameters: share, multiplyAdds: share, memory: null },
});

test('layers take together what each takes', () => {
  expect(sumCosts([layer(4160, 0.5), layer(0, 0), layer(128, 0.25)])).toEqual({
    parameters: 4288,
    multiplyAdds: 8576,
    memory: 300,
    shares: { parameters: 0.75, multiplyAdds: 0.75, memory: null },
  });
});

test('what cannot be said of one cannot be said of all', () => {
  expect(sumCosts([layer(4, 1), layer(4, 0, null)]).memory).toBeNull();
  expect(sumCosts([layer(4, 1), { ...layer(4, 0), shares: null }]).shares).toBeNull();
});

test('rounding makes no share of more than the whole', () => {
  const thirds = [layer(1, 1 / 3), layer(1, 1 / 3), layer(1, 0.3333333333333334)];
  expect(sumCosts(thirds).shares?.parameters).toBeLessThanOrEqual(1);
});
