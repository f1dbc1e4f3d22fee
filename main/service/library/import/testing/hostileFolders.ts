/** Hostile image folders; see hostileFiles.test.ts. */
import { grey, png, pngHeader } from './foreignFiles.ts';
import { type Hostile, hostile } from './Hostile.ts';

const picture = png(3, 3, grey(5));
const images = (extra: Readonly<Record<string, string | Uint8Array>>) => ({
  'a/1.png': picture,
  'a/2.png': picture,
  'b/1.png': picture,
  'b/2.png': picture,
  ...extra,
});
const truncated = picture.subarray(0, picture.length - 20);
const flipped = Uint8Array.from(picture, (byte, at) => (at === 45 ? byte ^ 0xff : byte));
const oneClass = { 'a/1.png': picture, 'a/2.png': picture, 'a/3.png': picture };

export const hostileFolders: readonly Hostile[] = [
  hostile(
    'an empty folder',
    'folder',
    () => ({}),
    '"data" holds no PNG, JPEG, WebP, BMP or GIF images.',
  ),
  hostile(
    'a folder without images',
    'folder',
    () => ({ 'a/readme.txt': 'x' }),
    '"data" holds no PNG, JPEG, WebP, BMP or GIF images.',
  ),
  hostile(
    'an image outside the classes',
    'folder',
    () => images({ '3.png': picture }),
    'Every image must lie in a folder named for its class. "3.png" does not.',
    '3.png',
  ),
  hostile(
    'one class',
    'folder',
    () => oneClass,
    'There must be at least two classes. Every image lies in "a".',
  ),
  hostile(
    'two images',
    'folder',
    () => ({ 'a/1.png': picture, 'b/1.png': picture }),
    '"data" must hold at least 3 samples. Received 2 images.',
  ),
  hostile(
    'a class for each image',
    'folder',
    () => Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`c${n}/1.png`, picture])),
    'Several images must share a class. Received 21 classes for 21 images.',
  ),
  hostile(
    'an empty image',
    'folder',
    () => images({ 'b/3.png': '' }),
    '"b/3.png" is empty.',
    'b/3.png',
  ),
  hostile(
    'a truncated image',
    'folder',
    () => images({ 'b/3.png': truncated }),
    /^"b\/3.png" is a damaged PNG image: /,
    'b/3.png',
  ),
  hostile(
    'a PNG with a wrong checksum',
    'folder',
    () => images({ 'b/3.png': flipped }),
    /^"b\/3.png" is a damaged PNG image: /,
    'b/3.png',
  ),
  hostile(
    'an image that is text',
    'folder',
    () => images({ 'b/3.jpg': '<html>' }),
    '"b/3.jpg" is a web page, not a PNG, JPEG, WebP, BMP or GIF image.',
    'b/3.jpg',
  ),
  hostile(
    'an image of 30,000 × 30,000',
    'folder',
    () => images({ 'b/3.png': pngHeader(30_000, 30_000) }),
    'An image must have between 1 and 67108864 pixels. "b/3.png" says 30000×30000.',
    'b/3.png',
  ),
  hostile(
    'an image of 0 × 5',
    'folder',
    () => images({ 'b/3.png': pngHeader(0, 5) }),
    'An image must have between 1 and 67108864 pixels. "b/3.png" says 0×5.',
    'b/3.png',
  ),
  hostile(
    'a PNG that promises more pixels',
    'folder',
    () => images({ 'b/3.png': pngHeader(3000, 3000) }),
    /^"b\/3.png" is a damaged PNG image: /,
    'b/3.png',
  ),
  hostile(
    'a BMP without pixels',
    'folder',
    () => images({ 'b/3.bmp': bmpHeader(100, 100) }),
    '"b/3.bmp" is a damaged BMP image: it ends inside its pixels.',
    'b/3.bmp',
  ),
  hostile(
    'a GIF without frames',
    'folder',
    () => images({ 'b/3.gif': gifHeader(5, 5) }),
    /^"b\/3.gif" is a damaged GIF image: /,
    'b/3.gif',
  ),
  hostile(
    'a WebP without data',
    'folder',
    () => images({ 'b/3.webp': webpHeader() }),
    /^"b\/3.webp" is a damaged WEBP image: /,
    'b/3.webp',
  ),
];

function bmpHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(54);
  bytes.write('BM');
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}

function gifHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(14);
  bytes.write('GIF89a');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  bytes[13] = 0x3b;
  return bytes;
}

function webpHeader(): Uint8Array {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF\x20\0\0\0WEBPVP8L');
  bytes.writeUInt32LE(20, 16);
  bytes[20] = 0x2f;
  return bytes;
}
