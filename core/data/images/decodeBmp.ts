/**
 * Windows bitmaps: 1, 4, 8, 16, 24 and 32 bits, palettes, bit fields, bottom-up and top-down.
 *
 * Written here because the packages at hand read half of these or need Node's Buffer. Run-length
 * encoded ones, which hardly exist any more, are refused by name.
 */
import type { DecodedImage } from './DecodedImage.ts';

const RGB = 0;
const BIT_FIELDS = 3;
const ALPHA_BIT_FIELDS = 6;

interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  readonly bits: number;
  readonly pixelsAt: number;
  readonly paletteAt: number;
  readonly colors: number;
  readonly masks: readonly number[] | null;
}

/** Throws Error for what is damaged or of another kind. */
export function decodeBmp(bytes: Uint8Array): DecodedImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(view);
  const { width, height, bits, pixelsAt, isTopDown } = header;
  const stride = 4 * Math.ceil((width * bits) / 32);
  if (pixelsAt + stride * height > bytes.length) throw new Error('it ends inside its pixels');
  const rgba = new Uint8Array(4 * width * height);
  const writePixel = pixelReader(view, header, rgba);
  for (let y = 0; y < height; y++) {
    const row = pixelsAt + stride * (isTopDown ? y : height - 1 - y);
    for (let x = 0; x < width; x++) writePixel(row, x, 4 * (y * width + x));
  }
  return { width, height, rgba };
}

function readHeader(view: DataView): BmpHeader {
  const size = view.getUint32(14, true);
  if (size < 40) throw new Error('it is an OS/2 bitmap');
  const signedHeight = view.getInt32(22, true);
  const bits = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  if (![RGB, BIT_FIELDS, ALPHA_BIT_FIELDS].includes(compression)) {
    throw new Error('it is run-length encoded');
  }
  if (![1, 4, 8, 16, 24, 32].includes(bits)) throw new Error(`it has ${bits} bits a pixel`);
  const hasMasks = compression !== RGB;
  const masks = hasMasks
    ? [54, 58, 62, size >= 56 || compression === ALPHA_BIT_FIELDS ? 66 : -1].map((at) =>
        at === -1 ? 0 : view.getUint32(at, true),
      )
    : null;
  const used = view.getUint32(46, true);
  return {
    width: view.getInt32(18, true),
    height: Math.abs(signedHeight),
    isTopDown: signedHeight < 0,
    bits,
    pixelsAt: view.getUint32(10, true),
    paletteAt: 14 + size + (hasMasks && size === 40 ? 12 : 0),
    colors: bits > 8 ? 0 : Math.min(used || 2 ** bits, 2 ** bits),
    masks,
  };
}

type WritePixel = (row: number, x: number, to: number) => void;

function pixelReader(view: DataView, header: BmpHeader, rgba: Uint8Array): WritePixel {
  const { bits, masks, paletteAt, colors } = header;
  const write = (to: number, red: number, green: number, blue: number, alpha = 255) => {
    rgba[to] = red;
    rgba[to + 1] = green;
    rgba[to + 2] = blue;
    rgba[to + 3] = alpha;
  };
  if (bits <= 8) {
    return (row, x, to) => {
      const bit = x * bits;
      const shift = 8 - bits - (bit % 8);
      const index = (view.getUint8(row + (bit >> 3)) >> shift) & (2 ** bits - 1);
      if (index >= colors) throw new Error(`color ${index} is not in its palette`);
      const at = paletteAt + 4 * index;
      write(to, view.getUint8(at + 2), view.getUint8(at + 1), view.getUint8(at));
    };
  }
  if (bits === 24 || (bits === 32 && !masks)) {
    const step = bits / 8;
    return (row, x, to) => {
      const at = row + step * x;
      write(to, view.getUint8(at + 2), view.getUint8(at + 1), view.getUint8(at));
    };
  }
  const [red, green, blue, alpha] = (masks ?? [0x7c00, 0x3e0, 0x1f, 0]).map(fieldOf);
  return (row, x, to) => {
    const value =
      bits === 16 ? view.getUint16(row + 2 * x, true) : view.getUint32(row + 4 * x, true);
    write(to, red(value), green(value), blue(value), alpha.isEmpty ? 255 : alpha(value));
  };
}

type Field = ((value: number) => number) & { readonly isEmpty: boolean };

/** The bits under the mask, stretched to 0..255. */
function fieldOf(mask: number): Field {
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
  const most = (mask >>> shift) >>> 0;
  const read = (value: number) =>
    most === 0 ? 0 : Math.round((255 * ((value & mask) >>> shift)) / most);
  return Object.assign(read, { isEmpty: mask === 0 });
}
