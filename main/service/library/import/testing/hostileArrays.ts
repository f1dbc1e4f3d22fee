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
    'an array of complex numbers',
    'a.npy',
    () => npy('<c8', [3, 2], new Uint8Array(48)),
    '"a.npy" must hold numbers or texts of a fixed length. Its element type is "<c8".',
    'a.npy',
  ),
  hostile('no NPY at all', 'a.npy', () => 'hello', '"a.npy" is text, not an NPY array.', 'a.npy'),
  hostile(
    'an archive named npy',
    'a.npy',
    () => zipSync({ 'y.npy': y }),
    '"a.npy" is a ZIP archive or an Excel workbook, not an NPY array.',
    'a.npy',
  ),
  hostile(
    'a document named npz',
    'a.npz',
    () => '%PDF-1.7',
    '"a.npz" is a PDF document, not an NPZ archive.',
    'a.npz',
  ),
  hostile(
    'a text in an NPZ',
    'a.npz',
    () => zipSync({ 'y.npy': new TextEncoder().encode('hello') }),
    '"a.npz: y.npy" must begin as an NPY file does. It does not.',
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
  hostile('an empty NPY file', 'a.npy', () => '', '"a.npy" is empty.'),
  hostile('an empty NPZ file', 'a.npz', () => '', '"a.npz" is empty.'),
  hostile(
    'an infinite number',
    'a.npy',
    () => npy('<f4', [3, 2], bytesOfFloats(1, 0, Number.POSITIVE_INFINITY, 1, 3, 0)),
    'Feature "x0" must be a finite number in every row. Received "Infinity".',
    'row 2, column "x0"',
  ),
  hostile(
    'NaN among pixels',
    'a.npz',
    () =>
      zipSync({
        'x.npy': npy('<f4', [3, 1, 2], bytesOfFloats(0, 1, 0, Number.NaN, 1, 1)),
        'y.npy': y,
      }),
    'Pixels must lie in [0, 1] or [0, 255]. Received NaN.',
  ),
  hostile(
    'one class',
    'a.npz',
    () =>
      zipSync({
        'x.npy': npy('|u1', [3, 1, 2], new Uint8Array(6)),
        'y.npy': npy('|u1', [3], Uint8Array.of(4, 4, 4)),
      }),
    'Target column "y" must hold at least two classes. Every row says "4".',
    'column "y"',
  ),
  hostile(
    'fewer samples than classes',
    'a.npz',
    () =>
      zipSync({
        'x.npy': npy('|u1', [30, 1, 2], new Uint8Array(60)),
        'y.npy': npy(
          '|u1',
          [30],
          Uint8Array.from({ length: 30 }, (_, n) => n),
        ),
      }),
    'Target column "y" must hold numbers, or classes that several rows share. Received 30 different values in 30 rows, among them "0".',
    'row 2, column "y"',
    { task: 'classification' },
  ),
  hostile(
    'an array in an NPZ that unpacks to more than it says',
    'a.npz',
    () => lyingNpz(),
    /^"a\.npz" is a damaged NPZ archive: /,
    'a.npz',
  ),
];

function lyingNpz(): Uint8Array {
  const bytes = Buffer.from(
    zipSync(
      { 'x.npy': npy('|u1', [3, 100, 100], new Uint8Array(30_000)), 'y.npy': y },
      { level: 6 },
    ),
  );
  const at = bytes.indexOf('PK\x01\x02');
  bytes.writeUInt32LE(500, at + 24);
  return bytes;
}
