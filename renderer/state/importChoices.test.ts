import { expect, test } from 'vitest';
import type { StudioResult } from '../../core/contract/StudioApi.ts';
import { usesFor, withFormat, withUse, withWayOut } from './importChoices.ts';

test('a new use takes back the one before', () => {
  const first = withUse({}, 'kind', 'target');
  expect(first).toEqual({ target: 'kind' });
  expect(withUse(first, 'kind', 'category')).toEqual({
    columns: [{ name: 'kind', type: 'category' }],
  });
  expect(withUse({ columns: [{ name: 'a', type: 'skip' }], text: 'b' }, 'a', 'text')).toEqual({
    text: 'a',
  });
});

test('other columns and options keep what was chosen', () => {
  const choices = { encoding: 'cp949', columns: [{ name: 'a', type: 'date' }] } as const;
  expect(withUse({ ...choices, columns: [...choices.columns] }, 'b', 'number')).toEqual({
    encoding: 'cp949',
    columns: [
      { name: 'a', type: 'date' },
      { name: 'b', type: 'number' },
    ],
  });
});

test('the target cannot become a feature by itself', () => {
  const column = { name: 'y', type: 'category', role: 'target', missing: 0, distinct: 2 } as const;
  expect(usesFor(column)).toEqual(['target', 'text', 'split']);
  expect(usesFor({ ...column, role: 'feature' })).toContain('skip');
});

test('a way out of a refusal is one choice more, or none', () => {
  const choices = { delimiter: ';' } as const;
  expect(withWayOut(choices, 'leave-ragged-out')).toEqual({ delimiter: ';', ragged: 'drop' });
  expect(withWayOut(choices, 'leave-damaged-out')).toEqual({ delimiter: ';', damaged: 'drop' });
  expect(withWayOut(choices, 'quotes-are-letters')).toEqual({ delimiter: ';', quotes: 'letters' });
  expect(withWayOut(choices, 'other-file')).toBeNull();
  expect(withWayOut(choices, 'choose-encoding')).toBeNull();
});

test('another format keeps only the options that it has', () => {
  const label = { en: '', ko: '' };
  const formats: StudioResult<'datasets.importForms'>['formats'] = [
    { format: 'parquet', label, summary: label, extensions: [], options: ['target'] },
  ];
  expect(withFormat({ format: 'csv', delimiter: ';', target: 'y' }, 'parquet', formats)).toEqual({
    format: 'parquet',
    target: 'y',
  });
});
