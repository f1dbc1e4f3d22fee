import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { npy } from './testing/foreignFiles.ts';
import { importFile, writeOne } from './testing/importFile.ts';

test('halves in Fortran order, as a transposed array of features is saved, are read as they are', async () => {
  // [[1, 0.5], [2, -0.5], [3, 0.25], [4, 0]], one column after the other.
  const halves = Uint16Array.of(
    ...[0x3c00, 0x4000, 0x4200, 0x4400],
    ...[0x3800, 0xb800, 0x3400, 0x0000],
  );
  const x = npy('<f2', [4, 2], new Uint8Array(halves.buffer), 'True');
  const y = npy('|u1', [4], Uint8Array.of(0, 1, 0, 1));
  const { dataset } = await importFile(writeOne('a.npz', zipSync({ 'x.npy': x, 'y.npy': y })));
  if (dataset.kind !== 'table') throw new Error('must be a table');
  expect([...dataset.values]).toEqual([1, 0.5, 2, -0.5, 3, 0.25, 4, 0]);
  expect([...dataset.targets]).toEqual([0, 1, 0, 1]);
});

test('images of bytes in Fortran order keep their pixels in place', async () => {
  const [n, height, width] = [4, 2, 3];
  const stored = new Uint8Array(n * height * width);
  for (let i = 0; i < n; i++) {
    for (let at = 0; at < height * width; at++) {
      const [row, column] = [Math.floor(at / width), at % width];
      stored[i + n * row + n * height * column] = 10 * i + at;
    }
  }
  const x = npy('|u1', [n, height, width], stored, 'True');
  const y = npy('|u1', [n], Uint8Array.of(0, 1, 0, 1));
  const { dataset } = await importFile(writeOne('a.npz', zipSync({ 'x.npy': x, 'y.npy': y })));
  if (dataset.kind !== 'image') throw new Error('must be images');
  expect([...dataset.images].slice(0, 12)).toEqual([0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15]);
});
