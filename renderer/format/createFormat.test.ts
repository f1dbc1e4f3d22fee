import { describe, expect, test } from 'vitest';
import { createFormat } from './createFormat.ts';

const en = createFormat('en');
const ko = createFormat('ko');
const DAY = 86_400_000;

describe('createFormat', () => {
  test.each([
    [0.978, '97.8\u00a0%'],
    [1, '100.0\u00a0%'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('%s as a share is %s', (fraction, text) => {
    expect(en.percent(fraction)).toBe(text);
  });

  test.each([
    [0.08061, '0.0806'],
    [2.51259, '2.5126'],
    [0, '0.0000'],
    [0.00001234, '1.23E-5'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('a loss of %s is %s', (loss, text) => {
    expect(en.loss(loss)).toBe(text);
  });

  test.each([
    [2.54, '2.5 s', '2.5초'],
    [9.96, '10 s', '10초'],
    [75, '1 min 15 s', '1분 15초'],
    [60, '1 min', '1분'],
    [3900, '1 h 5 min', '1시간 5분'],
  ])('%d seconds are %s and %s', (seconds, english, korean) => {
    expect(en.duration(seconds).replaceAll('\u00a0', ' ')).toBe(english);
    expect(ko.duration(seconds).replaceAll('\u00a0', ' ')).toBe(korean);
  });

  test.each([
    [1957, '1957'],
    [Math.fround(103198.79), '103198.79'],
    [Math.fround(0.1), '0.1'],
    [Math.fround(-16777215), '-16777215'],
    [0.123456789012, '0.123456789012'],
    ['Süd', 'Süd'],
    [null, '–'],
  ])('a raw value of %s is %s', (value, text) => {
    expect(en.cell(value)).toBe(text);
  });

  test('learning rates keep three digits over many powers of ten', () => {
    expect(en.rate(0.001)).toBe('0.001');
    expect(en.rate(0.012345)).toBe('0.0123');
    expect(en.rate(4e-9)).toBe('4E-9');
    expect(en.rate(0)).toBe('0');
  });

  test('counts are grouped, sizes have units, shapes have crosses', () => {
    expect(en.integer(1797)).toBe('1,797');
    expect(en.bytes(122_484)).toBe('122 kB');
    expect(en.shape([1, 8, 8])).toBe('1 × 8 × 8');
  });

  test.each([
    [0.5, '0.5'],
    [220_000, '220,000'],
    [20_000_000, '2E7'],
    [0.00002, '2E-5'],
    [0, '0'],
  ])('%s at an axis is %s', (value, text) => {
    expect(en.tick(value)).toBe(text);
  });

  test('a share at an axis has the digits that it needs; Korean writes the sign close', () => {
    expect(en.percentTick(0.975)).toBe('97.5\u00a0%');
    expect(ko.percentTick(1)).toBe('100%');
    expect(ko.percent(0.975)).toBe('97.5%');
  });

  test('times past are said in their largest unit', () => {
    expect(en.ago(10 * DAY, 11 * DAY)).toBe('yesterday');
    expect(en.ago(10 * DAY - 120_000, 10 * DAY)).toBe('2 minutes ago');
  });
});
