import { expect, test } from 'vitest';
import type { LayerReport } from '../../../core/contract/ExperimentReport.ts';
import { groupCosts } from './groupCosts.ts';

const report = (type: string, parameters: number) =>
  ({ type, parameters, multiplyAdds: parameters, memory: 4, shares: null }) as LayerReport;

const reports = [report('Flatten', 0), report('Linear', 20), report('ReLU', 0)];

test('a group takes what its layers take', () => {
  expect(groupCosts(reports, 1, ['Linear', 'ReLU'])).toEqual({
    ...{ parameters: 20, multiplyAdds: 20, memory: 8, shares: null },
  });
});

test('a report of before a layer came or went says nothing of the group', () => {
  expect(groupCosts(reports, 0, ['Linear', 'ReLU'])).toBeUndefined();
  expect(groupCosts(reports, 1, ['ReLU', 'Linear'])).toBeUndefined();
  expect(groupCosts(reports, 2, ['ReLU', 'Linear'])).toBeUndefined();
  expect(groupCosts(undefined, 0, ['Linear'])).toBeUndefined();
});
