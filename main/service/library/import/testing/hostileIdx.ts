/** Hostile IDX files; see hostileFiles.test.ts. */
import { gzipSync } from 'node:zlib';
import { idx } from './foreignFiles.ts';
import { type Hostile, hostile } from './Hostile.ts';

const pixels = new Uint8Array(32);
const labels = idx(0x801, [2], Uint8Array.of(0, 1));
const pair = (data: Uint8Array, other: Uint8Array = labels) => ({
  'images-idx3-ubyte': data,
  'labels-idx1-ubyte': other,
});

export const hostileIdx: readonly Hostile[] = [
  hostile(
    'images without labels',
    'folder',
    () => ({ 'images-idx3-ubyte': idx(0x803, [2, 4, 4], pixels) }),
    '"images-idx3-ubyte" has no file of labels beside it.',
    'images-idx3-ubyte',
  ),
  hostile(
    'an empty images file',
    'folder',
    () => pair(new Uint8Array(0)),
    '"images-idx3-ubyte" must begin with an IDX header of 16 bytes. Received 0 bytes.',
    'images-idx3-ubyte',
  ),
  hostile(
    'another magic number',
    'folder',
    () => pair(idx(0x802, [2, 4, 4], pixels)),
    /^"images-idx3-ubyte" must begin with the IDX magic number 0x00000803/,
    'images-idx3-ubyte',
  ),
  hostile(
    'a header that promises more images',
    'folder',
    () => pair(idx(0x803, [9, 4, 4], pixels)),
    '"images-idx3-ubyte" must be 160 bytes long, as its header says [9, 4, 4]. Received 48 bytes.',
    'images-idx3-ubyte',
  ),
  hostile(
    'a header of four billion images',
    'folder',
    () => pair(idx(0x803, [0xffffffff, 28, 28], pixels)),
    /^"images-idx3-ubyte" must hold between 1 and 2147483647 bytes/,
    'images-idx3-ubyte',
  ),
  hostile(
    'no images',
    'folder',
    () => pair(idx(0x803, [0, 4, 4], new Uint8Array(0))),
    /^"images-idx3-ubyte" must hold between 1 and/,
    'images-idx3-ubyte',
  ),
  hostile(
    'one label too many',
    'folder',
    () => pair(idx(0x803, [2, 4, 4], pixels), idx(0x801, [3], Uint8Array.of(0, 1, 0))),
    '"images-idx3-ubyte" holds 2 images and "labels-idx1-ubyte" 3 labels; there must be one label for each image.',
    'labels-idx1-ubyte',
  ),
  hostile(
    'one class',
    'folder',
    () => pair(idx(0x803, [2, 4, 4], pixels), idx(0x801, [2], Uint8Array.of(3, 3))),
    'There must be at least two classes. Every label is 3.',
    'images-idx3-ubyte',
  ),
  hostile(
    'damaged gzip',
    'folder',
    () => pair(Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3)),
    /^"images-idx3-ubyte" is damaged gzip data: /,
    'images-idx3-ubyte',
  ),
  hostile(
    'gzip that is cut off',
    'folder',
    () => pair(gzipSync(idx(0x803, [2, 4, 4], pixels)).subarray(0, 30)),
    '"images-idx3-ubyte" is damaged gzip data: its checksum does not match.',
    'images-idx3-ubyte',
  ),
  hostile(
    'a gzip bomb',
    'folder',
    () => pair(gzipSync(idx(0x803, [2, 4, 4], new Uint8Array(20_000_000)))),
    '"images-idx3-ubyte" is damaged gzip data: it holds more than the 48 bytes it announces.',
    'images-idx3-ubyte',
  ),
  hostile(
    'a gzip with another checksum',
    'folder',
    () => pair(otherChecksum(gzipSync(idx(0x803, [2, 4, 4], pixels)))),
    '"images-idx3-ubyte" is damaged gzip data: its checksum does not match.',
    'images-idx3-ubyte',
  ),
  hostile(
    'labels that promise more',
    'folder',
    () => pair(idx(0x803, [2, 4, 4], pixels), idx(0x801, [2000], Uint8Array.of(0, 1))),
    '"labels-idx1-ubyte" must be 2008 bytes long, as its header says [2000]. Received 10 bytes.',
    'labels-idx1-ubyte',
  ),
  hostile(
    'an IDX file of text',
    'folder',
    () => pair(Buffer.from('label,image\n'.repeat(9))),
    '"images-idx3-ubyte" must begin with the IDX magic number 0x00000803: unsigned bytes in 3 dimensions. Received 0x6C616265.',
    'images-idx3-ubyte',
  ),
];

function otherChecksum(gzip: Uint8Array): Uint8Array {
  return gzip.with(gzip.length - 5, (gzip.at(-5) ?? 0) ^ 1);
}
