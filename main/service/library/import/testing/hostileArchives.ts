/** Hostile ZIP archives; see hostileFiles.test.ts. */
import { strToU8, zipSync } from 'fflate';
import { grey, png } from './foreignFiles.ts';
import { type Hostile, hostile } from './Hostile.ts';

const picture = png(3, 3, grey(5));
const images = (extra: Readonly<Record<string, string | Uint8Array>>) => ({
  'a/1.png': picture,
  'a/2.png': picture,
  'b/1.png': picture,
  'b/2.png': picture,
  ...extra,
});
const zip = zipSync(images({}));

/** A central directory that says another size than the entry has. */
function lyingZip(): Uint8Array {
  const bytes = Buffer.from(zipSync(images({}), { level: 6 }));
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 24) + 5, at + 24);
  }
  return bytes;
}

function encryptedZip(): Uint8Array {
  const bytes = Buffer.from(zip);
  const at = bytes.indexOf('PK\x01\x02');
  bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
  return bytes;
}

export const hostileArchives: readonly Hostile[] = [
  hostile(
    'a truncated ZIP',
    'a.zip',
    () => zip.subarray(0, zip.length - 30),
    /^"a.zip" is a damaged ZIP archive: /,
    'a.zip',
  ),
  hostile('no ZIP at all', 'a.zip', () => 'hello', '"a.zip" is text, not a ZIP archive.', 'a.zip'),
  hostile(
    'an empty ZIP',
    'a.zip',
    () => zipSync({}),
    '"a.zip" holds no PNG, JPEG, WebP, BMP or GIF images.',
  ),
  hostile(
    'a path that leaves the folder',
    'a.zip',
    () => zipSync(images({ '../evil.png': picture })),
    /^"a.zip" is a damaged ZIP archive: .*\.\.\/evil\.png/,
    'a.zip',
  ),
  hostile(
    'an absolute path',
    'a.zip',
    () => zipSync(images({ '/etc/evil.png': picture })),
    /^"a.zip" is a damaged ZIP archive: absolute path/,
    'a.zip',
  ),
  hostile(
    'a path with a backslash',
    'a.zip',
    () => zipSync(images({ '..\\evil.png': picture })),
    /^"a.zip" is a damaged ZIP archive: /,
    'a.zip',
  ),
  hostile(
    'a bomb',
    'a.zip',
    () => zipSync(images({ 'b/3.png': new Uint8Array(60_000_000) })),
    /^"b\/3.png" unpacks from \d+ to 60000000 bytes, which no image does\.$/,
    'b/3.png',
  ),
  hostile(
    'an entry that is larger than it says',
    'a.zip',
    lyingZip,
    /^"a.zip" is a damaged ZIP archive: /,
  ),
  hostile(
    'an encrypted entry',
    'a.zip',
    encryptedZip,
    '"a.zip" must not be encrypted. "a/1.png" is.',
    'a/1.png',
  ),
  hostile(
    'a CSV in a ZIP',
    'a.zip',
    () => zipSync({ 'data.csv': strToU8('x,y\n') }),
    '"a.zip" holds no PNG, JPEG, WebP, BMP or GIF images.',
  ),
  hostile('a ZIP of no bytes', 'a.zip', () => '', '"a.zip" is empty.'),
  hostile(
    'a ZIP with a damaged image',
    'a.zip',
    () => zipSync(images({ 'b/3.png': picture.subarray(0, 40) })),
    '"b/3.png" is a damaged PNG image: it ends inside its pixels.',
    'b/3.png',
  ),
  hostile(
    'a ZIP of one class',
    'a.zip',
    () => zipSync({ 'a/1.png': picture, 'a/2.png': picture, 'a/3.png': picture }),
    'There must be at least two classes. Every image lies in "a".',
  ),
  hostile(
    'a ZIP within a ZIP',
    'a.zip',
    () => zipSync({ 'a.zip': zip }),
    '"a.zip" holds no PNG, JPEG, WebP, BMP or GIF images.',
  ),
];
