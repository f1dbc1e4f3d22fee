import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a CSV so large that questions about its samples are answered in another process, and
 * returns its path. Every third row is a copy of the one before it.
 */
export function writeLargeTable(folder: string): string {
  const rows = Array.from({ length: 60_000 }, (_, row) => {
    const value = row % 3 === 2 ? row - 1 : row;
    return `${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => (value * n) % 997).join(',')},${Math.floor(value / 3) % 3}`;
  });
  const path = join(folder, 'copies.csv');
  writeFileSync(path, `a,b,c,d,e,f,g,h,i,kind\n${rows.join('\n')}\n`);
  return path;
}
