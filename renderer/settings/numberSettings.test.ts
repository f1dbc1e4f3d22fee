import { expect, test } from 'vitest';
import en from '../../resources/translations/en.json';
import { type NumberSettingName, numberRange, numberSettings } from './numberSettings.ts';

const names = Object.keys(numberSettings) as NumberSettingName[];

test.each([
  ['batchSize', { integer: true, minimum: 1 }],
  ['epochs', { integer: true, minimum: 1, maximum: 1_000_000 }],
  ['patience', { integer: true, minimum: 1, maximum: 1_000_000 }],
  ['minDelta', { integer: false, minimum: 0 }],
  ['checkpointEvery', { integer: true, minimum: 1, maximum: 1_000_000 }],
  ['seed', { integer: true, minimum: 0, maximum: 0xffff_ffff }],
] as const)('%s has the range of the document', (name, range) => {
  expect(numberRange(name)).toEqual(range);
});

test.each(names)('%s takes its bounds, and nothing beyond', (name) => {
  const { minimum, maximum } = numberRange(name);
  const takes = (value: number) => numberSettings[name].schema.safeParse(value).success;
  for (const bound of [minimum, maximum]) if (bound !== undefined) expect(takes(bound)).toBe(true);
  expect(takes((minimum ?? 0) - 1)).toBe(false);
  if (maximum !== undefined) expect(takes(maximum + 1)).toBe(false);
});

test.each(names)('%s has its range and its default in the help', (name) => {
  const help = en.help[name];
  const { minimum, maximum = name === 'batchSize' ? 'N' : '∞' } = numberRange(name);
  expect(help.range).toBe(`[${minimum}, ${maximum}${maximum === '∞' ? ')' : ']'}`);
  expect(help.default).not.toBe('');
});
