/**
 * The image under the hands of an augmenter: bytes where it was resampled, floats where its pixels
 * were changed.
 *
 * It goes from one form to the other only where the list does, so that consecutive changes round
 * once and a purely geometric list never leaves the bytes. All arrays are used again for the next
 * sample.
 */
import type { Affine } from './Affine.ts';
import type { Image, ImageSize, Scratch } from './ImageAugmentation.ts';
import { createFrame, resample } from './resample.ts';

export interface ImageWork {
  /** Begins with the bytes at `from`, which stay as they are. */
  load(source: Uint8Array, from: number): void;
  resample(map: Affine, fill: number): void;
  /** Lets the pixels be changed in place, and clamps what comes out. */
  change(apply: (image: Image, scratch: Scratch) => void): void;
  /** Writes the result as bytes. */
  save(out: Uint8Array, to: number): void;
}

export function createImageWork(size: ImageSize): ImageWork {
  const { channels, height, width } = size;
  const length = channels * height * width;
  const image: Image = { ...size, pixels: new Float32Array(length) };
  const frame = createFrame(size);
  const scratch = createScratch(length, height * width);
  const buffers = [new Uint8Array(length), new Uint8Array(length)] as const;
  let bytes: Uint8Array = buffers[0];
  let at = 0;
  let isFloat = false;

  const other = () => (bytes === buffers[0] ? buffers[1] : buffers[0]);

  function settle(): void {
    if (!isFloat) return;
    bytes = other();
    at = 0;
    roundInto(image.pixels, bytes, 0);
    isFloat = false;
  }

  return {
    load(source, from) {
      bytes = source;
      at = from;
      isFloat = false;
    },
    resample(map, fill) {
      settle();
      const out = other();
      resample(bytes, at, out, 0, size, map, fill, frame);
      bytes = out;
      at = 0;
    },
    change(apply) {
      if (!isFloat) for (let i = 0; i < length; i++) image.pixels[i] = bytes[at + i];
      isFloat = true;
      apply(image, scratch);
      clamp(image.pixels);
    },
    save(out, to) {
      if (isFloat) roundInto(image.pixels, out, to);
      else out.set(bytes.subarray(at, at + length), to);
    },
  };
}

function createScratch(length: number, plane: number): Scratch {
  const floats = () => new Float32Array(plane);
  return { image: new Float32Array(length), planes: [floats(), floats(), floats()] };
}

/** To the nearest; all values lie in [0, 255]. */
function roundInto(values: Float32Array, out: Uint8Array, to: number): void {
  for (let i = 0; i < values.length; i++) out[to + i] = values[i] + 0.5;
}

function clamp(pixels: Float32Array): void {
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.min(255, Math.max(0, pixels[i]));
}
