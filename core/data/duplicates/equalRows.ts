/**
 * Finds rows that are the same, byte for byte: one pass of hashes, then a comparison of those that
 * meet.
 */
import type { ByteRows } from './ByteRows.ts';
import { rowHash } from './rowHash.ts';

/** Groups of at least two equal rows, each ascending, in the order of their first rows. */
export function equalRows(rows: ByteRows): number[][] {
  const groups: number[][] = [];
  for (const bucket of bucketsOf(rows)) groups.push(...splitByContent(rows, bucket));
  return groups.sort((a, b) => a[0] - b[0]);
}

/** Rows that share a hash. The map holds one number a row, and lists only where hashes meet. */
function bucketsOf(rows: ByteRows): Iterable<number[]> {
  const first = new Map<number, number>();
  const buckets = new Map<number, number[]>();
  for (let row = 0; row < rows.rows; row++) {
    const hash = rowHash(rows, row);
    const earlier = first.get(hash);
    if (earlier === undefined) first.set(hash, row);
    else if (buckets.has(hash)) buckets.get(hash)?.push(row);
    else buckets.set(hash, [earlier, row]);
  }
  return buckets.values();
}

function splitByContent(rows: ByteRows, bucket: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const row of bucket) {
    const group = groups.find(([other]) => areEqual(rows, row, other));
    if (group) group.push(row);
    else groups.push([row]);
  }
  return groups.filter(({ length }) => length > 1);
}

function areEqual({ bytes, start }: ByteRows, a: number, b: number): boolean {
  const [startA, startB] = [start(a), start(b)];
  const length = start(a + 1) - startA;
  if (start(b + 1) - startB !== length) return false;
  for (let at = 0; at < length; at++) {
    if (bytes[startA + at] !== bytes[startB + at]) return false;
  }
  return true;
}
