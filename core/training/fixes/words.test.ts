import { expect, test } from 'vitest';
import type { OptionValue } from '../../contract/ModelSpec.ts';
import { batchSizeWords, endWithWords, replaceWords, setWords } from './words.ts';

const label = { en: 'Width', ko: '너비' };

test.each<[OptionValue, string]>([
  [64, '64로'],
  [0.1, '0.1로'],
  [28, '28로'],
  [7, '7로'],
  [10, '10으로'],
  [2048, '2048로'],
  [3, '3으로'],
  [96, '96으로'],
  [[2, 3], '2 × 3으로'],
  ['mean', 'mean으로'],
  ['inverted', 'inverted로'],
  [true, 'true로'],
])('%j is read aloud as %s', (value, read) => {
  expect(setWords({ label }, value).ko).toBe(`너비 값을 ${read} 설정`);
});

test('names and calls take the particle of how they end', () => {
  expect(replaceWords('Dropout', 'BatchNorm').ko).toBe('Dropout 계층을 BatchNorm으로 교체');
  expect(replaceWords('BatchNorm1d', 'BatchNorm2d').ko).toBe(
    'BatchNorm1d 계층을 BatchNorm2d로 교체',
  );
  expect(endWithWords(10).ko).toBe('Linear(10)으로 끝내기');
  expect(endWithWords(1).ko).toBe('Linear(1)로 끝내기');
  expect(batchSizeWords(256).ko).toBe('미니배치 크기를 256으로 설정');
});
