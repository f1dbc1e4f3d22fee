import { expect, test } from 'vitest';
import type { OptionDescriptor } from '../../core/contract/Catalog.ts';
import { differingFirst } from './differingFirst.ts';

const option = (name: string, more: Partial<OptionDescriptor> = {}): OptionDescriptor => ({
  name,
  kind: 'integer',
  label: { en: name, ko: name },
  help: { en: name, ko: name },
  ...more,
});

const declared = [
  option('inChannels', { inferred: true }),
  option('stride', { default: 1 }),
  option('outChannels'),
  option('padding', { kind: 'size', default: 0 }),
];

const names = (first: object, second: object) =>
  differingFirst(declared, { ...first }, { ...second }).map(({ name }) => name);

test.each([
  [
    'what has two values',
    { outChannels: 6 },
    { outChannels: 16 },
    'outChannels inChannels stride padding',
  ],
  ['a value beside the default', { padding: [1, 1] }, {}, 'padding inChannels stride outChannels'],
  [
    'what was given on one side alone, behind it',
    { inChannels: 3, outChannels: 6 },
    { outChannels: 16 },
    'outChannels inChannels stride padding',
  ],
  [
    'nothing where the default is written out',
    { stride: 1 },
    {},
    'inChannels stride outChannels padding',
  ],
])('%s comes first', (_, first, second, order) => {
  expect(names(first, second).join(' ')).toBe(order);
  expect(names(second, first).join(' ')).toBe(order);
});
