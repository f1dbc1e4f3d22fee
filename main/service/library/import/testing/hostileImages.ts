/** Hostile images in every format, cut off or lying about their size; see hostileFiles.test.ts. */
import { fromBase64, imagesGolden } from '../../../../../core/data/images/testing/imagesGolden.ts';
import { grey, png } from './foreignFiles.ts';
import { type Hostile, hostile } from './Hostile.ts';

const picture = png(3, 3, grey(5));

/** A class folder with one image that is not right. */
const among = (name: string, bytes: string | Uint8Array) => ({
  'a/1.png': picture,
  'a/2.png': picture,
  'b/1.png': picture,
  [`b/${name}`]: bytes,
});

/** One that Pillow wrote. */
function recorded(name: string): Uint8Array {
  const found = imagesGolden.files.find((file) => file.name === name);
  if (!found) throw new Error(`There is no recorded image "${name}".`);
  return fromBase64(found.file);
}

const noise = Uint8Array.of(0x4b, 0x8f, 0x00, 0xfe, 0x31, 0x80, 0x0d, 0x99);

const half = (bytes: Uint8Array) => bytes.subarray(0, Math.floor(bytes.length / 2));

/** The size that its header says is another: `write` puts it where the format has it. */
function lying(name: string, write: (bytes: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(recorded(name));
  write(bytes);
  return bytes;
}

const SIDE = 30_000;

/** Where the frame of a JPEG begins, behind its marker and length. */
const jpegFrame = (bytes: Buffer) => bytes.indexOf(Uint8Array.of(0xff, 0xc0)) + 5;

const cut = (kind: string, file: string, name: string, what = kind): Hostile =>
  hostile(
    `a ${what} that is cut in half`,
    'folder',
    () => among(name, half(recorded(file))),
    new RegExp(`^"b/${name}" is a damaged ${kind.toUpperCase()} image: `),
    `b/${name}`,
  );

const large = (kind: string, name: string, bytes: () => Uint8Array, side = SIDE): Hostile =>
  hostile(
    `a ${kind} that says ${side} × ${side}`,
    'folder',
    () => among(name, bytes()),
    `An image must have between 1 and 67108864 pixels. "b/${name}" says ${side}×${side}.`,
    `b/${name}`,
  );

export const hostileImages: readonly Hostile[] = [
  cut('JPEG', 'smooth.jpg', '3.jpg'),
  cut('JPEG', 'progressive.jpg', '3.jpg', 'progressive JPEG'),
  cut('GIF', 'palette.gif', '3.gif'),
  cut('BMP', 'rgb.bmp', '3.bmp'),
  cut('WebP', 'lossless.webp', '3.webp'),
  large('JPEG', '3.jpg', () =>
    lying('smooth.jpg', (bytes) => {
      bytes.writeUInt16BE(SIDE, jpegFrame(bytes));
      bytes.writeUInt16BE(SIDE, jpegFrame(bytes) + 2);
    }),
  ),
  large('BMP', '3.bmp', () =>
    lying('rgb.bmp', (bytes) => {
      bytes.writeInt32LE(SIDE, 18);
      bytes.writeInt32LE(SIDE, 22);
    }),
  ),
  large('GIF', '3.gif', () =>
    lying('palette.gif', (bytes) => {
      bytes.writeUInt16LE(SIDE, 6);
      bytes.writeUInt16LE(SIDE, 8);
    }),
  ),
  // Fourteen bits a side are all there are.
  large(
    'WebP',
    '3.webp',
    () => lying('lossless.webp', (bytes) => bytes.fill(0xff, 21, 25)),
    16_384,
  ),
  hostile(
    'a JPEG of headers alone',
    'folder',
    () => among('3.jpg', recorded('smooth.jpg').subarray(0, 100)),
    '"b/3.jpg" is a damaged image: it ends before it says its size.',
    'b/3.jpg',
  ),
  hostile(
    'an image in HTML',
    'folder',
    () => among('3.png', '<!DOCTYPE html><html>'),
    '"b/3.png" is a web page, not a PNG, JPEG, WebP, BMP or GIF image.',
    'b/3.png',
  ),
  hostile(
    'random bytes among images',
    'folder',
    () => among('3.png', noise),
    '"b/3.png" is not a PNG, JPEG, WebP, BMP or GIF image: it begins with the bytes 4B 8F 00 FE.',
    'b/3.png',
  ),
  hostile(
    'random bytes alone',
    '1.png',
    () => noise,
    '"1.png" is not a PNG, JPEG, WebP, BMP or GIF image: it begins with the bytes 4B 8F 00 FE.',
    '1.png',
  ),
  hostile(
    'a recording among images',
    'folder',
    () => among('3.png', Buffer.from('RIFF$\0\0\0WAVEfmt ', 'latin1')),
    '"b/3.png" is a sound recording, not a PNG, JPEG, WebP, BMP or GIF image.',
    'b/3.png',
  ),
  hostile(
    'a photograph that is not read',
    '1.jpg',
    () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'),
    '"1.jpg" is an HEIC or AVIF image, or a video, not a PNG, JPEG, WebP, BMP or GIF image.',
    '1.jpg',
  ),
  hostile(
    'a GIF named csv',
    'data.csv',
    () => recorded('palette.gif'),
    '"data.csv" is a GIF image, not a table of text.',
  ),
  hostile(
    'a BMP named csv',
    'data.csv',
    () => recorded('rgb.bmp'),
    '"data.csv" is a BMP image, not a table of text.',
  ),
  hostile(
    'a WebP without an ending',
    'data',
    () => recorded('lossless.webp'),
    '"data" is a WebP image, not a table of text.',
  ),
  hostile('a single image', '1.png', () => picture, '"1.png" is a PNG image, not a table of text.'),
];
