/**
 * Decodes an image of any of the formats, after its header has said how large it is.
 *
 * Decoders are JavaScript or WebAssembly, so that the same file gives the same bytes on every
 * machine; the process around them has a limit on its memory.
 */
import jpeg from 'jpeg-js';
import { GifReader } from 'omggif';
import { PNG } from 'pngjs';
import { StudioError } from '../../../../core/contract/StudioError.ts';
import type { DecodedImage } from '../../../../core/data/images/DecodedImage.ts';
import { decodeBmp } from '../../../../core/data/images/decodeBmp.ts';
import { exifOrientation } from '../../../../core/data/images/exifOrientation.ts';
import {
  type ImageFormat,
  type ImageHeader,
  imageHeader,
} from '../../../../core/data/images/imageHeader.ts';
import { orientImage } from '../../../../core/data/images/orientImage.ts';
import { refuseWrongKind } from '../../../../core/data/refuseWrongKind.ts';
import { decodeWebp } from './decodeWebp.ts';

/** 256 MB of decoded pixels. */
const MOST_PIXELS = 2 ** 26;
const MOST_DECODER_MEGABYTES = 1024;

/** Upright. `name` is for messages. Throws StudioError `invalid-dataset`. */
export async function decodeImage(bytes: Uint8Array, name: string): Promise<DecodedImage> {
  const { format } = readImageHeader(bytes, name);
  try {
    const image = await decoders[format](bytes);
    return format === 'jpeg' ? orientImage(image, exifOrientation(bytes)) : image;
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    // What pngjs says of a file that is cut off.
    const reason = /read requests wai?ti?ng/.test(said) ? 'it ends inside its pixels' : said;
    throw new StudioError(
      'invalid-dataset',
      `"${name}" is a damaged ${format.toUpperCase()} image: ${reason.replace(/\.$/, '')}.`,
      { where: name, hint: 'Copy the file again, or remove it.', cause },
    );
  }
}

/** Throws StudioError `invalid-dataset` for no image, and for more pixels than fit the memory. */
export function readImageHeader(bytes: Uint8Array, name: string): ImageHeader {
  if (bytes.length === 0) {
    throw new StudioError('invalid-dataset', `"${name}" is empty.`, { where: name });
  }
  const header = imageHeader(bytes);
  if (!header) {
    refuseWrongKind(bytes, name, 'image');
    throw new StudioError(
      'invalid-dataset',
      `"${name}" is a damaged image: it ends before it says its size.`,
      { where: name, hint: 'Copy the file again, or remove it.' },
    );
  }
  const { width, height } = header;
  if (width >= 1 && height >= 1 && width * height <= MOST_PIXELS) return header;
  throw new StudioError(
    'invalid-dataset',
    `An image must have between 1 and ${MOST_PIXELS} pixels. ` +
      `"${name}" says ${width}×${height}.`,
    { where: name, hint: 'Make it smaller, or remove it.' },
  );
}

const decoders: Readonly<
  Record<ImageFormat, (bytes: Uint8Array) => DecodedImage | Promise<DecodedImage>>
> = {
  png: (bytes) => {
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
    return { width, height, rgba: data };
  },
  jpeg: (bytes) => {
    const { width, height, data } = jpeg.decode(bytes, {
      useTArray: true,
      tolerantDecoding: false,
      maxResolutionInMP: MOST_PIXELS / 1e6 + 1,
      maxMemoryUsageInMB: MOST_DECODER_MEGABYTES,
    });
    return { width, height, rgba: data };
  },
  gif: (bytes) => {
    const reader = new GifReader(Buffer.from(bytes));
    const { width, height } = reader;
    const rgba = new Uint8Array(4 * width * height);
    reader.decodeAndBlitFrameRGBA(0, rgba);
    return { width, height, rgba };
  },
  bmp: decodeBmp,
  webp: decodeWebp,
};
