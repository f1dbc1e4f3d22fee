import { expect, test } from 'vitest';
import { pathGrants } from './pathGrants.ts';

test('a path is refused until it was granted, and for that use alone', () => {
  const grants = pathGrants();
  expect(grants.mayRead('/data/flowers.csv')).toBe(false);
  grants.allowRead('/data/flowers.csv');
  expect(grants.mayRead('/data/flowers.csv')).toBe(true);
  expect(grants.mayRead('/data/../data/flowers.csv')).toBe(false);
  expect(grants.mayWrite('/data/flowers.csv', 'json')).toBe(false);
  grants.allowWrite('/data/model.json', 'json');
  expect(grants.mayWrite('/data/model.json', 'json')).toBe(true);
  expect(grants.mayWrite('/data/model.json', 'pytorch')).toBe(false);
  expect(grants.mayRead('/data/model.json')).toBe(false);
});
