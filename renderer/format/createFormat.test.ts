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
    [2.54, '2.5s', '2.5초'],
    [75, '1m 15s', '1분 15초'],
    [60, '1m', '1분'],
    [3900, '1h 5m', '1시간 5분'],
  ])('%d seconds are %s and %s', (seconds, english, korean) => {
    expect(en.duration(seconds)).toBe(english);
    expect(ko.duration(seconds)).toBe(korean);
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

  test('times past are said in their largest unit', () => {
    expect(en.ago(10 * DAY, 11 * DAY)).toBe('yesterday');
    expect(en.ago(10 * DAY - 120_000, 10 * DAY)).toBe('2 minutes ago');
  });
});
