/**
 * Format and size of an image from its first bytes, before anything is decoded: a header that says
 * 30,000 × 30,000 must not cost the memory it announces.
 */

export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'bmp' | 'webp';

export interface ImageHeader {
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
}

/** Null for bytes that are none of the formats, or end before the size. */
export function imageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readers.find(({ magic, at }) => magic.every((byte, i) => bytes[at + i] === byte));
  try {
    const size = read?.size(view);
    return read && size ? { format: read.format, width: size[0], height: size[1] } : null;
  } catch {
    // DataView throws where the bytes end.
    return null;
  }
}

type Size = readonly [width: number, height: number];

interface Reader {
  readonly format: ImageFormat;
  readonly at: number;
  readonly magic: readonly number[];
  readonly size: (view: DataView) => Size | null;
}

const readers: readonly Reader[] = [
  {
    format: 'png',
    at: 0,
    magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    size: (view) => [view.getUint32(16), view.getUint32(20)],
  },
  { format: 'jpeg', at: 0, magic: [0xff, 0xd8, 0xff], size: jpegSize },
  {
    format: 'gif',
    at: 0,
    magic: [0x47, 0x49, 0x46, 0x38],
    size: (view) => [view.getUint16(6, true), view.getUint16(8, true)],
  },
  {
    format: 'bmp',
    at: 0,
    magic: [0x42, 0x4d],
    size: (view) => [view.getInt32(18, true), Math.abs(view.getInt32(22, true))],
  },
  { format: 'webp', at: 8, magic: [0x57, 0x45, 0x42, 0x50], size: webpSize },
];

/** Walks the segments to the start of frame, which holds the size. */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += 2 + view.getUint16(at + 2);
  }
}

/** Lossy, lossless and extended files keep it in three places (RFC 9649). */
function webpSize(view: DataView): Size | null {
  const chunk = view.getUint32(12);
  if (chunk === 0x56503820)
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
  }
  if (chunk !== 0x56503858) return null;
  const at = (offset: number) => view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16);
  return [at(24) + 1, at(27) + 1];
}
