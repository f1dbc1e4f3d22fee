/** Hostile NumPy files; see hostileFiles.test.ts. */
import { zipSync } from 'fflate';
import { bytesOfFloats, npy } from './foreignFiles.ts';
import { type Hostile, hostile } from './Hostile.ts';

const pixels = new Uint8Array(32);
const y = npy('|u1', [3], Uint8Array.of(0, 1, 0));

export const hostileArrays: readonly Hostile[] = [
  hostile(
    'a single array of images',
    'a.npy',
    () => npy('|u1', [2, 4, 4], pixels),
    /^A single array must be a table \[N, columns\]/,
    'a.npy',
  ),
  hostile(
    'an NPY header that promises more',
    'a.npy',
    () => npy('<f4', [9, 9], bytesOfFloats(1)),
    '"a.npy" must be 452 bytes long, as its header says [9, 9]. Received 132 bytes.',
    'a.npy',
  ),
  hostile(
    'an NPY header of 10^30 numbers',
    'a.npy',
    () => npy('<f4', [1e15, 1e15], bytesOfFloats(1)),
    /^"a.npy" must (be|have)/,
    'a.npy',
  ),
  hostile(
    'Python objects',
    'a.npy',
    () => npy('|O', [3, 2], new Uint8Array(6)),
    /^"a.npy" must (hold numbers or texts|have an NPY header)/,
    'a.npy',
  ),
  hostile(
    'an array in Fortran order',
    'a.npy',
    () => npy('<f4', [3, 2], new Uint8Array(24), 'True'),
    '"a.npy" must be in row-major order. It is in Fortran order.',
    'a.npy',
  ),
  hostile(
    'no NPY at all',
    'a.npy',
    () => 'hello',
    '"a.npy" must begin as an NPY file does. It does not.',
    'a.npy',
  ),
  hostile(
    'a truncated NPZ',
    'a.npz',
    () => zipSync({ 'y.npy': y }).subarray(0, 60),
    /^"a.npz" is a damaged NPZ archive: /,
    'a.npz',
  ),
  hostile(
    'an NPZ without samples',
    'a.npz',
    () => zipSync({ 'p.npy': y, 'q.npy': y }),
    '"a.npz" must hold samples and targets, named x and y. It holds p [3], q [3].',
    'a.npz',
  ),
  hostile(
    'samples and targets of two lengths',
    'a.npz',
    () => zipSync({ 'x.npy': npy('<f4', [1, 1], bytesOfFloats(1)), 'y.npy': y }),
    '"x" must be [N, ...] and "y" [N]. Received [1, 1] and [3].',
    'x',
  ),
  hostile(
    'images of five dimensions',
    'a.npz',
    () => zipSync({ 'x.npy': npy('|u1', [3, 1, 1, 1, 1], Uint8Array.of(1, 2, 3)), 'y.npy': y }),
    /^Images must be \[N, height, width\]/,
    'x',
  ),
];
