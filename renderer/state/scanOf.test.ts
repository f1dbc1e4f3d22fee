import { expect, test } from 'vitest';
import { scanOf } from './scanOf.ts';

test('a scan belongs to what was imported, edited or not, and to nothing else of that name', () => {
  const scan = { dataset: 'iris', importedHash: 'a' };
  expect(scanOf(scan, { id: 'iris', hash: 'a' })).toBe(scan);
  const edits = { importedHash: 'a', excluded: 1, relabelled: 0 };
  expect(scanOf(scan, { id: 'iris', hash: 'b', edits })).toBe(scan);
  expect(scanOf(scan, { id: 'iris', hash: 'b' })).toBeNull();
  expect(scanOf(scan, { id: 'digits', hash: 'a' })).toBeNull();
  expect(scanOf(null, { id: 'iris', hash: 'a' })).toBeNull();
});
